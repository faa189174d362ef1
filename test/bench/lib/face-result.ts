import type { MessageDeclaration } from "@onshi/core/messages";
import { golden, layoutOf } from "./golden.ts";

/** A check-in at the face reader, typed by hand from the interface notes (oqs-exchange §4.3). */
export const faceResult: Uint8Array = golden("OQSsiquc01res_face_9910000000canonical_20261120091503.xml");

/** Its message id. */
export const faceResultId = "OQSsiquc01res_face";

/** Its layout. */
export const faceLayout: MessageDeclaration = layoutOf(faceResultId);
