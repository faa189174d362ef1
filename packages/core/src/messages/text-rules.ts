/** What a request may hold as text, for the encoder and the schemas alike. */

const notBlank = /\S/u;
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** Readable text on one line. An element without content is left out (oqs-exchange §6 pitfall 5). */
export function isPlainText(text: string): boolean {
  return notBlank.test(text) && !control.test(text);
}

/** At most this many characters, as people count them: 𠮷 is one. */
export function isUpTo(maxLength: number, text: string): boolean {
  return text.length <= maxLength || Array.from(text).length <= maxLength;
}
