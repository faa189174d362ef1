// `npm run bench [-- --json] [-- --only NAME]`: the SDK beside its peers, on the built packages.
import { setup } from "./setup.mjs";
import { node } from "./lib.mjs";

await setup();
// tsx only runs the benchmark's own files; without the source condition the packages are what users install.
process.exit(node(["--import", "tsx", "test/bench/main.ts", ...process.argv.slice(2)]));
