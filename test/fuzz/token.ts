/** Fuzzed card tokens against the verifier, with OpenSSL as judge (`npm run fuzz -- --only token`). */
import { runFuzzer } from "./command-line.ts";
import { fuzzToken } from "./token-cases.ts";

await runFuzzer("tokens", 100_000, fuzzToken);
