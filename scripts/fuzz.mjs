// `npm run fuzz [-- --seconds N | --cases N] [-- --seed N] [-- --only NAME]`: every fuzzer on the sources. A fuzzer is a file
// of test/fuzz that ends with 0 when it found nothing, and says the seed when it did.
import { setup } from "./setup.mjs";
import { source, steps } from "./lib.mjs";

const fuzzers = [
  { name: "card", title: "the card against the reader", file: "test/fuzz/card.ts" },
  { name: "xml", title: "XML documents against the reader", file: "test/fuzz/xml.ts" },
  { name: "plain-xml", title: "plain XML read past the parser", file: "test/fuzz/plain-xml.ts" },
  { name: "json", title: "JSON mirrors against the reader", file: "test/fuzz/json.ts" },
  { name: "shift-jis", title: "Shift_JIS bytes against the decoder", file: "test/fuzz/shift-jis.ts" },
  { name: "token", title: "card tokens against the verifier", file: "test/fuzz/token.ts" },
];

const args = process.argv.slice(2);
const at = args.indexOf("--only");
const only = at < 0 ? undefined : args.splice(at, 2)[1];
await setup();
steps(
  fuzzers
    .filter(({ name }) => only === undefined || name === only)
    .map(({ title, file }) => [title, () => source([file, ...args])]),
);
