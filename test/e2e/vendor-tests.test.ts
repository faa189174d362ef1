import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("a vendor's tests run with node:test, too", () => {
  const file = join(root, "examples/08-vendor-tests/reception.node-test.ts");
  const args = ["--conditions=onshi-source", "--import", "tsx", "--test", "--test-reporter=tap", file];
  const { NODE_TEST_CONTEXT: _ours, ...env } = process.env;
  expect(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", env })).toMatch(/^# pass 2$/m);
});
