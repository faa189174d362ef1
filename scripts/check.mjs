// What a machine can judge about the code without running it: format, lint with types, types, layers.
import { fileURLToPath } from "node:url";
import { bin, node, steps } from "./lib.mjs";

export const checks = [
  ["format (oxfmt)", () => node([bin("oxfmt"), "--check", "."])],
  ["lint with types (oxlint)", () => node([bin("oxlint"), "--type-aware", "--deny-warnings"])],
  ["types (tsc)", () => node([bin("tsc", "typescript"), "-p", "tsconfig.json"])],
  [
    "layers (dependency-cruiser)",
    () =>
      node([
        bin("depcruise", "dependency-cruiser"),
        "--config",
        ".dependency-cruiser.cjs",
        "--output-type",
        "err",
        "packages",
      ]),
  ],
];

if (process.argv[1] === fileURLToPath(import.meta.url)) steps(checks);
