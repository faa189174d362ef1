import { callsPerSecond } from "../lib/alternate.ts";
import { faceResult } from "../lib/face-result.ts";
import { readOurs } from "../lib/read-ours.ts";
import { readSaxes } from "../lib/read-saxes.ts";
import type { Row } from "../lib/row.ts";

export const faceSaxes: Row = {
  name: "face-saxes",
  title: "face result: decode + validate",
  peerName: "bare saxes 6 (text collected, nothing checked)",
  unit: "messages/s",
  goal: { of: "ratio", atLeast: 0.35 },
  measure: (effort) => callsPerSecond(effort, { ours: () => readOurs(faceResult), peer: () => readSaxes(faceResult) }),
};
