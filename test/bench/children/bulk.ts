// Reads a bulk file as a whole with one of the peers and reports speed and the memory it took beyond the file's bytes.
import { readFileSync } from "node:fs";
import process from "node:process";
import type { BulkReading } from "../lib/bulk.ts";
import { readFastXmlParser } from "../lib/read-fast-xml-parser.ts";
import { readOurs } from "../lib/read-ours.ts";
import { readSaxes } from "../lib/read-saxes.ts";

const limits = { maxBytes: Number.MAX_SAFE_INTEGER, maxElements: Number.MAX_SAFE_INTEGER };
const readers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  ours: (bytes) => readOurs(bytes, limits),
  "fast-xml-parser": readFastXmlParser,
  saxes: readSaxes,
};

const [name = "", file = ""] = process.argv.slice(2);
const bytes = readFileSync(file);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const result = readers[name]?.(bytes);
const seconds = (performance.now() - start) / 1000;
if (result === undefined) throw new Error(`nothing was read by ${name}`);
const reading: BulkReading = {
  megabytesPerSecond: bytes.length / 1e6 / seconds,
  // Resident, so that strings outside the heap count; the highest point, not what was left after a collection.
  peakMegabytes: ((process.resourceUsage().maxRSS - before) * 1024) / 1e6,
};
process.stdout.write(JSON.stringify(reading));
