import { bulkSamples } from "../lib/bulk.ts";
import type { Row } from "../lib/row.ts";

export const bulkMemory: Row = {
  name: "bulk-memory",
  title: "bulk file of 50 MB: peak memory",
  peerName: "fast-xml-parser 5.12 (validating) + zod 4",
  unit: "MB",
  goal: { of: "ours", atMost: 100 },
  note: "resident memory of the process at its highest, beyond that before reading",
  measure: (effort) => bulkSamples(effort, "fast-xml-parser", "peakMegabytes"),
};
