import { OnshiError } from "../base/index.ts";
import type { CodeTableId } from "../codes/index.ts";
import type { Cardinality } from "./declaration.ts";
import { overlayFault } from "./overlay-format.ts";

/** What an added element holds; groups cannot be added. */
export type OverlayFieldType =
  | { readonly kind: "text"; readonly maxLength?: number }
  | { readonly kind: "date" | "month" | "dateTime" }
  | { readonly kind: "code"; readonly table: CodeTableId };

/** One correction. `path` consists of wire tags from `MessageHeader` or `MessageBody` on, joined by `/`. */
export type OverlayChange =
  /** The message has another file id. */
  | { readonly do: "renameMessage"; readonly message: string; readonly to: string }
  /** The element has another tag. */
  | { readonly do: "renameElement"; readonly message: string; readonly path: string; readonly to: string }
  /** The element has another length, or is now mandatory or optional. A single one stays single, a repeated one repeated. */
  | {
      readonly do: "setElement";
      readonly message: string;
      readonly path: string;
      readonly maxLength?: number;
      readonly cardinality?: Cardinality;
    }
  /** The group has another order; unnamed tags follow after the named ones. */
  | { readonly do: "reorder"; readonly message: string; readonly path: string; readonly order: readonly string[] }
  /** The group has one more element; `name` is its property in TypeScript. */
  | {
      readonly do: "addElement";
      readonly message: string;
      readonly path: string;
      readonly wire: string;
      readonly name: string;
      readonly type: OverlayFieldType;
      readonly cardinality?: "1" | "?";
    }
  /** There is one more message, with the layout of a known one; for a request, `answer` is the id of its answer. */
  | { readonly do: "addMessage"; readonly like: string; readonly id: string; readonly answer?: string };

/** A private file with which a vendor who has the official document corrects what is guessed here. */
export interface Overlay {
  /** Version of the overlay format. */
  readonly onshiOverlay: 1 | 2;
  /** Version of the SDK against whose layouts the changes were written; format 2. Shown by `onshi doctor`. */
  readonly basis?: string;
  /** Where the correction comes from, e.g. name and version of the document; shown by `onshi doctor`. */
  readonly source: string;
  readonly changes: readonly OverlayChange[];
}

/**
 * Checks an overlay read from a JSON file.
 *
 * @throws OnshiError `overlay.invalid` naming the place, when the file is not an overlay
 */
export function parseOverlay(json: unknown): Overlay {
  const fault = overlayFault(json);
  if (fault !== undefined) throw new OnshiError("overlay.invalid", { field: fault || "onshiOverlay" });
  // A copy, so that later changes to the caller's object have no effect.
  return structuredClone(json) as Overlay;
}
