// `node scripts/run-source.mjs FILE.ts …`: runs TypeScript of the workspace without a build.
import { source } from "./lib.mjs";

process.exit(source(process.argv.slice(2)));
