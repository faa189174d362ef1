import { refused } from "./refuse.ts";

/** One DER element: tag, value and, when it is constructed, its parts. All arrays are views into the input. */
export interface DerElement {
  readonly tag: number;
  /** The whole element with tag and length. */
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
  readonly parts: readonly DerElement[];
  /** Where it ends, counted from the start of the input. */
  readonly end: number;
}

/** Tags that occur in certificates. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

// A certificate of this profile nests 8 deep; the limit keeps hostile input from exhausting the stack.
const depthLimit = 16;

/**
 * The one element that fills the bytes exactly. Refused with `token.certificate`: indefinite form, lengths longer than
 * needed or than their parent, multi-byte tags, endless nesting, trailing bytes.
 */
export function readDer(bytes: Uint8Array): DerElement {
  const element = readElement(bytes, 0, bytes.length, depthLimit);
  if (element.end !== bytes.length) throw refused("token.certificate", "trailingBytes");
  return element;
}

function readElement(bytes: Uint8Array, start: number, end: number, depth: number): DerElement {
  if (depth === 0) throw refused("token.certificate", "depth");
  // Reading past the end gives 0 here; the check against `end` below refuses it.
  const tag = bytes[start] ?? 0;
  if ((tag & 0x1f) === 0x1f) throw refused("token.certificate", "tag");
  const { length, at } = readLength(bytes, start + 1);
  const stop = at + length;
  if (stop > end) throw refused("token.certificate", "truncated");
  const parts: DerElement[] = [];
  if ((tag & 0x20) !== 0) {
    for (let next = at; next < stop;) {
      const part = readElement(bytes, next, stop, depth - 1);
      parts.push(part);
      next = part.end;
    }
  }
  return { tag, raw: bytes.subarray(start, stop), content: bytes.subarray(at, stop), parts, end: stop };
}

/** Short form below 128, else the fewest bytes that hold the length. */
function readLength(bytes: Uint8Array, start: number): { readonly length: number; readonly at: number } {
  const first = bytes[start] ?? 0;
  if (first < 0x80) return { length: first, at: start + 1 };
  const count = first & 0x7f;
  if (count === 0) throw refused("token.certificate", "indefiniteLength");
  const at = start + 1 + count;
  let length = 0;
  for (let index = start + 1; index < at; index += 1) length = length * 256 + (bytes[index] ?? 0);
  if (length < 0x80 || length < 256 ** (count - 1)) throw refused("token.certificate", "length");
  return { length, at };
}

/** The element, when it is there and carries this tag. */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw refused("token.certificate", "structure");
  return element;
}

/** Dotted text of an OBJECT IDENTIFIER. */
export function readObjectIdentifier(element: DerElement | undefined): string {
  const { content } = expectTag(element, derTag.objectIdentifier);
  const arcs: number[] = [];
  let value = 0;
  let started = false;
  for (const byte of content) {
    // A leading 0x80 would spell the same arc twice.
    if (!started && byte === 0x80) throw refused("token.certificate", "objectIdentifier");
    value = value * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(value)) throw refused("token.certificate", "objectIdentifier");
    started = (byte & 0x80) !== 0;
    if (!started) {
      arcs.push(value);
      value = 0;
    }
  }
  const [first] = arcs;
  if (started || first === undefined) throw refused("token.certificate", "objectIdentifier");
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join(".");
}

/** A BIT STRING of whole bytes, as signatures and keys are. */
export function readWholeBits(element: DerElement | undefined): Uint8Array {
  const { content } = expectTag(element, derTag.bitString);
  if (content[0] !== 0) throw refused("token.certificate", "bitString");
  return content.subarray(1);
}

/** A BIT STRING of named bits: the numbers of those that are set, counted from the left. */
export function readNamedBits(element: DerElement | undefined): ReadonlySet<number> {
  const { content } = expectTag(element, derTag.bitString);
  const [unused, ...bytes] = content;
  const last = bytes.at(-1);
  // DER: no trailing zero bits, so the last bit that counts is set.
  const sound =
    last === undefined
      ? unused === 0
      : unused !== undefined && unused < 8 && (last & ((2 << unused) - 1)) === 1 << unused;
  if (!sound) throw refused("token.certificate", "bitString");
  const all = bytes.flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte & (0x80 >> bit)) !== 0).map((bit) => index * 8 + bit),
  );
  return new Set(all);
}

/** Content of an INTEGER that is not negative and not padded. */
export function readUnsignedInteger(element: DerElement | undefined): Uint8Array {
  const { content } = expectTag(element, derTag.integer);
  const [first, second] = content;
  if (first === undefined || first >= 0x80 || (first === 0 && second !== undefined && second < 0x80)) {
    throw refused("token.certificate", "integer");
  }
  return content;
}

/** A BOOLEAN. An explicit FALSE, which DER would omit, is accepted: it means the same, and some issuers write it. */
export function readBoolean(element: DerElement): boolean {
  const { content } = expectTag(element, derTag.boolean);
  const [value] = content;
  if (content.length !== 1 || (value !== 0x00 && value !== 0xff)) throw refused("token.certificate", "boolean");
  return value === 0xff;
}
