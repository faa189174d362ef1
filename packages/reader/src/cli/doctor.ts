import { type Bilingual, type Clock, OnshiError, type OnshiErrorCode, terminalValue } from "@onshi/core/base";
import { readerAbilities, type ReaderAbility } from "../apdu/reader-ability.ts";
import type { MyNumberCard } from "../jpki/my-number-card.ts";
import type { ReaderState } from "../channel/channel.ts";
import type { ReaderSource } from "../channel/reader-source.ts";
import { waitForCard } from "../wait-for-card.ts";
import type { CliArguments } from "./arguments.ts";
import { readerAdvice } from "./reader-advice.ts";
import { type CliIo, type ExitCode, exitCode, printJson } from "./output.ts";
import { timedSource } from "./timed-source.ts";

/** One line of the report. `advice`: it works, but something can be done about it. */
interface Finding {
  readonly check: "service" | "readers" | "card" | "application" | "certificate" | "extendedLength" | "timing" | "pin";
  readonly state: "ok" | "advice" | "failed";
  readonly text: Bilingual;
  readonly code?: OnshiErrorCode;
}

const marks = { ok: "✓", advice: "!", failed: "✗" } as const;
/** Above this a reader or its driver counts as slow: cards answer in tens of milliseconds, a signature takes longer. */
const slowMs = 500;

/**
 * `onshi-card doctor`: checks everything a signature needs, from the PC/SC service to the card. Asks for no PIN. Exit
 * code 3 when something failed, 0 otherwise.
 */
export async function examine(source: ReaderSource, args: CliArguments, io: CliIo, clock: Clock): Promise<ExitCode> {
  const findings: Finding[] = [];
  for await (const finding of findingsOn(source, args, clock)) {
    findings.push(finding);
    const { state, text } = finding;
    if (args.json) printJson(io, "check", finding);
    else io.out(`${marks[state]} ${text.ja}\n  ${text.en}\n`);
  }
  return findings.some(({ state }) => state === "failed") ? exitCode.unreachable : exitCode.done;
}

async function* findingsOn(source: ReaderSource, args: CliArguments, clock: Clock): AsyncGenerator<Finding> {
  const readers = await attempt("service", () => source.list());
  if ("finding" in readers) {
    yield readers.finding;
    return;
  }
  yield ok("service", "スマートカードのサービスとドライバーが応答しました。", "The PC/SC service and driver respond.");
  yield* describeReaders(readers.value);

  const { timed, timings } = timedSource(source, clock);
  const abilities = readerAbilities();
  const opened = await attempt("card", () =>
    waitForCard({ source: timed, reader: args.reader, wait: false, abilities, clock }),
  );
  if ("finding" in opened) {
    yield opened.finding;
    return;
  }
  const card = opened.value;
  try {
    yield ok(
      "card",
      `カードがあります：${terminalValue(card.readerName)}`,
      `There is a card in ${terminalValue(card.readerName)}.`,
    );
    yield* describeCard(card);
    yield describeLength(abilities.of(card.readerName));
    yield describeTiming(timings);
  } finally {
    await card.close();
  }
}

function* describeReaders(readers: readonly ReaderState[]): Generator<Finding> {
  const names = readers.map(({ name }) => terminalValue(name)).join(", ");
  if (readers.length === 0) {
    yield failed("readers", "card.readerMissing");
    return;
  }
  yield ok("readers", `カードリーダー：${names}`, `Readers: ${names}.`);
  for (const { name } of readers) {
    for (const text of readerAdvice(name)) yield { check: "readers", state: "advice", text };
  }
}

async function* describeCard(card: MyNumberCard): AsyncGenerator<Finding> {
  const kind = await attempt("application", () => card.kind());
  if ("finding" in kind) {
    yield kind.finding;
    return;
  }
  yield ok(
    "application",
    `公的個人認証のカードです（${kind.value}）。`,
    `JPKI application found, kind: ${kind.value}.`,
  );
  const read = await attempt("certificate", () => card.userAuthentication());
  if ("finding" in read) yield read.finding;
  else {
    const { validUntil, environment } = read.value.certificate;
    const text = `有効期限 ${validUntil}（${environment}）`;
    yield ok(
      "certificate",
      `証明書を読み取りました。${text}`,
      `Certificate read, valid until ${validUntil}, ${environment}.`,
    );
  }
  const pin = await attempt("pin", () => card.pinStatus());
  if ("finding" in pin) {
    yield pin.finding;
    return;
  }
  const { remaining } = pin.value;
  if (remaining === 0) yield failed("pin", "pin.blocked", "advice");
  else yield ok("pin", `暗証番号の残り回数：${remaining}回`, `PIN tries left: ${remaining}.`);
}

function describeLength({ extended, chunk }: ReaderAbility): Finding {
  if (extended === true) {
    return ok(
      "extendedLength",
      "拡張長に対応しています（2コマンドで読み取り）。",
      "Extended length works: a certificate takes 2 commands.",
    );
  }
  if (extended === undefined) {
    return ok(
      "extendedLength",
      "拡張長は試していません。",
      "Extended length was not tried: no certificate could be read.",
    );
  }
  const size = chunk ?? 256;
  return {
    check: "extendedLength",
    state: "advice",
    text: {
      ja: `拡張長が使えないため、${size}バイトずつ読み取ります。動作に問題はありません。ドライバーを更新すると速くなることがあります。`,
      en: `No extended length: reads ${size} bytes at a time. That works; a newer driver may be faster.`,
    },
  };
}

function describeTiming(timings: readonly number[]): Finding {
  const sorted = timings.toSorted((one, other) => one - other);
  const [median = 0, longest = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  const shown = `${median.toFixed(1)} ms, ${longest.toFixed(1)} ms`;
  const isSlow = median > slowMs;
  return {
    check: "timing",
    state: isSlow ? "advice" : "ok",
    text: {
      ja: `1コマンドの時間（中央値、最大）：${shown}${isSlow ? "。遅いので、USBハブを通さず本体に直接つないでください。" : ""}`,
      en: `Time per command (median, longest): ${shown}${isSlow ? "; slow: connect the reader directly, not through a USB hub" : ""}.`,
    },
  };
}

type Attempt<T> = { readonly value: T } | { readonly finding: Finding };

async function attempt<T>(check: Finding["check"], action: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await action() };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    const text = { ja: error.operatorMessage, en: `${error.code}: ${error.vendorMessage}` };
    const state = error.code === "card.pinRequired" ? "advice" : "failed";
    return { finding: { check, state, text, code: error.code } };
  }
}

const ok = (check: Finding["check"], ja: string, en: string): Finding => ({ check, state: "ok", text: { ja, en } });

function failed(
  check: Finding["check"],
  code: "card.readerMissing" | "pin.blocked",
  state: Finding["state"] = "failed",
): Finding {
  const { operatorMessage, vendorMessage } = new OnshiError(code);
  return { check, state, text: { ja: operatorMessage, en: `${code}: ${vendorMessage}` }, code };
}
