import { cardTokenFormat } from "@onshi/core/base";
import { hasRepeatedName } from "./json-names.ts";
import { refused } from "../x509/refuse.ts";

/** Fields of a card token as they arrived; each is judged at its own step. */
export interface UnverifiedToken {
  readonly format: string;
  readonly unverifiedCertificate: unknown;
  readonly algorithm: unknown;
  readonly signature: unknown;
}

const minimumLength = 100;
const maximumLength = 10_000;
const appVersionLimit = 200;

const [formatName] = cardTokenFormat.split(".");

/**
 * Steps 1 and 2: length, JSON object, known major version. Minor versions may add fields; unknown ones are ignored.
 */
export function readToken(token: unknown): UnverifiedToken {
  const fields = parse(textOf(token));
  const { format, unverifiedCertificate, algorithm, signature, appVersion } = fields;
  if (typeof format !== "string" || !isKnownFormat(format)) throw refused("token.format", "version");
  if (typeof appVersion !== "string" || appVersion.length > appVersionLimit) {
    throw refused("token.malformed", "appVersion");
  }
  return { format, unverifiedCertificate, algorithm, signature };
}

/** An object is turned into JSON text first, so that both forms meet the same limits and no getter runs twice. */
function textOf(token: unknown): string {
  const text = typeof token === "string" ? token : stringify(token);
  if (text === undefined || text.length < minimumLength || text.length > maximumLength) {
    throw refused("token.malformed", "length");
  }
  return text;
}

function stringify(token: unknown): string | undefined {
  try {
    return JSON.stringify(token);
  } catch {
    return undefined;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused("token.malformed", "json");
  if (hasRepeatedName(text)) throw refused("token.malformed", "repeatedName");
  return value as Readonly<Record<string, unknown>>;
}

/** The parser's own error quotes the text, so it is dropped. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `onshi-card:1.0` and later minor versions, which sign the same way. */
function isKnownFormat(format: string): boolean {
  const [name, minor, ...rest] = format.split(".");
  return name === formatName && rest.length === 0 && minor !== undefined && /^(0|[1-9]\d{0,2})$/.test(minor);
}
