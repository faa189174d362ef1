/** A message id in the name of a file. */
export const messageId: string = "[A-Z]{3}(?:si|mu)[0-9A-Za-z]{3}[0-9]{2}(?:req|res)";

const exchangeFile = new RegExp(`^(${messageId}(?:_face)?)_([^/\\\\]*)(\\.(?:xml|pdf|zip|err))$`, "i");

/** What may stand for a text that may not be told: how long it is. */
export const lengthOf = (text: string): string => `‹${text.length}›`;

/**
 * Name of a file of the exchange as a log may have it: implementers put patient numbers into the part they choose
 * (oqs-exchange §2.2), and a stray file can be called anything.
 */
export function logFileName(name: string): string {
  const [, id, free = "", extension] = exchangeFile.exec(name) ?? [];
  return id === undefined ? lengthOf(name) : `${id}_${lengthOf(free)}${extension}`;
}

/** Names of fields and places in a message are the SDK's own; what does not look like one may be anything. */
const shapes: Readonly<Record<string, RegExp>> = {
  field: /^(?:-{0,2}[A-Za-z]|@)[\w.[\]/-]{0,120}$/,
  path: /^[A-Za-z*][\w.*[\]/-]{0,300}$/,
  reference: /^[\w-]{1,80}$/,
  statusWord: /^[0-9A-F]{4}$/,
};

/** Details as a log may have them. */
export function logForm<Details extends object>(details: Details): Details {
  const told = Object.entries(details).map(([name, value]: readonly [string, unknown]) => {
    if (typeof value !== "string") return [name, value];
    if (name === "fileName") return [name, logFileName(value)];
    return [name, shapes[name]?.test(value) === false ? lengthOf(value) : value];
  });
  return Object.fromEntries(told) as Details;
}

/** Code of the platform (`ECONNREFUSED`, `ERR_TLS_CERT_ALTNAME_INVALID`) or of this SDK; never a host or a path. */
const causeCode = /^(?:[A-Z][A-Z0-9_]{1,63}|[a-z]{2,12}\.[A-Za-z]{2,40})$/;
const furthest = 8;

/** What a log may have of that which led to an error. */
export interface LoggedCause {
  readonly code?: string;
  readonly errno?: number;
}

/** The nearest cause with a code of the platform, else the nearest with any; its texts quote hosts, paths and documents. */
export function loggedCause(cause: unknown): LoggedCause | undefined {
  const found: LoggedCause[] = [];
  for (let at = cause, depth = 0; typeof at === "object" && at !== null && depth < furthest; depth++) {
    const { code, errno, cause: next } = at as { code?: unknown; errno?: unknown; cause?: unknown };
    const told = {
      ...(typeof code === "string" && causeCode.test(code) && { code }),
      ...(Number.isInteger(errno) && { errno: errno as number }),
    };
    if (Object.keys(told).length > 0) found.push(told);
    at = next;
  }
  return found.find(({ code = ".", errno }) => errno !== undefined || !code.includes(".")) ?? found[0];
}
