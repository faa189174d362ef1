import { bulkSamples } from "../lib/bulk.ts";
import type { Row } from "../lib/row.ts";

export const bulkSpeed: Row = {
  name: "bulk-speed",
  title: "bulk file of 50 MB: decode + validate",
  peerName: "fast-xml-parser 5.12 (validating) + zod 4",
  unit: "MB/s",
  goal: { of: "ours", atLeast: 20 },
  note: "read as one document with raised limits; a streaming reader for bulk answers does not exist yet",
  measure: (effort) => bulkSamples(effort, "fast-xml-parser", "megabytesPerSecond"),
};
