/** Fuzzed JSON mirrors against the reader (`npm run fuzz -- --only json`). */
import { runFuzzer } from "./command-line.ts";
import { fuzzJson } from "./json-cases.ts";

await runFuzzer("mirrors", 100_000, fuzzJson);
