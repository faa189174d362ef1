import { messageSchemas } from "../../../packages/core/src/messages/generated/schemas/index.ts";
import { callsPerSecond } from "../lib/alternate.ts";
import { faceMessage } from "../lib/encode-ours.ts";
import { faceResult, faceResultId } from "../lib/face-result.ts";
import { readOurs } from "../lib/read-ours.ts";
import type { Row } from "../lib/row.ts";

const schema = messageSchemas[faceResultId];

/** Why the decoder checks by itself: the ratio is what a second check by zod would add to the time of decoding. */
export const zodShare: Row = {
  name: "zod-share",
  title: "face result: what a zod pass would add",
  peerName: "zod 4 with the generated schema, over the message that was read",
  unit: "messages/s",
  note: "ratio = share of our time that checking once more with zod would add; the SDK does not do it",
  measure: (effort) =>
    callsPerSecond(effort, { ours: () => readOurs(faceResult), peer: () => schema.parse(faceMessage) }),
};
