// `npm test`: set-up, the checks, the tests. Closes with one line of counts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { bin, node, steps } from "./lib.mjs";

await setup();
const { checks } = await import("./check.mjs");
steps(checks);

const folder = mkdtempSync(join(tmpdir(), "onshi-test-"));
const report = join(folder, "report.json");
process.stdout.write("\n› tests (vitest)\n");
const code = node([bin("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true });
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
process.exit(code);
