/** What a request may hold as text, for the encoder and the schemas alike. */

const notBlank = /\S/u;
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** Something to read on one line. An element that has nothing to say is left out (oqs-exchange §6 pitfall 5). */
export function isPlainText(text: string): boolean {
  return notBlank.test(text) && !control.test(text);
}

/** At most so many characters, as people count them: 𠮷 is one. */
export function isUpTo(maxLength: number, text: string): boolean {
  return text.length <= maxLength || Array.from(text).length <= maxLength;
}
