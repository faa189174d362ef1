// Reads a bulk file with one of the peers and reports speed and the memory it took.
import { readFileSync } from "node:fs";
import process from "node:process";
import type { BulkReading } from "../lib/bulk.ts";
import { bulkResultId } from "../lib/bulk-result.ts";
import { layoutOf } from "../lib/golden.ts";
import { fastXmlParserReader } from "../lib/read-fast-xml-parser.ts";
import { readOursInUnits } from "../lib/read-ours.ts";
import { readSaxes } from "../lib/read-saxes.ts";

const readFastXmlParser = fastXmlParserReader(layoutOf(bulkResultId));
const readers: Readonly<Record<string, (file: string) => unknown>> = {
  ours: readOursInUnits,
  "fast-xml-parser": (file) => readFastXmlParser(readFileSync(file)),
  saxes: (file) => readSaxes(readFileSync(file)),
};

const [name = "", file = "", size = ""] = process.argv.slice(2);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const result = await readers[name]?.(file);
const seconds = (performance.now() - start) / 1000;
if (!result) throw new Error(`nothing was read by ${name}`);
const reading: BulkReading = {
  megabytesPerSecond: Number(size) / 1e6 / seconds,
  // Resident, so that buffers and strings outside the heap count; the highest point, not what a collection left.
  peakMegabytes: ((process.resourceUsage().maxRSS - before) * 1024) / 1e6,
};
process.stdout.write(JSON.stringify(reading));
