import { concat } from "@onshi/core/base";
import type { CardInProcess } from "@onshi/reader";
import type { Chance } from "./chance.ts";

const statusWords = [
  0x9000, 0x6282, 0x6300, 0x63c0, 0x63c3, 0x63cf, 0x6100, 0x6110, 0x61ff, 0x6c00, 0x6c05, 0x6700, 0x6981, 0x6982,
  0x6983, 0x6984, 0x6985, 0x6986, 0x6a82, 0x6a86, 0x6b00, 0x6d00, 0x6e00, 0x6f00,
] as const;

const word = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);

/** Ways to spoil an answer, each of them seen or imaginable on a bad antenna, in a bad driver, or from a hostile card. */
const mutations: readonly [Mutation, ...Mutation[]] = [
  (answer, chance) => answer.slice(0, chance.below(answer.length + 1)),
  (answer, chance) => concat(answer, chance.bytes(1 + chance.below(4))),
  (answer, chance) => concat(answer.slice(0, -2), word(chance.pick(statusWords))),
  (_answer, chance) => word(chance.pick(statusWords)),
  (_answer, chance) => word(chance.below(0x10000)),
  (answer, chance) => concat(chance.bytes(chance.below(300)), answer.slice(-2)),
  (answer, chance) => flipped(answer, chance),
  (answer, chance) => flipped(flipped(answer, chance), chance),
  // A length of DER that is not true: near the start, where the reader looks.
  (answer, chance) => answer.with(Math.min(answer.length - 1, chance.below(6)), chance.below(256)),
  (answer, chance) => concat(answer.slice(0, -2).subarray(chance.below(answer.length)), answer.slice(-2)),
  (answer, chance) => concat(answer.slice(0, -2), answer.slice(0, chance.below(40)), word(chance.pick(statusWords))),
];

type Mutation = (answer: Uint8Array, chance: Chance) => Uint8Array;

function flipped(answer: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(answer.length);
  return answer.with(at, (answer[at] ?? 0) ^ (1 << chance.below(8)));
}

/** A card whose answers are spoiled once in `rarity`, or invented altogether when that is 0. Counts what it was sent. */
export interface OddCard extends CardInProcess {
  readonly sent: { exchanges: number; verifies: number };
}

export function oddCard(card: CardInProcess, chance: Chance, rarity: number): OddCard {
  const sent = { exchanges: 0, verifies: 0 };
  return {
    atr: card.atr,
    sent,
    powerOn: () => card.powerOn(),
    powerOff: () => card.powerOff(),
    reset: () => card.reset(),
    transmit: (command) => {
      sent.exchanges += 1;
      if (command[1] === 0x20 && command.length > 4) sent.verifies += 1;
      if (rarity === 0) return invented(chance);
      const answer = card.transmit(command);
      if (!chance.oneIn(rarity)) return answer;
      if (chance.oneIn(20)) throw new Error("driver");
      return chance.pick(mutations)(answer, chance);
    },
  };
}

function invented(chance: Chance): Uint8Array {
  const length = chance.pick([0, 0, 0, 1, 3, 32, 160, 256, 300]);
  const data = chance.bytes(length);
  // Half of it looks like the start of a certificate.
  if (length > 3 && chance.oneIn(2)) data.set([0x30, chance.pick([0x82, 0x82, 0x81, 0x80, 0x10]), chance.below(8)]);
  return concat(data, chance.oneIn(30) ? chance.bytes(chance.below(2)) : word(chance.pick(statusWords)));
}
