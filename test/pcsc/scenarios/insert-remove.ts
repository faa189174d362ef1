/** Lays a card down and lifts it, twenty times, and looks whether anything stays behind. */
import { readdirSync } from "node:fs";
import { vpcdLink } from "@onshi/mock-server/card";
import { waitForCard } from "@onshi/reader";
import { insertUntilSeen, seen, source, tell, watchedCard } from "./scene.ts";

const cycles = 20;
const readers = source();
const link = vpcdLink();
const { card } = watchedCard("insured-valid");
const held = (): { files: number; threads: number } => ({
  files: readdirSync("/proc/self/fd").length,
  threads: readdirSync("/proc/self/task").length,
});

let reinserted = 0;
let missedRemovals = 0;
let read = 0;
let early = held();
for (let cycle = 1; cycle <= cycles; cycle += 1) {
  reinserted += await insertUntilSeen(link, card, readers);
  const session = await waitForCard({ source: readers });
  const { certificate } = await session.userAuthentication();
  if (certificate.der.length > 0) read += 1;
  await session.close();
  await link.remove();
  if (!(await seen(readers, false, 10_000))) missedRemovals += 1;
  if (cycle === 4) early = held();
}
const late = held();
await readers.close();
tell({ read, missedRemovals, reinserted, early, late });
