// `npm run mock -- …`: the mock server's command line on the sources.
import { setup } from "./setup.mjs";
import { source } from "./lib.mjs";

await setup();
const args = process.argv.slice(2);
process.exit(source(["packages/mock-server/src/cli/main.ts", ...(args.length > 0 ? args : ["serve"])]));
