import { parseArgs } from "node:util";
import type { Effort } from "./lib/row.ts";
import { runRows } from "./lib/run-rows.ts";
import { rows } from "./rows/index.ts";

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, only: { type: "string", multiple: true, default: [] } },
});

const effort: Effort = { rounds: 25, roundMs: 100, bulkBytes: 50_000_000, nodeArguments: [] };
const chosen = rows.filter(({ name }) => values.only.length === 0 || values.only.some((part) => name.includes(part)));
if (chosen.length === 0) {
  process.stderr.write(`No such row. There are: ${rows.map(({ name }) => name).join(", ")}\n`);
  process.exit(2);
}
await runRows(chosen, effort, {
  json: values.json,
  out: (text) => void process.stdout.write(text),
  progress: (text) => void (process.stderr.isTTY && process.stderr.write(text)),
});
