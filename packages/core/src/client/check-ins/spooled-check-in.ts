import { fromMirror, readJson, readXml } from "../../wire/index.ts";
import type { WireElement } from "../../messages/index.ts";
import { type CheckIn, checkInOf } from "./check-ins.ts";
import type { ClientContext } from "../context.ts";
import type { SpooledAnswer } from "../site/spool.ts";

/** A check-in from the spool, as if it had just come. */
export async function openCheckIn(context: ClientContext, spooled: SpooledAnswer): Promise<CheckIn> {
  const rawBytes = await spooled.read();
  const isJson = rawBytes[0] === "{".codePointAt(0);
  return checkInOf(context, {
    id: spooled.messageId,
    content: { format: isJson ? "json" : "xml", document: documentOf(context, rawBytes, isJson) },
    route: isJson ? "http" : "folder",
    rawBytes,
    receivedAt: spooled.putAt,
    acknowledge: () => spooled.acknowledge(),
  });
}

function documentOf({ codec }: ClientContext, bytes: Uint8Array, isJson: boolean): WireElement {
  return isJson ? fromMirror(readJson(bytes), codec.layout("OQSsiquc01res_face")) : readXml(bytes).root;
}
