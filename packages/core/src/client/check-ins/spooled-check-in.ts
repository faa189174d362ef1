import { OnshiError } from "../../base/index.ts";
import { checkInId } from "../../messages/index.ts";
import { readDocument } from "../../wire/index.ts";
import type { ClientContext } from "../context.ts";
import type { SpooledAnswer } from "../site/spool.ts";
import { type CheckIn, checkInOf } from "./check-ins.ts";

/** A check-in from the spool, as if it had just come. */
export async function openCheckIn(context: ClientContext, spooled: SpooledAnswer): Promise<CheckIn> {
  const { messageId, format, route, putAt } = spooled;
  const rawBytes = await spooled.read();
  if (format !== "xml" && format !== "json") {
    const expected = { ja: "受付の資格確認結果", en: "a check-in, XML or JSON" };
    throw new OnshiError("wire.unexpectedMessage", { expected }, { rawBytes });
  }
  return checkInOf(context, {
    id: messageId,
    content: { format, document: readDocument(rawBytes, context.codec.layout(checkInId), format) },
    route,
    rawBytes,
    receivedAt: putAt,
    acknowledge: () => spooled.acknowledge(),
  });
}
