import { createCodec, type DecodedMessage, readXml } from "@onshi/core/wire";
import { faceResultId } from "./face-result.ts";

const codec = createCodec();

/** Bytes to the typed message, as the folder transport and the client do it. A problem would be a fault of the file. */
export function readOurs(bytes: Uint8Array, limits: Parameters<typeof readXml>[1] = {}): DecodedMessage<unknown> {
  const decoded = codec.decode(faceResultId, readXml(bytes, limits).root);
  if (decoded.problems.length > 0) throw new Error(decoded.problems[0]?.path);
  return decoded;
}
