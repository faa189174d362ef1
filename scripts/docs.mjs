// `npm run docs`: the API reference (typedoc) into docs/api, from the sources.
import { bin, node } from "./lib.mjs";
import { setup } from "./setup.mjs";

await setup();
process.exit(node([bin("typedoc"), ...process.argv.slice(2)]));
