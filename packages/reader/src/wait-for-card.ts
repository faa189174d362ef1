import { type Clock, OnshiError, systemClock, throwIfAborted } from "@onshi/core/base";
import { abilitiesOfThisProcess, type ReaderAbilities } from "./apdu/reader-ability.ts";
import type { Patience } from "./apdu/gate.ts";
import { CardConnection } from "./jpki/connection.ts";
import type { MyNumberCard } from "./jpki/my-number-card.ts";
import { dangerouslyTransmit, withRawCommands } from "./jpki/raw-session.ts";
import { JpkiSession } from "./jpki/session.ts";
import type { CardChannel } from "./channel/channel.ts";
import { chooseReader, type WaitingReason } from "./channel/choose-reader.ts";
import { pcscSource } from "./pcsc/pcsc-source.ts";
import { connectThrough, type ReaderSource } from "./channel/reader-source.ts";
import { recordedChannel, type TranscriptSink } from "./transcript/recorded-channel.ts";

/** How {@link waitForCard} finds its card. */
export interface WaitForCardOptions {
  /** Exact name of a reader, or `auto` (default) for the one reader that holds a card. */
  readonly reader?: string;
  /** Where readers come from. Default: PC/SC, released when the card is closed. A source passed in stays open. */
  readonly source?: ReaderSource;
  /** Ends the waiting with `call.aborted`. */
  readonly signal?: AbortSignal;
  /** Wait until a card is there (default). With false, a missing reader or card is an error at once. */
  readonly wait?: boolean;
  /** Called with the reason each time there is still no card, for the text on the screen. */
  readonly onWaiting?: (reason: WaitingReason) => void;
  /** Receives every command and answer in redacted form: no PIN, no certificate, no signature. */
  readonly transcript?: TranscriptSink;
  /** What is known about readers; by default one memory that the whole process shares. */
  readonly abilities?: ReaderAbilities;
  /**
   * Longest wait for the answer to one command, in milliseconds; then the session ends with `card.timeout`. Default
   * 30,000, far more than a card needs. `Infinity` leaves the limit to the driver.
   */
  readonly commandTimeoutMs?: number;
  /**
   * Gives the session a method of this name for raw commands.
   *
   * @deprecated Dangerous: see {@link dangerouslyTransmit}.
   */
  readonly [dangerouslyTransmit]?: boolean;
  /** Source of time for that. Default: the machine's own. */
  readonly clock?: Clock;
}

const optionNames: ReadonlySet<string> = new Set<Extract<keyof WaitForCardOptions, string>>([
  "reader",
  "source",
  "signal",
  "wait",
  "onWaiting",
  "transcript",
  "abilities",
  "commandTimeoutMs",
  "clock",
]);

const defaultCommandTimeoutMs = 30_000;

/**
 * Waits for a card on a reader and opens a session with it. No command is sent yet; whether it is a My Number Card turns
 * out at the first call (jpki-card §3).
 *
 * Always close the card, after errors too: otherwise the PC/SC connection opened for it keeps the process alive.
 *
 * @throws OnshiError `config.invalid`; `card.serviceMissing` without a PC/SC service; `card.readerAmbiguous` when several readers hold a card and
 * none is named; `card.readerMissing`, `card.absent` with `wait: false`; `call.aborted`; whatever the source throws
 * @example
 * ```ts
 * import { inProcessSource, OnshiError, waitForCard } from "@onshi/reader";
 *
 * const source = inProcessSource([{ name: "Empty reader" }]);
 * try {
 *   await waitForCard({ source, wait: false });
 * } catch (error) {
 *   if (OnshiError.is(error)) console.log(error.code); // "card.absent"
 * }
 * ```
 */
export async function waitForCard(options: WaitForCardOptions = {}): Promise<MyNumberCard> {
  refuseUnknown(options);
  if (options.source !== undefined) return sessionOn(options.source, options);
  const source = pcscSource();
  const release = (): Promise<void> => source.close();
  try {
    return await sessionOn(source, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function sessionOn(
  source: ReaderSource,
  options: WaitForCardOptions,
  release?: () => Promise<void>,
): Promise<MyNumberCard> {
  const { abilities = abilitiesOfThisProcess, transcript } = options;
  const way = connectThrough(source);
  const connect = async (readerName: string): Promise<CardChannel> => {
    const channel = await way(readerName);
    return transcript ? recordedChannel(channel, transcript) : channel;
  };
  const patience = patienceOf(options);
  const channel = await connectToCard(source, options, connect);
  const { readerName, atr } = channel;
  const connection = new CardConnection(channel, () => connect(readerName), patience);
  const session = new JpkiSession({ readerName, atr, connection, abilities, ...(release && { release }) });
  return options[dangerouslyTransmit] === true ? withRawCommands(session, connection) : session;
}

/** A misspelt option, or one that somebody believes opens something, must not be ignored silently. */
function refuseUnknown(options: WaitForCardOptions): void {
  const field = Object.keys(options).find((name) => !optionNames.has(name));
  if (field === undefined) return;
  const names = [...optionNames].join(" | ");
  throw new OnshiError("config.invalid", { field, expected: { ja: names, en: names } });
}

function patienceOf({
  commandTimeoutMs: ms = defaultCommandTimeoutMs,
  clock = systemClock,
}: WaitForCardOptions): Patience | undefined {
  // A time-out of zero could strike right after the PIN was sent.
  if (typeof ms !== "number" || !(ms > 0)) {
    throw new OnshiError("config.invalid", {
      field: "commandTimeoutMs",
      expected: { ja: "正の数（ミリ秒）", en: "> 0" },
    });
  }
  return ms === Infinity ? undefined : { ms, clock };
}

async function connectToCard(
  source: ReaderSource,
  { reader = "auto", signal, wait = true, onWaiting }: WaitForCardOptions,
  connect: (readerName: string) => Promise<CardChannel>,
): Promise<CardChannel> {
  for (;;) {
    throwIfAborted(signal);
    const choice = chooseReader(await source.list(), reader);
    const connected = "reader" in choice ? await connectUnlessGone(() => connect(choice.reader)) : choice.waitingFor;
    if (typeof connected !== "string") return connected;
    if (!wait) throw new OnshiError(connected);
    onWaiting?.(connected);
    await source.changed(signal);
  }
}

/** The channel, or the reason to keep waiting when the card was removed between listing and connecting. */
async function connectUnlessGone(connect: () => Promise<CardChannel>): Promise<CardChannel | WaitingReason> {
  try {
    return await connect();
  } catch (error) {
    if (OnshiError.is(error) && (error.code === "card.absent" || error.code === "card.removed")) return "card.absent";
    throw error;
  }
}
