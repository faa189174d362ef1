import * as z from "zod";
import { OnshiError } from "../base/index.ts";
import { type CodeTableId, codeTables } from "../codes/index.ts";
import type { Cardinality } from "./declaration.ts";

const wireName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
const propertyName = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** What an added element holds; groups cannot be added. */
export type OverlayFieldType =
  | { readonly kind: "text"; readonly maxLength?: number }
  | { readonly kind: "date" | "month" | "dateTime" }
  | { readonly kind: "code"; readonly table: CodeTableId };

/** One correction. `path` is made of wire tags from `MessageHeader` or `MessageBody` on, joined by `/`. */
export type OverlayChange =
  /** The message has another file id. */
  | { readonly do: "renameMessage"; readonly message: string; readonly to: string }
  /** The element has another tag. */
  | { readonly do: "renameElement"; readonly message: string; readonly path: string; readonly to: string }
  /** The element has another length, or is now mandatory or optional. Once stays once, many times stays many. */
  | {
      readonly do: "setElement";
      readonly message: string;
      readonly path: string;
      readonly maxLength?: number;
      readonly cardinality?: Cardinality;
    }
  /** The group has another order; tags not named follow behind the named ones. */
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
  /** There is one more message, laid out like a known one. */
  | { readonly do: "addMessage"; readonly like: string; readonly id: string };

/** A private file by which a vendor who holds the official document corrects what is guessed here. */
export interface Overlay {
  /** Version of the overlay format. */
  readonly onshiOverlay: 1;
  /** Where the correction comes from, e.g. name and version of the document; shown by `onshi doctor`. */
  readonly source: string;
  readonly changes: readonly OverlayChange[];
}

const maxLength = z.exactOptional(z.number().int().positive());
const message = wireName;
const path = z.string();

const fieldType: z.ZodType<OverlayFieldType> = z.union([
  z.strictObject({ kind: z.literal("text"), maxLength }),
  z.strictObject({ kind: z.enum(["date", "month", "dateTime"]) }),
  z.strictObject({
    kind: z.literal("code"),
    table: z.custom<CodeTableId>((id) => typeof id === "string" && Object.hasOwn(codeTables, id)),
  }),
]);

const change: z.ZodType<OverlayChange> = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("renameMessage"), message, to: wireName }),
  z.strictObject({ do: z.literal("renameElement"), message, path, to: wireName }),
  z.strictObject({
    do: z.literal("setElement"),
    message,
    path,
    maxLength,
    cardinality: z.exactOptional(z.enum(["1", "?", "+", "*"])),
  }),
  z.strictObject({ do: z.literal("reorder"), message, path, order: z.array(wireName).min(1) }),
  z.strictObject({
    do: z.literal("addElement"),
    message,
    path,
    wire: wireName,
    name: propertyName,
    type: fieldType,
    cardinality: z.exactOptional(z.enum(["1", "?"])),
  }),
  z.strictObject({ do: z.literal("addMessage"), like: wireName, id: wireName }),
]);

const overlaySchema: z.ZodType<Overlay> = z.strictObject({
  onshiOverlay: z.literal(1),
  source: z.string(),
  changes: z.array(change),
});

/**
 * Checks an overlay read from a JSON file.
 *
 * @throws OnshiError `overlay.invalid` naming the place, when the file is not an overlay of version 1
 */
export function parseOverlay(json: unknown): Overlay {
  const result = overlaySchema.safeParse(json);
  if (result.success) return result.data;
  throw new OnshiError("overlay.invalid", { field: result.error.issues[0]?.path.join(".") || "onshiOverlay" });
}
