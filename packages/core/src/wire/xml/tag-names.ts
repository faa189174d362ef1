const start = String.raw`A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const rest = String.raw`\-.0-9\u00B7\u0300-\u036F\u203F\u2040`;

/** A name of XML 1.0 without a colon. */
const unprefixedName = new RegExp(`^[${start}][${start}${rest}]*$`, "u");

/**
 * Names with a meaning in JavaScript objects. No message has them, and a document that does is meant to harm a reader
 * which turns tags into properties, ours or a later one.
 */
export function isObjectTrap(name: string): boolean {
  return name === "__proto__" || name === "constructor" || name === "prototype";
}

/** True for what may be a tag in a message: messages have no namespaces, so a prefix is not allowed (oqs-exchange §4.0). */
export function isTagName(name: string): boolean {
  return unprefixedName.test(name) && !isObjectTrap(name);
}

const latinName = /^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/;

/**
 * A tag as errors and reports may show it. Tags of the exchange are Latin words; anything else could be a person's name
 * in the wrong place and is shown as `*`.
 */
export function shownTag(tag: string): string {
  return latinName.test(tag) ? tag : "*";
}
