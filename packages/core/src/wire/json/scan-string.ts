export const quoteSign = 0x22;

/** The closing quote: the first one after an even number of backslashes. A regular expression runs out of stack here. */
export function endOfString(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); ; quote = json.indexOf('"', quote + 1)) {
    let before = quote;
    while (json[before - 1] === "\\") before--;
    if ((quote - before) % 2 === 0) return quote;
  }
}
