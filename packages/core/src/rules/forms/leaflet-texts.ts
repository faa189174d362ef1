import type { Bilingual } from "../../base/index.ts";
import type { LeafletId } from "../next-step/cause-table.ts";
import { both } from "../tables/bilingual.ts";

/** A leaflet for the patient, in this SDK's own words. */
export interface LeafletText {
  readonly title: Bilingual;
  /** What it is about, in a sentence or two. */
  readonly lead: Bilingual;
  /** What to do, in order. */
  readonly steps: readonly Bilingual[];
  /** What else the patient may want to know. */
  readonly notes: readonly Bilingual[];
  /** Rows of desk-rules that it is based on. */
  readonly rowIds: readonly string[];
}

/** Every leaflet. */
export const leafletTexts: Readonly<Record<LeafletId, LeafletText>> = {
  certificateRenewal: {
    title: both("電子証明書の更新のお願い", "Please renew your certificate"),
    lead: both(
      "マイナンバーカードの電子証明書の期限が切れているか、まもなく切れます。健康保険の資格がなくなったわけではありません。",
      "The certificate on your My Number Card has expired or is about to. Your health insurance itself goes on.",
    ),
    steps: [
      both(
        "マイナンバーカードを持って、お住まいの市区町村の窓口で電子証明書を更新してください。期限の3か月前から手続きできます。",
        "Take the card to your municipality and renew the certificate; from three months before its end.",
      ),
      both(
        "カード本体の期限が切れているときは、カードの更新もあわせて必要です。",
        "If the card itself has expired, it has to be renewed too.",
      ),
      both(
        "スマートフォンをお使いの方は、更新の後に設定し直してください。",
        "If you use a phone, set it up again afterwards.",
      ),
    ],
    notes: [
      both(
        "期限が切れた月の3か月後の月末までは、カードで保険の資格を確認できます。薬や健診などの情報は、更新するまで医師や薬剤師が見ることができません。",
        "Until the end of the third month after the month of expiry the card still shows that you are insured; doctors and pharmacists cannot see your medical information until it is renewed.",
      ),
      both(
        "その後は、保険者から届く資格確認書をお持ちください。",
        "After that, bring the certificate of eligibility that your insurer sends.",
      ),
      both("スマートフォンには、この猶予期間がありません。", "Phones have no such period of grace."),
    ],
    rowIds: ["E2", "E3", "E4", "E6", "E7", "E8"],
  },
  newInsurerPending: {
    title: both("新しい保険の登録をお待ちください", "Your new insurance is being registered"),
    lead: both(
      "本日は、現在の保険の資格をオンラインで確認できませんでした。就職・転職・転居などの後は、登録に日数がかかることがあります。",
      "Your present insurance could not be confirmed online today. After a change of job or address, registration can take some days.",
    ),
    steps: [
      both(
        "新しい資格確認書や資格情報のお知らせが届いたら、窓口にお知らせください。",
        "Tell us as soon as your new certificate or notice of eligibility has arrived.",
      ),
      both(
        "届かないときは、お勤め先または保険者（国民健康保険の方は市区町村）にお問い合わせください。",
        "If nothing arrives, ask your employer or insurer; for National Health Insurance, your municipality.",
      ),
      both(
        "登録の状況はマイナポータルでも確認できます。",
        "You can also see in Mynaportal whether you are registered.",
      ),
    ],
    notes: [
      both(
        "登録までの目安は、お勤め先からの届け出に5日以内、保険者の登録に5日以内です。",
        "The employer has five days to report, and the insurer five more to register.",
      ),
      both(
        "前の保険証や資格確認書は使えません。間違って使うと、後で精算が必要になることがあります。",
        "Do not use papers of your former insurance; the cost would have to be settled later.",
      ),
    ],
    rowIds: ["C1", "C3"],
  },
  bringDocument: {
    title: both("次回お持ちいただくもの", "What to bring next time"),
    lead: both(
      "保険の資格を確認するため、受診のたびに次のいずれかをお持ちください。",
      "At each visit, please bring one of the following so that your insurance can be confirmed.",
    ),
    steps: [
      both(
        "マイナンバーカード（健康保険証としての利用登録が済んでいるもの）",
        "Your My Number Card, registered as an insurance card",
      ),
      both("資格確認書", "Your certificate of eligibility (資格確認書)"),
      both(
        "マイナンバーカードを読み取れないときのために：カードと資格情報のお知らせ、またはカードとマイナポータルの資格情報の画面",
        "In case the card cannot be read: the card with the notice of eligibility, or with the eligibility screen of Mynaportal",
      ),
    ],
    notes: [
      both(
        "以前の健康保険証は使えません。資格情報のお知らせだけでは確認できません。",
        "The former insurance card is no longer valid. The notice alone is not enough.",
      ),
      both(
        "マイナンバーカードがなくても、資格確認書があれば受診できます。",
        "You can be treated without the card if you have a certificate of eligibility.",
      ),
    ],
    rowIds: ["W1", "W5", "W10", "W11", "X6"],
  },
  registration: {
    title: both("マイナンバーカードを保険証として使うには", "Using your card as an insurance card"),
    lead: both(
      "お持ちのマイナンバーカードは、健康保険証としての利用登録がまだ済んでいません。",
      "Your My Number Card is not yet registered as an insurance card.",
    ),
    steps: [
      both(
        "窓口の顔認証付きカードリーダーにカードを置くと、その場で登録できます。",
        "Place the card on the reader at our desk: it can be registered right there.",
      ),
      both("登録の後は、そのまま受付ができます。", "Once it is registered you can check in with it."),
    ],
    notes: [
      both(
        "登録しない方は、保険者から届く資格確認書をお持ちください。",
        "If you would rather not register, bring the certificate of eligibility from your insurer.",
      ),
      both(
        "カードのICチップに、薬・健診・税・年金の情報は入っていません。",
        "The chip holds no medical, tax or pension data.",
      ),
    ],
    rowIds: ["C16", "X9"],
  },
  pinAtMunicipality: {
    title: both("暗証番号が使えないとき", "If you forgot your PIN, or it is locked"),
    lead: both(
      "マイナンバーカードの4桁の暗証番号は、3回続けて間違えるとロックされます。ロックされても、保険の資格はなくなりません。",
      "The card's four-digit PIN is locked after three wrong tries in a row. Your insurance goes on all the same.",
    ),
    steps: [
      both(
        "本日は、顔認証または目視確認モード（職員の操作）で受付できます。",
        "Today you can check in by face, or our staff can check your photo.",
      ),
      both(
        "暗証番号の再設定とロックの解除は、マイナンバーカードを持って、お住まいの市区町村の窓口でお願いします。",
        "To set a new PIN or unlock it, take the card to your municipality.",
      ),
    ],
    notes: [
      both(
        "暗証番号は、ご家族や職員を含め、ほかの人に教えないでください。",
        "Tell your PIN to nobody, not even family or our staff.",
      ),
    ],
    rowIds: ["W2", "W3", "C8"],
  },
  liftedRegistration: {
    title: both("利用登録の解除について", "Your registration has been lifted"),
    lead: both(
      "マイナンバーカードの健康保険証としての利用登録が解除されています。これからは資格確認書で受付します。",
      "Your card is no longer registered as an insurance card. From now on, please use your certificate of eligibility.",
    ),
    steps: [
      both(
        "保険者から届いた資格確認書を、受診のたびにお持ちください。",
        "Bring the certificate of eligibility from your insurer at each visit.",
      ),
      both("届いていないときは、保険者にお問い合わせください。", "If you have none, ask your insurer."),
    ],
    notes: [
      both(
        "解除には申請から1～2か月かかります。それまではカードで受付できます。",
        "Lifting takes one to two months; until then the card works.",
      ),
    ],
    rowIds: ["X11", "W5"],
  },
};
