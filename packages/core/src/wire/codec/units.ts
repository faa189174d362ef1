import type { WireElement } from "../../messages/index.ts";
import { messageRoot } from "../limits.ts";
import type { Codec } from "./codec.ts";
import type { Problem } from "./problem.ts";

/** One repeated block of a body, read separately, and what was odd about it. */
export interface DecodedUnit {
  readonly unit: unknown;
  readonly problems: readonly Problem[];
}

/** Reads the repeated blocks of a large message one by one, as the codec reads a whole message. */
export interface UnitCodec {
  /** Tag of a unit, whatever an overlay calls it. */
  readonly tag: string;
  /**
   * Reads a unit in its place, so that overlays, relocations and distributions apply as in a whole document.
   *
   * @param rest - the document without its units; left out as long as it is not known
   * @returns undefined when it is empty
   * @throws OnshiError as `Codec.decode`
   */
  decode(unit: WireElement, rest?: WireElement): DecodedUnit | undefined;
  /** Splits a document into its units and the document without them. */
  split(root: WireElement): { readonly units: readonly WireElement[]; readonly rest: WireElement };
}

const bodyName = "MessageBody";
const empty: WireElement = {
  name: messageRoot,
  text: "",
  children: [{ name: bodyName, text: "", children: [] }],
};

/**
 * @param id - file id of the message
 * @param property - property of its body that holds the units
 * @throws OnshiError `wire.unexpectedMessage` when there is no such message
 */
export function unitCodec(codec: Codec, id: string, property: string): UnitCodec {
  const { body } = codec.layout(id);
  const tag = body.fields.find(({ name }) => name === property)?.wire;
  if (tag === undefined) throw new TypeError(`${id} has no property ${property}`);
  const isUnit = ({ name }: WireElement): boolean => name === tag;
  return {
    tag,
    decode(unit, rest = empty) {
      const { message, problems } = codec.decode(id, withUnit(rest, unit));
      const { body: read } = message as { readonly body: Readonly<Record<string, readonly unknown[] | undefined>> };
      const [found] = read[property] ?? [];
      const place = `${messageRoot}/${bodyName}/${tag}`;
      const isInside = (path: string): boolean => path === place || path.startsWith(`${place}/`);
      return found === undefined ? undefined : { unit: found, problems: problems.filter(({ path }) => isInside(path)) };
    },
    split: (root) => ({
      units: root.children.flatMap((part) => part.children.filter(isUnit)),
      rest: {
        ...root,
        children: root.children.map((part) => ({ ...part, children: part.children.filter((one) => !isUnit(one)) })),
      },
    }),
  };
}

function withUnit(rest: WireElement, unit: WireElement): WireElement {
  return {
    ...rest,
    children: rest.children.map((part) =>
      part.name === bodyName ? { ...part, children: [...part.children, unit] } : part,
    ),
  };
}
