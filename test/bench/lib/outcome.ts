import type { Goal, Row, Samples } from "./row.ts";
import { median, spread } from "./statistics.ts";

/** One line of `--json`. `ratio` is `ours / peer`, whichever direction is the better one. */
export interface OutcomeLine {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly unit: string;
}

/** What a row came to. */
export interface Outcome extends OutcomeLine {
  readonly oursSpread: number;
  readonly peerSpread: number;
  /** Missing where there is no goal. */
  readonly isMet?: boolean;
}

/** Medians of both sides, judged by the goal. */
export function outcomeOf(row: Row, samples: Samples): Outcome {
  const [ours, peer] = [median(samples.ours), median(samples.peer)];
  const ratio = ours / peer;
  const { name, unit, goal } = row;
  const { peerName = row.peerName } = samples;
  return {
    name,
    ours,
    peer,
    peerName,
    ratio,
    unit,
    oursSpread: spread(samples.ours),
    peerSpread: spread(samples.peer),
    ...(goal && { isMet: meets(goal, goal.of === "ours" ? ours : ratio) }),
  };
}

/** The contract of `--json`, nothing more. */
export function lineOf({ name, ours, peer, peerName, ratio, unit }: Outcome): OutcomeLine {
  return { name, ours, peer, peerName, ratio, unit };
}

function meets({ atLeast = -Infinity, atMost = Infinity }: Goal, value: number): boolean {
  return value >= atLeast && value <= atMost;
}
