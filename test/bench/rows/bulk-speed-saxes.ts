import { bulkSamples } from "../lib/bulk.ts";
import type { Row } from "../lib/row.ts";

export const bulkSpeedSaxes: Row = {
  name: "bulk-speed-saxes",
  title: "bulk file of 50 MB: decode + validate",
  peerName: "bare saxes 6 (text collected, nothing checked)",
  unit: "MB/s",
  goal: { of: "ratio", atLeast: 0.35 },
  measure: (effort) => bulkSamples(effort, "saxes", "megabytesPerSecond"),
};
