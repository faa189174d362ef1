import { SaxesParser } from "saxes";

/** Bare saxes: judges well-formedness and collects the text, nothing else. Gives the length of the text. */
export function readSaxes(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ position: false });
  let collected = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    collected += piece;
  });
  parser.write(decoder.decode(bytes)).close();
  return collected.length;
}
