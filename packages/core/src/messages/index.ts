/**
 * The messages of the exchange (電文): declarations as data, and the types and schemas generated from them.
 *
 * @module
 */
export { type AppliedOverlay, appliedOverlay, applyOverlay } from "./apply-overlay.ts";
export { type MessageIdParts, parseMessageId, plainResultId, usualAnswerId } from "./message-id.ts";
export type {
  Cardinality,
  Confidence,
  Distribution,
  FieldDeclaration,
  FieldType,
  GroupDeclaration,
  MessageDeclaration,
  Relocation,
  TextContent,
} from "./declaration.ts";
export { unknownConsentFlags } from "./consent-tags.ts";
export { checkInId, declarations } from "./declarations/index.ts";
export type * from "./generated/types/index.ts";
export { type FoundNumber, numberOrigin, type NumberOrigin, numbersIn } from "./number-origin.ts";
export { type Overlay, type OverlayChange, type OverlayFieldType, parseOverlay } from "./overlay.ts";
export { child, leaf, parent, type WireElement } from "./wire-element.ts";
