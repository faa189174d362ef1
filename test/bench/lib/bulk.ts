import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "./child.ts";
import { bulkResult } from "./bulk-result.ts";
import type { Effort, Samples } from "./row.ts";

/** How one reader took the bulk file. */
export interface BulkReading {
  readonly megabytesPerSecond: number;
  readonly peakMegabytes: number;
}

type Reader = "ours" | "fast-xml-parser" | "saxes";

/** Large files are slow to read: a few rounds say enough. */
const mostRounds = 3;

let readings: Promise<Readonly<Record<Reader, readonly BulkReading[]>>> | undefined;

/** One property of the readings of both sides. All rows share the readings, made in turns, each in its own process. */
export async function bulkSamples(
  effort: Effort,
  peer: Exclude<Reader, "ours">,
  property: keyof BulkReading,
): Promise<Samples> {
  readings ??= readInTurns(effort);
  const all = await readings;
  return { ours: all.ours.map((one) => one[property]), peer: all[peer].map((one) => one[property]) };
}

async function readInTurns(effort: Effort): Promise<Readonly<Record<Reader, readonly BulkReading[]>>> {
  const all: Record<Reader, BulkReading[]> = { ours: [], "fast-xml-parser": [], saxes: [] };
  const folder = mkdtempSync(path.join(tmpdir(), "onshi-bench-"));
  const file = path.join(folder, "bulk.xml");
  try {
    const bytes = bulkResult(effort.bulkBytes);
    writeFileSync(file, bytes);
    for (let round = 0; round < Math.min(effort.rounds, mostRounds); round++) {
      for (const reader of ["ours", "fast-xml-parser", "saxes"] as const) {
        all[reader].push(
          JSON.parse(await outputOf(effort, "bulk.ts", [reader, file, String(bytes.length)])) as BulkReading,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return all;
}
