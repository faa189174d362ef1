import { OnshiError } from "../base/index.ts";
import type { Cardinality, FieldDeclaration, FieldType, GroupDeclaration, MessageDeclaration } from "./declaration.ts";
import type { Overlay, OverlayChange, OverlayFieldType } from "./overlay.ts";

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
    // A layout of its own: what is corrected in it afterwards leaves the model alone.
    return [...all, { ...model, id: one.id, interface: one.id }];
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
    if (one.do === "renameElement" && rest.length === 1) return { ...field, type: { ...type, item: one.to } };
    return { ...field, type: { ...type, group: change(type.group, rest.slice(1)) } };
  };
  const changed = { ...message, [target]: change(message[target], steps) };
  return one.do === "renameElement" ? renameInRelocations(changed, one.path, one.to) : changed;
}

/** A relocation follows the tags it names; the element it moves has its new tag wherever it stands. */
function renameInRelocations(message: MessageDeclaration, path: string, tag: string): MessageDeclaration {
  const { relocations } = message;
  if (!relocations) return message;
  const withTag = (place: string): string => place.replace(/[^/]+$/, tag);
  const rename = (place: string): string =>
    place === path || place.startsWith(`${path}/`) ? withTag(path) + place.slice(path.length) : place;
  return {
    ...message,
    relocations: relocations.map(({ from, to }) =>
      to === path ? { from: withTag(from), to: withTag(to) } : { from: rename(from), to: rename(to) },
    ),
  };
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
  const { type, cardinality } = field;
  // Once or many times decides between a value and an array, and the types in TypeScript stay as they are.
  if (one.cardinality && isMany(one.cardinality) !== isMany(cardinality)) fail(`${at}.cardinality`);
  if (one.maxLength !== undefined && type.kind !== "text") fail(`${at}.maxLength`);
  return {
    ...field,
    cardinality: one.cardinality ?? cardinality,
    // A shape that was known would keep the new length from being used.
    type:
      one.maxLength === undefined || type.kind !== "text"
        ? type
        : { kind: "text", holds: type.holds, maxLength: one.maxLength },
  };
}

const isMany = (cardinality: Cardinality): boolean => cardinality === "+" || cardinality === "*";

function changeGroup(group: GroupDeclaration, one: ElementChange, at: string): GroupDeclaration {
  if (one.do === "addElement") {
    if (group.fields.some((field) => field.wire === one.wire)) fail(`${at}.wire`);
    if (isTaken(one.name) || group.fields.some((field) => field.name === one.name)) fail(`${at}.name`);
    const added: FieldDeclaration = {
      wire: one.wire,
      name: one.name,
      ja: one.name,
      en: "Added by an overlay",
      type: addedType(one.type),
      cardinality: one.cardinality ?? "?",
      confidence: "H",
    };
    return { ...group, fields: [...group.fields, added] };
  }
  if (one.do !== "reorder") return fail(at);
  if (new Set(one.order).size < one.order.length) fail(`${at}.order`);
  const named = one.order.map((wire) => group.fields.find((field) => field.wire === wire) ?? fail(`${at}.order`));
  return { ...group, fields: [...named, ...group.fields.filter((field) => !named.includes(field))] };
}

function addedType(type: OverlayFieldType): FieldType {
  if (type.kind === "text") return { ...type, holds: "unknown" };
  return type.kind === "code" ? type : { kind: type.kind };
}

/** Names that every object, or every group, already has. */
const isTaken = (name: string): boolean => name === "unknownElements" || name in Object.prototype;

function fail(field: string): never {
  throw new OnshiError("overlay.invalid", { field });
}
