// Builds the three packages with tsup, in the order in which they depend on each other.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bin, node, root } from "./lib.mjs";

export async function build() {
  for (const name of ["core", "reader", "mock-server"]) {
    const code = node([bin("tsup"), "--silent"], { cwd: join(root, "packages", name) });
    if (code !== 0) {
      process.stderr.write(`✗ building ${name} failed (exit ${code})\n`);
      process.exit(code);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
