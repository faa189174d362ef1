import type { Bilingual } from "../../base/index.ts";
import { both } from "../tables/bilingual.ts";
import type { RuleRow } from "../tables/row.ts";
import type { Failure } from "./situation.ts";

/** Papers and leaflets for the patient; texts of their own in the SDK's words. */
export type LeafletId =
  | "certificateRenewal"
  | "newInsurerPending"
  | "bringDocument"
  | "registration"
  | "pinAtMunicipality"
  | "liftedRegistration";

/** One cause, and what the desk does about it (desk-rules §2.3). */
export interface CauseRow extends RuleRow {
  /** How it appears to the software: a failure, or a validity in the answer. */
  readonly seen: Failure | `validity:${string}` | "otherPerson" | "grace" | "specialMedicalExpense";
  readonly ja: string;
  readonly en: string;
  /** What to try before anything else, in order. */
  readonly tryFirst: readonly Bilingual[];
  /** Where the ladder starts if that does not help. */
  readonly ladderFrom: "S0" | "S2" | "S3" | "stop";
  /** Whether a machine or line is the cause: then nobody pays more because of it. */
  readonly isMachine: boolean;
  readonly tell: Bilingual;
  readonly leaflet?: LeafletId;
}

const tell = {
  nothing: both("特にありません。", "Nothing in particular."),
  document: both(
    "次回は資格確認書、またはマイナンバーカードと資格情報のお知らせをお持ちください。",
    "Next time, bring the certificate of eligibility, or the card with the notice.",
  ),
  machine: both(
    "機器の不具合のため、ほかの方法で確認します。ご負担は変わりません。",
    "A machine failed; eligibility is confirmed in another way and the share stays the same.",
  ),
};

const visual = both("顔認証・暗証番号・目視確認モードの順に試す。", "Try face, then PIN, then the visual mode.");

