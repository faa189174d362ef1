// `npm test`: set-up, the checks, the tests. Closes with one line of counts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preparePcsc } from "./pcsc-setup.mjs";
import { setup } from "./setup.mjs";
import { bin, node, steps } from "./lib.mjs";

await setup();
const withPcsc = preparePcsc();
const { checks } = await import("./check.mjs");
steps(checks);

const folder = mkdtempSync(join(tmpdir(), "onshi-test-"));
const report = join(folder, "report.json");
process.stdout.write("\n› tests (vitest)\n");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const left = withPcsc ? [] : ["--exclude", "test/pcsc/**"];
const env = { ...process.env, ONSHI_PCSC: withPcsc ? "1" : "0" };
const code = node([bin("vitest"), "run", ...reporters, ...left], { env });
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true });
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
process.exit(code);
