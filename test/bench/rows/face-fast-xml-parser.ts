import { callsPerSecond } from "../lib/alternate.ts";
import { faceLayout, faceResult } from "../lib/face-result.ts";
import { fastXmlParserReader } from "../lib/read-fast-xml-parser.ts";
import { readOurs } from "../lib/read-ours.ts";
import type { Row } from "../lib/row.ts";

const readPeer = fastXmlParserReader(faceLayout);

export const faceFastXmlParser: Row = {
  name: "face-fast-xml-parser",
  title: "face result: decode + validate",
  peerName: "fast-xml-parser 5.12 (validating) + zod 4",
  unit: "messages/s",
  goal: { of: "ratio", atLeast: 3.5 },
  note: "the peer checks and converts the same, but keeps the names of the wire",
  measure: (effort) => callsPerSecond(effort, { ours: () => readOurs(faceResult), peer: () => readPeer(faceResult) }),
};
