import type { MyNumberCard } from "@onshi/reader";
import { cardDesk } from "./card-desk.ts";
import type { Samples } from "./row.ts";

/** A job on the card. */
export interface CardJob {
  readonly shortOnly?: boolean;
  /** What was done on the card before; not counted. */
  readonly before?: (card: MyNumberCard) => Promise<unknown>;
  readonly work: (card: MyNumberCard) => Promise<unknown>;
}

/** Commands of a job beside a known number of the peer. One run says all: nothing about it varies. */
export async function countCommands({ shortOnly = false, before, work }: CardJob, peer: number): Promise<Samples> {
  const desk = cardDesk({ shortOnly });
  const card = await desk.open();
  await before?.(card);
  const start = desk.commands;
  await work(card);
  const ours = desk.commands - start;
  await card.close();
  return { ours: [ours], peer: [peer] };
}
