import { type Clock, concat, fromHex, OnshiError, toHex } from "@onshi/core/base";
import type { VirtualCard } from "@onshi/mock-server/card";
import { inProcessSource, type InProcessSource, readerAbilities, waitForCard } from "../../src/index.ts";
import type { CardChannel } from "../../src/channel/channel.ts";
import { connectThrough, sealed } from "../../src/channel/reader-source.ts";
import { testCard } from "../card/test-card.ts";
import type { Fault, FaultPlace } from "./faults.ts";
import type { Session } from "./sessions.ts";

const reader = "Reader of the matrix";

/** One command as it left the package, and what came back; no answer when the driver failed. */
export interface Exchanged {
  readonly command: string;
  readonly response?: string;
  /** The card that was in the reader when the command reached it. */
  readonly onOther: boolean;
}

/** The outcome of a session with one fault. */
export interface Cell {
  /** `ok`, or the code of the error. Anything that is not an OnshiError is thrown. */
  readonly outcome: string;
  readonly result: unknown;
  readonly exchanged: readonly Exchanged[];
  readonly own: VirtualCard;
  readonly other: VirtualCard;
  /** How a further call on the session ends. */
  readonly afterwards: string;
  /** How many commands that further call sent. */
  readonly sentAfterwards: number;
  /** A card was left in the reader with which anybody could sign now. */
  readonly leftVerified: boolean;
}

/** Runs a session with a fault at its n-th command, or without any. */
export async function runCell(session: Session, fault?: Fault, at = -1): Promise<Cell> {
  const make = (person: "auth-01" | "auth-02"): VirtualCard =>
    testCard({ person, ...(session.profile && { profile: session.profile }), quirks: session.quirks ?? {} });
  const [own, other] = [make("auth-01"), make("auth-02")];
  const source = inProcessSource([{ name: reader, card: own }]);
  const exchanged: Exchanged[] = [];
  const served: Uint8Array[] = [];
  const { clock, ring } = stoppedClock();
  let holds = own;
  const place = (command: Uint8Array, proceed: () => Promise<Uint8Array>): FaultPlace => ({
    source,
    reader,
    other,
    command,
    proceed,
    serve: (answers) => void served.push(...answers),
    hang: () => (queueMicrotask(ring), new Promise(() => undefined)),
  });
  const transmit = async (channel: CardChannel, command: Uint8Array): Promise<Uint8Array> => {
    const index = exchanged.length;
    const text = toHex(command);
    exchanged.push({ command: text, onOther: holds === other });
    const answer = await (served.length > 0
      ? (served.shift() ?? new Uint8Array())
      : fault !== undefined && index === at
        ? fault.happen(place(command, () => channel.transmit(command)))
        : channel.transmit(command));
    if (index === at && fault?.name.startsWith("another")) holds = other;
    exchanged[index] = { command: text, response: toHex(answer), onOther: holds === other };
    return answer;
  };
  const connect = async (name: string): Promise<CardChannel> => {
    const channel = await connectThrough(source)(name);
    return { ...channel, transmit: (command) => transmit(channel, command) };
  };
  const abilities = readerAbilities();
  abilities.learn(reader, session.ability ?? { extended: true });
  const card = await waitForCard({ source: sealed({ ...source, connect }), abilities, clock, commandTimeoutMs: 1_000 });

  const [outcome, result] = await outcomeOf(session.run(card));
  const sent = exchanged.length;
  const [afterwards] = await outcomeOf(card.pinStatus());
  const sentAfterwards = exchanged.length - sent;
  await card.close();
  const leftVerified = await canSign(source);
  return { outcome, result, exchanged: exchanged.slice(0, sent), own, other, afterwards, sentAfterwards, leftVerified };
}

async function outcomeOf(work: Promise<unknown>): Promise<readonly [string, unknown]> {
  try {
    return ["ok", await work];
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    return [error.code, undefined];
  }
}

/** A clock on which time passes only when told to. */
function stoppedClock(): { readonly clock: Clock; readonly ring: () => void } {
  const sleepers = new Set<() => void>();
  const sleep = (_ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => (sleepers.delete(wake), resolve());
      sleepers.add(wake);
      signal?.addEventListener("abort", wake, { once: true });
    });
  const ring = (): void => {
    for (const wake of sleepers) wake();
  };
  return { clock: { now: () => new Date(0), monotonic: () => 0, sleep }, ring };
}

/** Tries what a thief of the moment would try: to sign without a PIN, on whatever lies in the reader, by both names. */
async function canSign(source: InProcessSource): Promise<boolean> {
  const [state] = await source.list();
  if (state?.cardPresent !== true) return false;
  const channel = await connectThrough(source)(reader);
  await channel.begin();
  const digest = concat(fromHex("3031300D060960864801650304020105000420"), new Uint8Array(32));
  const sign = (p2: number): Uint8Array =>
    concat(Uint8Array.of(0x80, 0x2a, 0x00, p2, digest.length), digest, Uint8Array.of(0));
  await channel.transmit(fromHex("00A4040C0AD392F000260100000001"));
  const byShortId = await channel.transmit(sign(0x97));
  await channel.transmit(fromHex("00A4020C020017"));
  const selected = await channel.transmit(sign(0x80));
  return byShortId.length > 2 || selected.length > 2;
}
