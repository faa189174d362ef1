import { sameBytes } from "@onshi/core/base";
import { writeXml } from "@onshi/core/wire";
import { XMLBuilder } from "fast-xml-parser";
import { callsPerSecond } from "../lib/alternate.ts";
import { encodeOurs, faceMessage } from "../lib/encode-ours.ts";
import { builderInput } from "../lib/builder-input.ts";
import type { Row } from "../lib/row.ts";

const builder = new XMLBuilder({ preserveOrder: true, format: true, ignoreAttributes: false, suppressEmptyNode: true });

export const encode: Row = {
  name: "encode",
  title: "face result: encode",
  peerName: "XMLBuilder of fast-xml-parser 5.12, from its own tree",
  unit: "messages/s",
  note: "our side begins with the typed message: checks it, puts it into the words and the order of the wire, writes it",
  measure: (effort) => {
    const tree = builderInput(encodeOurs(faceMessage));
    const ours = (): Uint8Array => writeXml(encodeOurs(faceMessage));
    const peer = (): Uint8Array => new TextEncoder().encode(`${builder.build(tree)}\n`);
    if (!sameBytes(ours(), peer())) throw new Error("the peer writes another document");
    return callsPerSecond(effort, { ours, peer });
  },
};
