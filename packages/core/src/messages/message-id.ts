import type { MessageDeclaration } from "./declaration.ts";

/** System, kind (`si` single, `mu` bulk), three characters of function, two digits of stage, direction, pushed or not. */
const grammar = /^(([A-Z]{3})(?:si|mu)[0-9A-Za-z]{3}[0-9]{2})(req|res)(_face)?$/;

/** The parts of a file id (oqs-exchange §2.2). */
export interface MessageIdParts {
  /** Whose message it is: `OQS`. */
  readonly system: string;
  /** The id without direction: `OQSsiquc01`. */
  readonly api: string;
  readonly direction: MessageDeclaration["direction"];
}

/** Parses a file id; undefined for any other text. The only place that knows the form of ids. */
export function parseMessageId(id: string): MessageIdParts | undefined {
  const [, api, system, direction, pushed] = grammar.exec(id) ?? [];
  if (api === undefined || system === undefined || (pushed !== undefined && direction === "req")) return undefined;
  return { system, api, direction: pushed === undefined ? (direction === "req" ? "request" : "result") : "push" };
}

/** The answer's id by the pattern of the names, for requests that no declaration pairs with an answer. */
export function usualAnswerId(requestId: string): string {
  const parts = parseMessageId(requestId);
  return parts?.direction === "request" ? `${parts.api}res` : requestId;
}

/** Id of the result whose layout a pushed message has; any other id stays as it is. */
export function plainResultId(id: string): string {
  const parts = parseMessageId(id);
  return parts?.direction === "push" ? `${parts.api}res` : id;
}
