import type { WireElement } from "@onshi/core/messages";
import { createCodec, readXml } from "@onshi/core/wire";
import { faceResult, faceResultId } from "./face-result.ts";

const codec = createCodec();

/** The check-in at the face reader as a typed message. */
export const faceMessage: unknown = codec.decode(faceResultId, readXml(faceResult).root).message;

/** Typed message to tree, as every request goes. */
export function encodeOurs(message: unknown): WireElement {
  return codec.encode(faceResultId, message);
}
