import { fitOf } from "../fidelity/recognise.ts";
import { child, type WireElement } from "../messages/index.ts";
import { type Codec, parseFileName } from "../wire/index.ts";

const layoutId = "OQSsiquc01res_face";

/**
 * Whether a document pushed at the card reader is a check-in. Its content decides, because tools and people name files
 * as they like and other services push theirs too (oqs-exchange §2.2): what only the result of a single eligibility
 * check has, or a file named a check-in that no other message fits better, for instance one that failed as a whole.
 */
export function isCheckIn(codec: Codec, root: WireElement, fileName: string | undefined): boolean {
  const [header, body] = [child(root, "MessageHeader"), child(root, "MessageBody")];
  if (header && child(header, "ReferenceClassification")) return true;
  if (body && child(body, "ResultList")) return true;
  const name = fileName === undefined ? undefined : parseFileName(fileName);
  if (fileName !== undefined && name?.id !== "OQSsiquc01res") return false;
  const own = fitOf(codec.layout(layoutId), root);
  if (name?.kind === "result" && own <= 0) return false;
  return codec.declarations.every((declaration) => fitOf(declaration, root) <= own);
}
