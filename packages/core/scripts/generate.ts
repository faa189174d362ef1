// `npm run generate`: writes what is made from the declarations.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateAll, generatedFolders } from "./generate/all.ts";

const root = join(import.meta.dirname, "../../..");
const files = generateAll();
for (const folder of generatedFolders) rmSync(join(root, folder), { recursive: true, force: true });
for (const { path, content } of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
process.stdout.write(`${files.length} files generated\n`);
