import { OnshiError } from "../../base/index.ts";
import {
  child,
  declarations,
  type MessageDeclaration,
  type MessageTypes,
  parent,
  type WireElement,
} from "../../messages/index.ts";
import { compileDecoder, type Decoded, type GroupDecoder } from "./decode.ts";
import { distribute } from "./distribute.ts";
import { compileEncoder, type GroupEncoder, rawElements, record } from "./encode.ts";
import type { Problem } from "./problem.ts";
import { type Move, relocate } from "./relocate.ts";
import { unreadFields } from "./unread.ts";

/** File id of a message the SDK has a type for. */
export type MessageId = keyof MessageTypes;

/** A message as read, and what was odd about it. */
export interface DecodedMessage<Message> {
  readonly message: Message;
  readonly problems: readonly Problem[];
  /**
   * The fields that are present but unreadable, as paths of properties: `body.results[0].birthdate`. A field listed here was
   * stated although it is missing from the message. Left out when every value could be read.
   */
  readonly unread?: readonly string[];
}

/** Converts between the tree on the wire and typed messages, driven by the declarations. */
export interface Codec {
  /** All declarations in use, corrected by the overlay if there is one. */
  readonly declarations: readonly MessageDeclaration[];
  /**
   * The declaration of a message.
   *
   * @throws OnshiError `wire.unexpectedMessage` when there is none with this id
   */
  layout(id: string): MessageDeclaration;
  /**
   * Reads a message. Tolerant: order, unknown elements and unknown codes do not matter, odd values become problems.
   *
   * @throws OnshiError `wire.duplicate` when an element that carries a decision appears twice,
   *   `wire.unexpectedMessage` when it is not a message at all
   */
  decode<Id extends MessageId>(id: Id, root: WireElement): DecodedMessage<MessageTypes[Id]>;
  decode(id: string, root: WireElement): DecodedMessage<unknown>;
  /**
   * Writes a message in canonical form. Requests have to follow the layout.
   *
   * @throws OnshiError `request.invalid` naming the field
   */
  encode<Id extends MessageId>(id: Id, message: MessageTypes[Id]): WireElement;
  encode(id: string, message: unknown): WireElement;
}

const rootName = "XmlMsg";
const headerName = "MessageHeader";
const bodyName = "MessageBody";

interface Compiled {
  readonly declaration: MessageDeclaration;
  readonly moves: readonly Move[];
  readonly readHeader: GroupDecoder;
  readonly readBody: GroupDecoder;
  readonly writeHeader: GroupEncoder;
  readonly writeBody: GroupEncoder;
}

function compile(declaration: MessageDeclaration): Compiled {
  const strict = declaration.direction === "request";
  return {
    declaration,
    moves: (declaration.relocations ?? []).map((one) => ({ ...one, decisive: isDecisive(declaration, one.to) })),
    readHeader: compileDecoder(declaration.header),
    readBody: compileDecoder(declaration.body),
    writeHeader: compileEncoder(declaration.header, strict),
    writeBody: compileEncoder(declaration.body, strict),
  };
}

/** Whether the element at a path in header or body carries a decision; relocations go no deeper. */
function isDecisive({ header, body }: MessageDeclaration, path: string): boolean {
  const [part, tag] = path.split("/");
  const { fields } = part === headerName ? header : body;
  return fields.some(({ wire, decisive }) => wire === tag && decisive === true);
}

/** A codec over declarations; each message is compiled when it is first used. */
export function createCodec(all: readonly MessageDeclaration[] = declarations): Codec {
  const compiled = new Map<string, Compiled>();
  const known = (id: string): Compiled => {
    const ready = compiled.get(id);
    if (ready) return ready;
    const declaration =
      all.find((candidate) => candidate.id === id) ?? all.find(({ renamedFrom }) => renamedFrom === id);
    if (!declaration) throw new OnshiError("wire.unexpectedMessage", { variant: "unknownId" });
    const fresh = compile(declaration);
    compiled.set(id, fresh);
    return fresh;
  };
  return {
    declarations: all,
    layout: (id) => known(id).declaration,
    decode: (id: string, root: WireElement) => decode(known(id), root) as DecodedMessage<never>,
    encode: (id: string, message: unknown) => encode(known(id), message),
  };
}

function decode(
  { declaration, moves, readHeader, readBody }: Compiled,
  document: WireElement,
): DecodedMessage<Decoded> {
  if (document.name !== rootName) throw new OnshiError("wire.unexpectedMessage", { path: rootName });
  const root = distribute(relocate(document, moves), declaration.distributions ?? []);
  const problems: Problem[] = [];
  const header = part(root, headerName);
  const body = part(root, bodyName);
  const strangers = root.children.filter((candidate) => candidate !== header && candidate !== body);
  const message: Decoded = {
    header: header ? readHeader(header, `${rootName}/${headerName}`, problems) : missing(headerName, problems),
    body: body ? readBody(body, `${rootName}/${bodyName}`, problems) : missing(bodyName, problems),
    ...(strangers.length > 0 && { unknownElements: strangers }),
  };
  const unread = unreadFields(message, problems);
  return { message, problems, ...(unread.length > 0 && { unread }) };
}

/** Header and body carry all decisions, so a second header or body is as bad as a second decision. */
function part(root: WireElement, name: string): WireElement | undefined {
  const first = child(root, name);
  if (root.children.some((candidate) => candidate.name === name && candidate !== first)) {
    throw new OnshiError("wire.duplicate", { path: `${rootName}/${name}` });
  }
  return first;
}

function missing(name: string, problems: Problem[]): Decoded {
  problems.push({ kind: "missing", path: `${rootName}/${name}`, field: name === headerName ? "header" : "body" });
  return {};
}

function encode({ writeHeader, writeBody }: Compiled, message: unknown): WireElement {
  const { header, body, unknownElements, ...strangers } = record(message, "message");
  const [stranger] = Object.keys(strangers);
  if (stranger !== undefined) throw new OnshiError("request.invalid", { field: stranger });
  return parent(rootName, [
    parent(headerName, writeHeader(record(header, "header"), "header.")),
    parent(bodyName, writeBody(record(body, "body"), "body.")),
    ...rawElements(unknownElements, "unknownElements"),
  ]);
}
