import { bulkSamples } from "../lib/bulk.ts";
import type { Row } from "../lib/row.ts";

export const bulkSpeed: Row = {
  name: "bulk-speed",
  title: "bulk file of 50 MB: decode + validate",
  peerName: "fast-xml-parser 5.12 (validating) + zod 4",
  unit: "MB/s",
  goal: { of: "ours", atLeast: 20 },
  note: "our side reads the file person by person, the peer as a whole; the client reads it twice, first to its end",
  measure: (effort) => bulkSamples(effort, "fast-xml-parser", "megabytesPerSecond"),
};
