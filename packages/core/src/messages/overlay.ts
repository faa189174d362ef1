import * as z from "zod";
import { OnshiError } from "../base/index.ts";
import { type CodeTableId, codeTables } from "../codes/index.ts";
import type { Cardinality, FieldDeclaration, FieldType, GroupDeclaration, MessageDeclaration } from "./declaration.ts";

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
  /** The element has another length or cardinality. */
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

/**
 * The declarations as an overlay corrects them; the originals stay as they are.
 *
 * @throws OnshiError `overlay.invalid` when a change names a message or path that does not exist
 */
export function applyOverlay(
  declarations: readonly MessageDeclaration[],
  overlay: Overlay,
): readonly MessageDeclaration[] {
  return overlay.changes.reduce<readonly MessageDeclaration[]>(
    (all, one, index) => apply(all, one, `changes.${index}`),
    declarations,
  );
}

function apply(all: readonly MessageDeclaration[], one: OverlayChange, at: string): readonly MessageDeclaration[] {
  if (one.do === "addMessage") {
    const model = all.find((message) => message.id === one.like) ?? fail(`${at}.like`);
    if (all.some((message) => message.id === one.id)) fail(`${at}.id`);
    return [...all, { ...model, id: one.id }];
  }
  const message = all.find((candidate) => candidate.id === one.message) ?? fail(`${at}.message`);
  if (one.do === "renameMessage") {
    if (all.some((candidate) => candidate.id === one.to)) fail(`${at}.to`);
    const renamed = { ...message, id: one.to, renamedFrom: message.renamedFrom ?? message.id };
    return all.map((candidate) => (candidate === message ? renamed : candidate));
  }
  // A layout that several messages share, as the answer and the check-in do, is corrected once for all of them.
  return all.map((candidate) =>
    candidate.interface === message.interface ? changeMessage(candidate, one, at) : candidate,
  );
}

type ElementChange = Exclude<OverlayChange, { do: "addMessage" | "renameMessage" }>;

function changeMessage(message: MessageDeclaration, one: ElementChange, at: string): MessageDeclaration {
  const [part, ...steps] = one.path.split("/");
  const target = part === "MessageHeader" ? "header" : part === "MessageBody" ? "body" : fail(`${at}.path`);
  const changesGroup = one.do === "addElement" || one.do === "reorder";
  const change = (group: GroupDeclaration, rest: readonly string[]): GroupDeclaration => {
    const [step, ...further] = rest;
    if (step === undefined) return changesGroup ? changeGroup(group, one, at) : fail(`${at}.path`);
    const field = group.fields.find((candidate) => candidate.wire === step) ?? fail(`${at}.path`);
    const changed =
      further.length === 0 && !changesGroup ? changeField(group, field, one, at) : descend(field, further);
    return { ...group, fields: group.fields.map((candidate) => (candidate === field ? changed : candidate)) };
  };
  const descend = (field: FieldDeclaration, rest: readonly string[]): FieldDeclaration => {
    const { type } = field;
    if (type.kind === "group") return { ...field, type: { ...type, group: change(type.group, rest) } };
    if (type.kind !== "list" || (rest.length > 0 && rest[0] !== type.item)) return fail(`${at}.path`);
    return { ...field, type: { ...type, group: change(type.group, rest.slice(1)) } };
  };
  return { ...message, [target]: change(message[target], steps) };
}

function changeField(
  group: GroupDeclaration,
  field: FieldDeclaration,
  one: ElementChange,
  at: string,
): FieldDeclaration {
  if (one.do === "renameElement") {
    if (group.fields.some((other) => other !== field && other.wire === one.to)) fail(`${at}.to`);
    return { ...field, wire: one.to };
  }
  if (one.do !== "setElement") return fail(at);
  if (one.maxLength !== undefined && field.type.kind !== "text") fail(`${at}.maxLength`);
  const type: FieldType =
    one.maxLength === undefined
      ? field.type
      : { ...(field.type as FieldType & { kind: "text" }), maxLength: one.maxLength };
  return { ...field, type, cardinality: one.cardinality ?? field.cardinality };
}

function changeGroup(group: GroupDeclaration, one: ElementChange, at: string): GroupDeclaration {
  if (one.do === "addElement") {
    if (group.fields.some((field) => field.wire === one.wire || field.name === one.name)) fail(`${at}.wire`);
    const added: FieldDeclaration = {
      wire: one.wire,
      name: one.name,
      ja: one.name,
      en: "Added by an overlay",
      type: one.type.kind === "code" || one.type.kind === "text" ? one.type : { kind: one.type.kind },
      cardinality: one.cardinality ?? "?",
      confidence: "H",
    };
    return { ...group, fields: [...group.fields, added] };
  }
  if (one.do !== "reorder") return fail(at);
  const named = one.order.map((wire) => group.fields.find((field) => field.wire === wire) ?? fail(`${at}.order`));
  return { ...group, fields: [...named, ...group.fields.filter((field) => !named.includes(field))] };
}

function fail(field: string): never {
  throw new OnshiError("overlay.invalid", { field });
}
