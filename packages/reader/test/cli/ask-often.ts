/** Asks for a PIN again and again on this terminal; run by `pin-echo.test.ts` in its own terminal. */
import process from "node:process";
import { askPinOn } from "../../src/cli/terminal.ts";

const { signal } = new AbortController();
const write = (text: string): void => void process.stdout.write(text);
let complete = 0;
for (let round = 0; round < Number(process.argv[2]); round += 1) {
  const pin = await askPinOn(process.stdin, write, "PIN: ", signal);
  if (pin?.length === 4) complete += 1;
}
write(`complete ${complete}\n`);
