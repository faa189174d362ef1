import { OnshiError } from "../base/index.ts";
import { hasAmbiguousPlace } from "./ambiguous-place.ts";
import type { Cardinality, FieldDeclaration, FieldType, GroupDeclaration, MessageDeclaration } from "./declaration.ts";
import { parseMessageId, usualAnswerId } from "./message-id.ts";
import type { Overlay, OverlayChange, OverlayFieldType } from "./overlay.ts";

/** The result of an overlay. */
export interface AppliedOverlay {
  readonly declarations: readonly MessageDeclaration[];
  /** Which `changes` the declarations already contain, e.g. since an update of the SDK: harmless. */
  readonly superfluous: readonly number[];
}

/**
 * The declarations as corrected by an overlay; the originals stay as they are. What they already contain is skipped.
 *
 * @throws OnshiError `overlay.invalid` naming the change that contradicts the declarations or refers to something that
 *   does not exist
 */
export function applyOverlay(
  declarations: readonly MessageDeclaration[],
  overlay: Overlay,
): readonly MessageDeclaration[] {
  return appliedOverlay(declarations, overlay).declarations;
}

/**
 * The same, and which changes were superfluous.
 *
 * @throws OnshiError `overlay.invalid` as {@link applyOverlay}
 */
export function appliedOverlay(declarations: readonly MessageDeclaration[], overlay: Overlay): AppliedOverlay {
  const superfluous: number[] = [];
  let all = declarations;
  for (const [index, one] of overlay.changes.entries()) {
    const next = apply(all, one, `changes.${index}`);
    if (next === all) superfluous.push(index);
    all = next;
  }
  return { declarations: all, superfluous };
}

function apply(all: readonly MessageDeclaration[], one: OverlayChange, at: string): readonly MessageDeclaration[] {
  if (one.do === "addMessage") return addMessage(all, one, at);
  if (one.do === "renameMessage") return renameMessage(all, one, at);
  const message = all.find((candidate) => candidate.id === one.message) ?? fail(`${at}.message`);
  // A layout that several messages share, as the answer and the check-in do, is corrected once for all of them.
  const changed = all.map((candidate) =>
    candidate.interface === message.interface ? changeMessage(candidate, one, at) : candidate,
  );
  return changed.some((candidate, place) => candidate !== all[place]) ? changed : all;
}

function addMessage(
  all: readonly MessageDeclaration[],
  { like, id, answer }: Extract<OverlayChange, { do: "addMessage" }>,
  at: string,
): readonly MessageDeclaration[] {
  const model = all.find((message) => message.id === like) ?? fail(`${at}.like`);
  const taken = all.find((message) => message.id === id);
  // A later version of the SDK may have the message itself, with the same layout.
  if (taken) return sameLayout(taken, model) ? all : fail(`${at}.id`);
  if (parseMessageId(id)?.direction !== model.direction) fail(`${at}.id`);
  if (answer !== undefined && model.direction !== "request") fail(`${at}.answer`);
  // A layout of its own: later corrections to it do not affect the model.
  const { download: _ofTheModel, ...layout } = model;
  const added = { ...layout, id, interface: id };
  return [...all, model.direction === "request" ? { ...added, answer: answer ?? usualAnswerId(id) } : added];
}

const sameLayout = (one: MessageDeclaration, other: MessageDeclaration): boolean =>
  JSON.stringify([one.header.fields, one.body.fields]) === JSON.stringify([other.header.fields, other.body.fields]);

function renameMessage(
  all: readonly MessageDeclaration[],
  { message: from, to }: Extract<OverlayChange, { do: "renameMessage" }>,
  at: string,
): readonly MessageDeclaration[] {
  const message = all.find((candidate) => candidate.id === from);
  const taken = all.some((candidate) => candidate.id === to);
  if (!message) return taken ? all : fail(`${at}.message`);
  if (taken || parseMessageId(to)?.direction !== message.direction) fail(`${at}.to`);
  const renamed = { ...message, id: to, renamedFrom: message.renamedFrom ?? message.id };
  // Requests that name the message as their answer or download follow the new name.
  return all.map((candidate) => {
    if (candidate === message) return renamed;
    if (candidate.download === from) return { ...candidate, download: to };
    return candidate.answer === from ? { ...candidate, answer: to } : candidate;
  });
}

type ElementChange = Exclude<OverlayChange, { do: "addMessage" | "renameMessage" }>;

