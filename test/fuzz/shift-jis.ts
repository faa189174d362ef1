/** Fuzzed Shift_JIS bytes against the decoder, with glibc's table as judge (`npm run fuzz -- --only shift-jis`). */
import { runFuzzer } from "./command-line.ts";
import { fuzzShiftJis } from "./shift-jis-cases.ts";

await runFuzzer("texts", 200_000, fuzzShiftJis);