/** Every cause. */
export const causeRows: readonly CauseRow[] = [
  {
    id: "C1",
    source: "SD4",
    confidence: "H",
    seen: "validity:invalid",
    ja: "資格(無効)：新しい保険者が未登録の場合があります",
    en: "Eligibility lapsed; the new insurer may not have registered the patient yet.",
    tryFirst: [
      both(
        "新しい資格確認書かマイナポータルの画面がないか聞く。",
        "Ask for a newer certificate or the portal's screen.",
      ),
      both("同じ日または月内にもう一度照会する。", "Inquire again later that day or month."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both(
      "新しい保険の登録に日数がかかることがあります（勤務先5日、保険者5日まで）。",
      "Registration of a new insurance can take up to five days each at employer and insurer.",
    ),
    leaflet: "newInsurerPending",
  },
  {
    id: "C2",
    source: "SD4",
    confidence: "H",
    seen: "validity:invalidNewerExists",
    ja: "資格(無効)：新しい資格があります",
    en: "Eligibility lapsed; a newer one exists.",
    tryFirst: [
      both(
        "マイナンバーカードで受付し直す（番号では古い資格しか出ません）。",
        "Repeat with the card: a number only finds the old insurance.",
      ),
      both("新しい番号を聞いて照会する。", "Ask for the new number and inquire with it."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both(
      "新しい資格で請求するため、確認にご協力ください。",
      "The claim goes to the new insurer, so the new insurance has to be confirmed.",
    ),
  },
  {
    id: "C3",
    source: "SD4",
    confidence: "H",
    seen: "validity:notFound",
    ja: "該当資格なし",
    en: "No eligibility was found.",
    tryFirst: [
      both(
        "保険者番号・記号・番号・枝番・生年月日を確かめる。",
        "Check insurer number, symbol, number, branch and birth date.",
      ),
      both("番号ではなくマイナンバーカードで受付する。", "Use the card instead of the number."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both(
      "保険者の登録・確認が終わっていない場合があります。",
      "The insurer may still be registering or checking the record.",
    ),
    leaflet: "newInsurerPending",
  },
  {
    id: "C4",
    source: "SD4",
    confidence: "H",
    seen: "validity:multipleMatches",
    ja: "複数該当",
    en: "Several people match.",
    tryFirst: [both("枝番を加えて照会し直す。", "Inquire again with the branch number.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: tell.nothing,
  },
  {
    id: "C5",
    source: "D9",
    confidence: "H",
    seen: "validity:validNotEntrusted",
    ja: "医療扶助：有効（未登録・未委託）",
    en: "Public assistance: valid, but not entrusted to this institution.",
    tryFirst: [
      both("福祉事務所に電話で確かめる。", "Phone the welfare office."),
      both(
        "月次の登録（15日から20日ごろ）の後に取り込み直す。",
        "Fetch again after the monthly entry, about the 15th to 20th.",
      ),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("医療券・調剤券を福祉事務所に確認します。", "The ticket is confirmed with the welfare office."),
  },
  {
    id: "C6",
    source: "SD2",
    confidence: "H",
    seen: "cardUnreadable",
    ja: "カードを読み取れません（汚れ・ICチップの破損）",
    en: "The card cannot be read (dirt, broken chip).",
    tryFirst: [
      both("カードを拭き、置き直す。", "Clean the card and place it again."),
      both("別のカードリーダーで読み取る。", "Try another reader."),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: both("カードの再交付は市区町村の窓口です。", "The municipality re-issues the card."),
  },
  {
    id: "C7",
    source: "D3",
    confidence: "H",
    seen: "faceMismatch",
    ja: "顔認証ができません",
    en: "The face was not recognised.",
    tryFirst: [
      both("暗証番号で受付する。", "Use the PIN."),
      both("目視確認モードに切り替え、職員が確認する。", "Switch to the visual mode; staff compare."),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: tell.nothing,
  },
  {
    id: "C8",
    source: "D3",
    confidence: "H",
    seen: "pinForgotten",
    ja: "暗証番号が分かりません",
    en: "The patient does not know the PIN.",
    tryFirst: [
      both("顔認証で受付する。", "Use the face."),
      both("目視確認モードに切り替え、職員が確認する。", "Switch to the visual mode; staff compare."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("2回間違えたら、ほかの方法に切り替えます。", "After two wrong tries, another way is used."),
    leaflet: "pinAtMunicipality",
  },
  {
    id: "C8-blocked",
    source: "D3",
    confidence: "H",
    seen: "pinBlocked",
    ja: "暗証番号がロックされています",
    en: "The PIN is blocked.",
    tryFirst: [
      both("顔認証で受付する。", "Use the face."),
      both("目視確認モードに切り替え、職員が確認する。", "Switch to the visual mode; staff compare."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("ロックの解除は市区町村の窓口です。", "The municipality unlocks the PIN."),
    leaflet: "pinAtMunicipality",
  },
  {
    id: "C9",
    source: "N1 SD2",
    confidence: "H",
    seen: "readerBroken",
    ja: "顔認証付きカードリーダーの故障（資格確認端末は使えます）",
    en: "The face-recognition reader is broken; the terminal works.",
    tryFirst: [
      both(
        "端末を再起動してから、カードリーダーの電源を入れ直す。",
        "Restart the terminal, then power the reader off and on.",
      ),
      both("汎用カードリーダー（暗証番号）で受付する。", "Use a generic reader with PIN."),
      both("資格確認書や控えの番号で照会する。", "Inquire by the number on the document or in the chart."),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: tell.machine,
  },
  {
    id: "C10",
    source: "N1",
    confidence: "H",
    seen: "siteDown",
    ja: "回答がありません（端末・回線・停電）",
    en: "No answer: terminal, line or power of the site.",
    tryFirst: [
      both(
        "端末の電源とネットワーク、連携アプリケーションのログインを確かめる。",
        "Check terminal, network and log-in of its software.",
      ),
      both(
        "氏名・生年月日・性別・住所を控える（後で障害時モードで確認）。",
        "Note name, birth date, sex and address for the failure mode.",
      ),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: tell.machine,
  },
  {
    id: "C11",
    source: "N1 D23",
    confidence: "H",
    seen: "centreDown",
    ja: "オンライン資格確認等システムの障害",
    en: "The national system is down.",
    tryFirst: [
      both("氏名・生年月日・性別・住所を控える。", "Note name, birth date, sex and address."),
      both("コールセンターに障害時モードの開放を依頼する。", "Ask the call centre to open the failure mode."),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: tell.machine,
  },
  {
    id: "C12",
    source: "D25 K1",
    confidence: "H",
    seen: "grace",
    ja: "電子証明書の期限切れ（猶予期間中）：資格確認だけできます",
    en: "The certificate has expired but is in its grace period: eligibility only.",
    tryFirst: [],
    ladderFrom: "S0",
    isMachine: false,
    tell: both(
      "電子証明書の更新を市区町村の窓口でお願いします。薬剤情報などは提供できません。",
      "Renew the certificate at the municipality; medical information is not available.",
    ),
    leaflet: "certificateRenewal",
  },
  {
    id: "C13",
    source: "D25",
    confidence: "H",
    seen: "certificateEnded",
    ja: "電子証明書の期限切れ（猶予期間も終了）",
    en: "The certificate has expired and the grace period is over.",
    tryFirst: [
      both("届いている資格確認書がないか聞く。", "Ask for the certificate of eligibility, which was sent by post."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("電子証明書の更新を市区町村の窓口でお願いします。", "Renew the certificate at the municipality."),
    leaflet: "certificateRenewal",
  },
  {
    id: "C14",
    source: "E11",
    confidence: "M",
    seen: "certificateRevoked",
    ja: "電子証明書が失効しています",
    en: "The certificate was revoked.",
    tryFirst: [both("資格確認書がないか聞く。", "Ask for the certificate of eligibility.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("電子証明書の再発行は市区町村の窓口です。", "The municipality issues a new certificate."),
    leaflet: "certificateRenewal",
  },
  {
    id: "C15",
    source: "9.3-7",
    confidence: "M",
    seen: "cardExpired",
    ja: "マイナンバーカード本体の有効期限切れ",
    en: "The card itself has expired.",
    tryFirst: [
      both(
        "資格確認書がないか聞く（期限切れのカードは本人確認に使えません）。",
        "Ask for the certificate of eligibility; an expired card is no identification.",
      ),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("カードの更新を市区町村の窓口でお願いします。", "Renew the card at the municipality."),
    leaflet: "certificateRenewal",
  },
  {
    id: "E8",
    source: "K2",
    confidence: "H",
    seen: "phoneEnded",
    ja: "スマートフォンの電子証明書が使えません（猶予期間はありません）",
    en: "The phone's certificate is no longer valid; phones have no grace period.",
    tryFirst: [both("マイナンバーカードで受付する。", "Use the physical card.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: both(
      "カードと電子証明書を更新してから、スマートフォンを設定し直してください。",
      "Renew card and certificate, then set up the phone again.",
    ),
    leaflet: "certificateRenewal",
  },
  {
    id: "C16",
    source: "SD4",
    confidence: "H",
    seen: "notRegistered",
    ja: "健康保険証としての利用登録がありません",
    en: "The card is not registered as an insurance card.",
    tryFirst: [both("顔認証付きカードリーダーで利用登録する。", "Register at the reader.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: both("利用登録はこの場でできます。", "Registration can be done right here."),
    leaflet: "registration",
  },
  {
    id: "X11",
    source: "revision X11",
    confidence: "H",
    seen: "registrationLifted",
    ja: "利用登録が解除されています",
    en: "The patient has had the registration as an insurance card cancelled.",
    tryFirst: [
      both("保険者から届いた資格確認書がないか聞く。", "Ask for the certificate of eligibility from the insurer."),
    ],
    ladderFrom: "S2",
    isMachine: false,
    tell: both(
      "解除には1～2か月かかり、それまではカードを使えます。",
      "Cancellation takes one to two months; until then the card works.",
    ),
    leaflet: "liftedRegistration",
  },
  {
    id: "C17",
    source: "D12",
    confidence: "H",
    seen: "cardForgotten",
    ja: "マイナンバーカードを忘れました",
    en: "The card was left at home.",
    tryFirst: [both("資格確認書やスマートフォンがないか聞く。", "Ask for the certificate of eligibility or a phone.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: tell.document,
    leaflet: "bringDocument",
  },
  {
    id: "C18",
    source: "9.3-10",
    confidence: "L",
    seen: "infantCard",
    ja: "顔写真のない乳児のカード",
    en: "An infant's card, which has no photo.",
    tryFirst: [both("保護者が暗証番号を入力する。", "A parent enters the PIN.")],
    ladderFrom: "S2",
    isMachine: false,
    tell: tell.nothing,
  },
  {
    id: "C19",
    source: "D16",
    confidence: "H",
    seen: "separateRoute",
    ja: "発熱外来・ドライブスルーなど通常とは異なる動線",
    en: "Fever clinic, drive-through or ward: the reader is out of reach.",
    tryFirst: [
      both(
        "マイナ在宅受付Webまたは持ち運べる機器で受付する。",
        "Use the web page for other routes, or a mobile device.",
      ),
    ],
    ladderFrom: "S2",
    isMachine: true,
    tell: both("こちらでも書類や申立書で確認できます。", "Documents and the declaration are accepted here too."),
  },
  {
    id: "C20",
    source: "D17",
    confidence: "M",
    seen: "otherPerson",
    ja: "別の方の情報です",
    en: "The answer is about another person.",
    tryFirst: [
      both("取り込みを中止し、表示を閉じる。", "Stop the import and close the display."),
      both("コールセンターと保険者に連絡する。", "Call the call centre and the insurer."),
    ],
    ladderFrom: "stop",
    isMachine: false,
    tell: both("確認に時間をいただきます。", "Confirmation will take some time."),
  },
  {
    id: "C21",
    source: "D18",
    confidence: "M",
    seen: "specialMedicalExpense",
    ja: "特別療養費の対象です",
    en: "The patient is subject to 特別療養費.",
    tryFirst: [],
    ladderFrom: "S0",
    isMachine: false,
    tell: both(
      "窓口では全額をいただき、後日、保険者に申請できます。",
      "The full cost is paid here and can be claimed from the insurer.",
    ),
  },
];

/** The reader's ways to identify a patient, in the order in which to try them after a fault. */
export const readerWays: Bilingual = visual;
