/** Changed XML documents, read with and without the parser of whole XML (`npm run fuzz -- --only plain-xml`). */
import { runFuzzer } from "./command-line.ts";
import { fuzzPlainXml } from "./plain-xml-cases.ts";

await runFuzzer("changed documents", 200_000, fuzzPlainXml);
