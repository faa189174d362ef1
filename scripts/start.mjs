// `npm start`: set-up, then the first example: a whole day at the desk, offline.
import { setup } from "./setup.mjs";
import { source } from "./lib.mjs";

await setup();
process.exit(source(["examples/01-first-light.ts", ...process.argv.slice(2)]));
