// `node scripts/run-bin.mjs PROGRAM …`: runs a program of the development dependencies.
import { bin, node } from "./lib.mjs";

const [name, ...args] = process.argv.slice(2);
process.exit(node([bin(name), ...args]));