function changeMessage(message: MessageDeclaration, one: ElementChange, at: string): MessageDeclaration {
  const [part, ...steps] = one.path.split("/");
  const target = part === "MessageHeader" ? "header" : part === "MessageBody" ? "body" : fail(`${at}.path`);
  const changesGroup = one.do === "addElement" || one.do === "reorder";
  const change = (group: GroupDeclaration, rest: readonly string[]): GroupDeclaration => {
    const [step, ...further] = rest;
    if (step === undefined) return changesGroup ? changeGroup(group, one, at) : fail(`${at}.path`);
    const field = group.fields.find((candidate) => candidate.wire === step);
    const isLast = further.length === 0 && !changesGroup;
    if (!field) return isLast && isRenamedAlready(group, one) ? group : fail(`${at}.path`);
    const changed = isLast ? changeField(group, field, one, at) : descend(field, further);
    if (changed === field) return group;
    return { ...group, fields: group.fields.map((candidate) => (candidate === field ? changed : candidate)) };
  };
  const inGroup = (field: FieldDeclaration, type: GroupType, group: GroupDeclaration): FieldDeclaration =>
    group === type.group ? field : { ...field, type: { ...type, group } };
  const descend = (field: FieldDeclaration, rest: readonly string[]): FieldDeclaration => {
    const { type } = field;
    if (type.kind === "group") return inGroup(field, type, change(type.group, rest));
    if (type.kind !== "list") return fail(`${at}.path`);
    const isItem = one.do === "renameElement" && rest.length === 1;
    if (isItem && rest[0] !== type.item && type.item === one.to) return field;
    if (rest.length > 0 && rest[0] !== type.item) return fail(`${at}.path`);
    if (isItem) return { ...field, type: { ...type, item: one.to } };
    return inGroup(field, type, change(type.group, rest.slice(1)));
  };
  const changedPart = change(message[target], steps);
  if (changedPart === message[target]) return message;
  const parts = { ...message, [target]: changedPart };
  const changed = one.do === "renameElement" ? renameInPlaces(parts, one.path, one.to) : parts;
  if (hasAmbiguousPlace(changed)) fail(`${at}.${one.do === "addElement" ? "wire" : "to"}`);
  return changed;
}

type GroupType = Extract<FieldDeclaration["type"], { readonly group: GroupDeclaration }>;

const isRenamedAlready = ({ fields }: GroupDeclaration, one: ElementChange): boolean =>
  one.do === "renameElement" && fields.some(({ wire }) => wire === one.to);

/** Relocations and distributions follow the tags they name; a moved element has its new tag wherever it is. */
function renameInPlaces(message: MessageDeclaration, path: string, tag: string): MessageDeclaration {
  const { relocations, distributions } = message;
  const withTag = (place: string): string => place.replace(/[^/]+$/, tag);
  const rename = (place: string): string =>
    place === path || place.startsWith(`${path}/`) ? withTag(path) + place.slice(path.length) : place;
  const parentOf = (place: string): string => place.slice(0, Math.max(place.lastIndexOf("/"), 0));
  const old = path.slice(parentOf(path).length + 1);
  return {
    ...message,
    ...(relocations && {
      relocations: relocations.map((one) => ({
        ...one,
        from: one.to === path ? withTag(one.from) : rename(one.from),
        to: rename(one.to),
        ...(one.each !== undefined && { each: rename(one.each) }),
      })),
    }),
    ...(distributions && {
      distributions: distributions.map(({ elements, each }) => ({
        each: rename(each),
        elements: elements.map(({ beside, inside }) => ({
          beside: parentOf(path) === parentOf(each) && beside === old ? tag : beside,
          inside: parentOf(path) === each && inside === old ? tag : inside,
        })),
      })),
    }),
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
  // Once or many times decides between a value and an array, and the TypeScript types do not change.
  if (one.cardinality && isMany(one.cardinality) !== isMany(cardinality)) fail(`${at}.cardinality`);
  if (one.maxLength !== undefined && type.kind !== "text") fail(`${at}.maxLength`);
  const isSameLength = one.maxLength === undefined || (type.kind === "text" && isOfLength(type, one.maxLength));
  if (isSameLength && (one.cardinality ?? cardinality) === cardinality) return field;
  return {
    ...field,
    cardinality: one.cardinality ?? cardinality,
    // A known pattern would prevent the new length from being used.
    type:
      one.maxLength === undefined || type.kind !== "text"
        ? type
        : { kind: "text", holds: type.holds, maxLength: one.maxLength },
  };
}

const isOfLength = (type: Extract<FieldDeclaration["type"], { kind: "text" }>, length: number): boolean =>
  type.maxLength === length && type.pattern === undefined;

const isMany = (cardinality: Cardinality): boolean => cardinality === "+" || cardinality === "*";

function changeGroup(group: GroupDeclaration, one: ElementChange, at: string): GroupDeclaration {
  if (one.do === "addElement") {
    const known = group.fields.find((field) => field.wire === one.wire);
    // The vendor's code reads it by this name and with this type; under another one it would find nothing.
    if (known) return known.name === one.name && known.type.kind === one.type.kind ? group : fail(`${at}.wire`);
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
  const fields = [...named, ...group.fields.filter((field) => !named.includes(field))];
  return fields.every((field, place) => field === group.fields[place]) ? group : { ...group, fields };
}

function addedType(type: OverlayFieldType): FieldType {
  if (type.kind === "text") return { ...type, holds: "unknown" };
  return type.kind === "code" ? type : { kind: type.kind };
}

/** Names that every object or every group already has. */
const isTaken = (name: string): boolean => name === "unknownElements" || name in Object.prototype;

function fail(field: string): never {
  throw new OnshiError("overlay.invalid", { field });
}
