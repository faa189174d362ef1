import { concat, fromHex, OnshiError } from "@onshi/core/base";
import type { CardInProcess, InProcessSource } from "../../src/index.ts";

/** The place of one fault: a command on its way to the reader. */
export interface FaultPlace {
  readonly source: InProcessSource;
  readonly reader: string;
  /** Another person's card of the same kind. */
  readonly other: CardInProcess;
  readonly command: Uint8Array;
  /** Lets the command go on to the card. */
  readonly proceed: () => Promise<Uint8Array>;
  /** Serves these answers to the next commands, which then do not reach the card. */
  readonly serve: (answers: readonly Uint8Array[]) => void;
  /** Never comes to an end; lets the session's clock run out. */
  readonly hang: () => Promise<Uint8Array>;
}

/** What goes wrong, once, at one command. */
export interface Fault {
  readonly name: string;
  /** True when the driver reports it: then the session has to be over, and nothing more may be sent. */
  readonly endsSession: boolean;
  readonly happen: (place: FaultPlace) => Promise<Uint8Array>;
}

const word = (hex: string) => async (): Promise<Uint8Array> => fromHex(hex);

/** Only a part of the answer, or half of the status word when there is nothing else. */
async function truncated({ proceed }: FaultPlace): Promise<Uint8Array> {
  const answer = await proceed();
  const data = answer.subarray(0, -2);
  return data.length === 0 ? answer.subarray(0, 1) : concat(data.subarray(0, data.length >> 1), answer.subarray(-2));
}

/** The answer in two parts, the second one for GET RESPONSE. */
async function inTwoParts({ proceed, serve }: FaultPlace): Promise<Uint8Array> {
  const answer = await proceed();
  const rest = answer.length - 2 > 255 ? answer.length - 2 - 255 : 0;
  const tail = answer.subarray(rest);
  serve([tail]);
  return concat(answer.subarray(0, rest), Uint8Array.of(0x61, (tail.length - 2) & 0xff));
}

/** The card names the exact length and wants the command again. */
async function exactLength({ proceed, serve }: FaultPlace): Promise<Uint8Array> {
  const answer = await proceed();
  const length = Math.min(answer.length - 2, 256);
  serve([concat(answer.subarray(0, length), answer.subarray(-2))]);
  return Uint8Array.of(0x6c, length & 0xff);
}

export const faults: readonly Fault[] = [
  {
    name: "card removed",
    endsSession: true,
    happen: async ({ source, reader, proceed }) => (source.remove(reader), proceed()),
  },
  {
    name: "another person's card, no event",
    endsSession: false,
    happen: async ({ source, reader, other, proceed }) => (source.swapUnnoticed(reader, other), proceed()),
  },
  {
    name: "another person's card, with events",
    endsSession: true,
    happen: async ({ source, reader, other, proceed }) => {
      source.remove(reader);
      source.insert(reader, other);
      return proceed();
    },
  },
  {
    name: "reset by another process",
    endsSession: true,
    happen: async ({ source, reader, proceed }) => (source.resetByOther(reader), proceed()),
  },
  { name: "6F00, not carried out", endsSession: false, happen: word("6F00") },
  { name: "61xx, then the rest", endsSession: false, happen: inTwoParts },
  { name: "61xx, and nothing behind it", endsSession: false, happen: word("6110") },
  { name: "6Cxx, then the answer", endsSession: false, happen: exactLength },
  { name: "6C05, not carried out", endsSession: false, happen: word("6C05") },
  { name: "6700", endsSession: false, happen: word("6700") },
  { name: "6D00", endsSession: false, happen: word("6D00") },
  { name: "truncated", endsSession: false, happen: truncated },
  { name: "empty answer", endsSession: true, happen: async ({ proceed }) => (await proceed()).subarray(0, 0) },
  { name: "9000 without data", endsSession: false, happen: word("9000") },
  {
    name: "a byte too much",
    endsSession: false,
    happen: async ({ proceed }) => {
      const answer = await proceed();
      return concat(answer.subarray(0, -2), Uint8Array.of(0x00), answer.subarray(-2));
    },
  },
  { name: "time-out", endsSession: true, happen: ({ hang }) => hang() },
  {
    name: "answer lost",
    endsSession: true,
    happen: async ({ proceed }) => {
      await proceed();
      throw new Error("SCARD_F_COMM_ERROR");
    },
  },
  {
    name: "sharing violation",
    endsSession: true,
    happen: async () => {
      throw new OnshiError("card.busy");
    },
  },
];
