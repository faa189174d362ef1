/**
 * First light: a whole day at the desk, offline. `npm start` runs this.
 *
 * A simulated centre is started, a synthetic patient's virtual card is read and signs, her drug history is fetched with
 * her consent, then the same client code works through the folder exchange.
 */
import {
  type Clock,
  type EligibilityQuestion,
  folderTransport,
  OnshiClient,
  OnshiError,
  type Random,
} from "@onshi/core";
import { addMonths, japanDay, systemClock } from "@onshi/core/base";
import { httpTransport } from "@onshi/core/http";
import { type Mock, startMock } from "@onshi/mock-server";
import { inProcessSource, type ReaderSource, waitForCard } from "@onshi/reader";
import { answerText } from "./lib/answer-text.ts";
import { type Narrator, narrator } from "./lib/console.ts";
import { virtualReaderOverPcsc } from "./lib/pcsc-reader.ts";

/** What the demonstration may use instead of the machine's own; the test of the README freezes the clock. */
export interface FirstLightOptions {
  readonly write: (text: string) => void;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Put the card on a virtual PC/SC reader if this computer has one. Default false: a reader in this process. */
  readonly pcsc?: boolean;
}

/** Runs the demonstration. Any failure is thrown. */
export async function firstLight({ write, pcsc = false, ...world }: FirstLightOptions): Promise<void> {
  const tell = narrator(write);
  tell.step("模擬センターを起動します (simulated centre)");
  const mock = await startMock(world);
  try {
    tell.line(`フォルダ連携　 req / res / face　${mock.folders.req}`);
    tell.line(`HTTPS（mTLS）　${mock.web.baseUrl}　医療機関コード ${mock.web.institutionCode}`);
    await throughHttps(mock, tell, world, pcsc);
    await throughFolders(mock, tell, world);
  } finally {
    await mock.close();
  }
  tell.step("まとめ");
  tell.line("✓ マイナンバーカード受付：証明書の読み取り、暗証番号、署名、資格確認、同意、薬剤情報（HTTPS）");
  tell.line("✓ 記号・番号による照会、カードリーダー受付の取り込み（フォルダ連携）");
  tell.line("✓ 資格(無効)・資格情報なしは例外ではなく回答として受け取れます");
  tell.line("次に試すこと：");
  tell.line("  npm run mock                                     模擬センターを起動したまま自社製品をつなぐ");
  tell.line("  npx --no onshi-card status --virtual insured-valid   仮想カードの状態を見る");
  tell.line("  docs/ja/getting-started.md                       自分のコードから使う");
}

type World = Omit<FirstLightOptions, "write" | "pcsc">;

/** The card way: certificate, PIN, signature, check-in, and what the consent opens. */
async function throughHttps(mock: Mock, tell: Narrator, world: World, pcsc: boolean): Promise<void> {
  const onshi = new OnshiClient({
    ...world,
    institutionCode: mock.web.institutionCode,
    transport: httpTransport(mock.webOptions),
  });
  // A real product leaves `source` out and gets the PC/SC readers.
  const { source, reader, kind, close } = await virtualReader(mock, pcsc);
  try {
    tell.step("マイナンバーカードで受付します (card check-in over HTTPS)");
    const card = await waitForCard({ reader, source });
    const { certificate } = await card.userAuthentication();
    tell.line(`リーダー　　　 ${card.readerName}（${kind}）`);
    tell.line(
      `利用者証明書　 ${certificate.der.length} バイト、有効期限 ${certificate.validUntil}、${certificate.issuer.organization}`,
    );
    const challenge = await onshi.card.challenge();
    const token = await card.authenticate(challenge, {
      pin: ({ remaining }) => {
        tell.line(`暗証番号　　　 残り${remaining}回 → 患者さんが4桁を入力（表示も記録もしません）`);
        return Promise.resolve("1234");
      },
    });
    await card.close();
    tell.line(`署名　　　　　 ${token.algorithm}、サーバーのチャレンジ ${challenge.challenge.length} バイトに署名`);
    const checkIn = await onshi.card.checkIn(challenge, token, { medication: true, limitCertificate: true });
    tell.line(answerText(checkIn.answer));

    tell.step("同意に基づいて薬剤情報を取得します (drug history)");
    const consent = checkIn.consents.medication;
    if (!consent) throw new Error("the centre stated no consent although the patient gave it");
    tell.line(`同意　　　　　 ${consent.givenAt ?? "-"} から ${consent.usableUntil ?? "-"} まで`);
    const to = japanDay((world.clock ?? systemClock).now()).slice(0, 7);
    const { drugs } = await onshi.medication.history(consent, { from: addMonths(to, -6), to });
    const rows = drugs.map((drug) => [
      drug.day ?? drug.month ?? "",
      drug.name ?? "",
      `${drug.quantity ?? ""}${drug.unit ?? ""}`,
      drug.times ?? "",
      recordNames[drug.source],
    ]);
    tell.table(["調剤・処方日", "医薬品名", "用量", "日数", "出どころ"], rows);
    await checkIn.acknowledge();
  } finally {
    await close();
    await onshi.close();
  }
}

