/** A parsed command to the card (ISO 7816-3 §12.1). */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Most bytes the terminal accepts (Le; `00` means 256, `0000` means 65,536); undefined when it asks for none. */
  readonly expected: number | undefined;
  /** Extended length: Lc or Le of two octets. */
  readonly extended: boolean;
}

/** Parses a command; undefined when its lengths contradict each other. */
export function parseCommand(bytes: Uint8Array): CommandApdu | undefined {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const body = parseBody(bytes.subarray(4));
  return body && { cla, ins, p1, p2, ...body };
}

type Body = Pick<CommandApdu, "data" | "expected" | "extended">;

const nothing = new Uint8Array();

function parseBody(body: Uint8Array): Body | undefined {
  const [first] = body;
  if (first === undefined) return { data: nothing, expected: undefined, extended: false };
  if (body.length === 1) return { data: nothing, expected: first || 256, extended: false };
  return first === 0 ? extendedBody(body) : shortBody(body, first);
}

function shortBody(body: Uint8Array, length: number): Body | undefined {
  const data = body.slice(1, 1 + length);
  if (body.length === 1 + length) return { data, expected: undefined, extended: false };
  if (body.length === 2 + length) return { data, expected: body[1 + length] || 256, extended: false };
  return undefined;
}

function extendedBody(body: Uint8Array): Body | undefined {
  if (body.length < 3) return undefined;
  const length = twoOctets(body, 1);
  if (body.length === 3) return { data: nothing, expected: length || 65_536, extended: true };
  if (length === 0) return undefined;
  const data = body.slice(3, 3 + length);
  if (body.length === 3 + length) return { data, expected: undefined, extended: true };
  if (body.length === 5 + length) return { data, expected: twoOctets(body, 3 + length) || 65_536, extended: true };
  return undefined;
}

const twoOctets = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
