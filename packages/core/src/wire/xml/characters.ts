/** Anything XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbiddenCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const somethingVisible = /[^\t\n\r ]/;

/** True when XML can hold the text, escaped or not. */
export function isXmlText(text: string): boolean {
  return !forbiddenCharacter.test(text);
}

/** True only for the blanks of XML: a full-width space (U+3000) is data, it separates the parts of a name. */
export function isBlank(text: string): boolean {
  return text === "" || !somethingVisible.test(text);
}