const recordNames = {
  receipt: "レセプト",
  dispensing: "電子処方箋（調剤）",
  prescription: "電子処方箋（処方）",
} as const;

/** The card is on a real PC/SC reader (vpcd) if there is one, else on a reader in this process. */
async function virtualReader(mock: Mock, pcsc: boolean): Promise<VirtualReader> {
  const card = mock.card("insured-valid");
  const found = pcsc ? await virtualReaderOverPcsc(card) : undefined;
  if (found) return { ...found, reader: found.readerName, kind: "PC/SC の仮想リーダー vpcd" };
  const source = inProcessSource([{ name: "Onshi Virtual Reader", card }]);
  return { source, reader: "auto", kind: "このプロセス内の仮想リーダー", close: () => source.close() };
}

interface VirtualReader {
  readonly source: ReaderSource;
  readonly reader: string;
  readonly kind: string;
  readonly close: () => Promise<void>;
}

/** The folder way: the same client, another transport. */
async function throughFolders(mock: Mock, tell: Narrator, world: World): Promise<void> {
  const onshi = new OnshiClient({
    ...world,
    institutionCode: mock.web.institutionCode,
    transport: folderTransport({ ...mock.folderOptions, ...world }),
  });
  try {
    tell.step("フォルダ連携で記号・番号から照会します (folder exchange)");
    for (const id of ["late-elderly", "lapsed", "not-registered"]) {
      const answer = await onshi.eligibility.verify(papersOf(mock, id));
      tell.line(`${answer.source.fileName?.replace(/_.*/, "") ?? ""}　${answerText(answer)}`);
    }

    tell.step("カードリーダーでの受付が face フォルダに届きます (check-in at the desk's reader)");
    await mock.present("elderly-with-limit", { medication: true, limitCertificate: true });
    for await (const checkIn of onshi.checkIns()) {
      tell.line(answerText(checkIn.answer));
      tell.line(
        `同意した情報　 ${
          Object.keys(checkIn.consents.states)
            .filter((kind) => kind in checkIn.consents)
            .join("、") || "なし"
        }`,
      );
      await checkIn.acknowledge();
      tell.line("取り込み済み（face のファイルは削除）");
      break;
    }
  } finally {
    await onshi.close();
  }
}

/** What a desk enters from the patient's documents. */
function papersOf(mock: Mock, personaId: string): EligibilityQuestion {
  const persona = mock.personas.find(({ id }) => id === personaId);
  if (!persona) throw new Error(`there is no persona ${personaId}`);
  return persona.papers;
}

/** A failure in both languages, and an exit code that says so. */
function explain(error: unknown): void {
  const text = OnshiError.is(error)
    ? `${error.operatorMessage}\n  ${error.code}: ${error.vendorMessage}`
    : String(error);
  process.stderr.write(`\n✗ デモを最後まで実行できませんでした。\n  ${text}\n`);
  process.exitCode = OnshiError.is(error) ? 3 : 1;
}

if (process.argv[1]?.endsWith("01-first-light.ts")) {
  await firstLight({ pcsc: true, write: (text) => void process.stdout.write(text) }).catch(explain);
}
