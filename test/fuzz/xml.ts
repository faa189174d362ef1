/** Fuzzed XML documents against the reader, with fast-xml-parser and libxml2 as judges (`npm run fuzz -- --only xml`). */
import { runFuzzer } from "./command-line.ts";
import { fuzzXml } from "./xml-cases.ts";

await runFuzzer("documents", 100_000, fuzzXml);
