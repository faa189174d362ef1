import type { MyNumberCard } from "@onshi/reader";
import { cardDesk } from "./card-desk.ts";
import { openScCounts } from "./open-sc.ts";
import type { Samples } from "./row.ts";

/** A job on the card. */
export interface CardJob {
  readonly shortOnly?: boolean;
  /** What was done on the card before; not counted. */
  readonly before?: (card: MyNumberCard) => Promise<unknown>;
  readonly work: (card: MyNumberCard) => Promise<unknown>;
  /** What OpenSC does for the same end. */
  readonly peer: "readCertificate" | "sign";
}

/** Commands of a job beside those of OpenSC. One run says all: nothing about it varies. */
export async function countCommands({ shortOnly = false, before, work, peer }: CardJob): Promise<Samples> {
  const desk = cardDesk({ shortOnly });
  const card = await desk.open();
  await before?.(card);
  const start = desk.commands;
  await work(card);
  const ours = desk.commands - start;
  await card.close();
  const { peerName, ...counts } = await openScCounts();
  return { ours: [ours], peer: [counts[peer]], peerName };
}
