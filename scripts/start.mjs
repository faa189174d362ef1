// `npm start`: set-up, then the first example: a whole day at the desk, offline. Where the computer has what a private
// PC/SC service needs (pcscd and vsmartcard's vpcd), the card is on one of its readers; nothing is installed for it.
import { spawnSync } from "node:child_process";
import { root, source, sourceArguments } from "./lib.mjs";
import { besidePrivatePcsc, canHavePrivatePcsc } from "./pcsc-setup.mjs";
import { setup } from "./setup.mjs";

await setup();
const program = ["examples/01-first-light.ts", ...process.argv.slice(2)];
process.exit(canHavePrivatePcsc() ? besidePcsc() : source(program));

function besidePcsc() {
  const args = besidePrivatePcsc([...sourceArguments, ...program]);
  return spawnSync("unshare", args, { cwd: root, stdio: "inherit" }).status ?? 1;
}
