import { fitOf } from "../../fidelity/recognise.ts";
import { checkInId, plainResultId, type WireElement } from "../../messages/index.ts";
import { type Codec, hasElement, parseFileName } from "../../wire/index.ts";

/** Found only in the result of a single eligibility check. */
const telling = ["header.referenceClassification", "body.results"];

/**
 * Whether a document pushed into `face` is a check-in. Its content decides, because tools and people name files as they
 * like and other services push theirs too (oqs-exchange §2.2): it has what only the result of a single eligibility check
 * has, or it is named like a check-in and no other message fits better, for instance when the check failed as a whole.
 */
export function isCheckIn(codec: Codec, root: WireElement, fileName: string | undefined): boolean {
  const layout = codec.layout(checkInId);
  if (telling.some((property) => hasElement(layout, root, property))) return true;
  const name = fileName === undefined ? undefined : parseFileName(fileName);
  if (fileName !== undefined && name?.id !== plainResultId(checkInId)) return false;
  const own = fitOf(layout, root);
  if (name?.kind === "result" && own <= 0) return false;
  return codec.declarations.every((declaration) => fitOf(declaration, root) <= own);
}
