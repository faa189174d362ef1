/** A place in a document, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)/g;

/**
 * The `&` that does not start a reference, if that is where a parser stopped. The parser searches for the closing `;` in
 * whatever follows and reports where it gave up, perhaps at the end of the document, which would look like a document
 * that is still being written.
 *
 * @param text - the document
 * @param from - where the search may begin: the end of the last comment
 * @param stoppedAt - where the parser gave up
 */
export function findBareAmpersand(text: string, from: number, stoppedAt: number): Place | undefined {
  bareAmpersand.lastIndex = from;
  const at = bareAmpersand.exec(text)?.index;
  if (at === undefined || at >= stoppedAt) return undefined;
  const semicolon = text.indexOf(";", at);
  if (semicolon >= 0 && semicolon < stoppedAt - 1) return undefined;
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
