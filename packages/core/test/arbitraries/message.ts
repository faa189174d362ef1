import { codeTables } from "@onshi/core/codes";
import type {
  FieldDeclaration,
  FieldType,
  GroupDeclaration,
  MessageDeclaration,
  WireElement,
} from "@onshi/core/messages";
import * as fc from "fast-check";

/** A typed message or a part of one, as the codec takes it. */
export type AnyGroup = { readonly [name: string]: unknown };

/** A typed message of any declaration. */
export interface AnyMessage {
  readonly header: AnyGroup;
  readonly body: AnyGroup;
  readonly unknownElements?: readonly WireElement[];
}

/** Every tag of an unknown element made here begins like this. */
export const unknownTag = "Xtra";

const letters = [...Array.from("試験花子髙①𠮷ｼｹﾝﾟ０１AZaz09-・　 &<>\"'/;"), "]]>", "&amp;", "unknown:"];

/** Text that XML, JSON and a desk can hold, with what writers like to get wrong in it. */
export function plainText(maxLength: number = 40): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(""))
    .filter((text) => text.trim() !== "" && Array.from(text).length <= maxLength);
}

const day: fc.Arbitrary<string> = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

const leaves = new Map<string, fc.Arbitrary<unknown>>();

/** Values of a field. To make them for a leaf costs far more than to draw one, and most leaves are alike. */
function value(type: FieldType): fc.Arbitrary<unknown> {
  if (type.kind === "group" || type.kind === "list") return newValue(type);
  const key = JSON.stringify(type);
  const known = leaves.get(key) ?? newValue(type);
  leaves.set(key, known);
  return known;
}

function newValue(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "text":
      return type.pattern === undefined ? plainText(type.maxLength) : fc.stringMatching(new RegExp(type.pattern));
    case "date":
      return day.map((text) => text.slice(0, 10));
    case "month":
      return day.map((text) => text.slice(0, 7));
    case "dateTime":
      return day.map((text) => `${text}+09:00`);
    case "code": {
      const { rows } = codeTables[type.table];
      const unknown = fc.stringMatching(/^[0-9A-Z]{1,3}$/).filter((wire) => rows.every((row) => row[0] !== wire));
      const known = fc.constantFrom(...rows.map((row) => row[1]));
      return fc.oneof(
        { weight: 9, arbitrary: known },
        { weight: 1, arbitrary: unknown.map((wire) => `unknown:${wire}`) },
      );
    }
    case "group":
      return group(type.group).filter((inner) => Object.keys(inner).length > 0);
    case "list":
      return fc.array(group(type.group), { maxLength: 3 });
    default:
      return type satisfies never;
  }
}

function fieldValue({ type, cardinality }: FieldDeclaration): fc.Arbitrary<unknown> {
  const isRepeated = cardinality === "*" || cardinality === "+";
  if (!isRepeated) return value(type);
  return fc.array(type.kind === "group" ? group(type.group) : value(type), { minLength: 1, maxLength: 3 });
}

/** Elements no declaration knows; one of each tag, because the JSON mirror keeps no order among tags. */
export const unknownElements: fc.Arbitrary<readonly WireElement[]> = fc.uniqueArray(
  fc.letrec<{ element: WireElement }>((tie) => ({
    element: fc
      .record({ name: fc.stringMatching(/^[A-Z][a-z]{1,3}$/).map((stem) => unknownTag + stem) })
      .chain(({ name }) =>
        fc.oneof(
          { maxDepth: 2 },
          fc.oneof(plainText(), fc.constant("")).map((text) => ({ name, text, children: [] })),
          fc
            .uniqueArray(tie("element"), { maxLength: 2, selector: (child) => child.name })
            .map((children) => ({ name, text: "", children })),
        ),
      ),
  })).element,
  { minLength: 1, maxLength: 2, selector: (element) => element.name },
);

function group({ fields }: GroupDeclaration): fc.Arbitrary<AnyGroup> {
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldValue(field)])),
    unknownElements,
  };
  const mandatory = fields.filter(({ cardinality }) => cardinality === "1" || cardinality === "+");
  return fc.record(values, { requiredKeys: mandatory.map(({ name }) => name), noNullPrototype: true });
}

/** Without what counts for all blocks and stands once beside them: the reader puts it inside. */
function distributed(body: AnyGroup, { body: { fields }, distributions = [] }: MessageDeclaration): AnyGroup {
  const names = (wires: readonly string[], from: readonly FieldDeclaration[]): readonly string[] =>
    from.filter(({ wire }) => wires.includes(wire)).map(({ name }) => name);
  const moved = distributions.flatMap(({ elements, each }) => {
    const block = fields.find(({ wire }) => each === `MessageBody/${wire}`);
    const blocks = (body[block?.name ?? ""] ?? []) as readonly AnyGroup[];
    const inside =
      block?.type.kind === "group"
        ? names(
            elements.map(({ inside: tag }) => tag),
            block.type.group.fields,
          )
        : [];
    const hasOwn = blocks.some((one) => inside.some((name) => name in one));
    return blocks.length > 0 && !hasOwn
      ? names(
          elements.map(({ beside }) => beside),
          fields,
        )
      : [];
  });
  return Object.fromEntries(Object.entries(body).filter(([name]) => !moved.includes(name)));
}

/** Valid messages of a declaration: everything mandatory there, the rest now and then. */
export function message(layout: MessageDeclaration): fc.Arbitrary<AnyMessage> {
  return fc.record(
    {
      header: group(layout.header),
      body: group(layout.body).map((body) => distributed(body, layout)),
      unknownElements,
    },
    { requiredKeys: ["header", "body"], noNullPrototype: true },
  );
}
