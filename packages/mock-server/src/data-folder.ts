import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { OnshiError } from "@onshi/core/base";

/** A file of the package's `data` folder. Sources and bundles are at different depths, so it searches upwards. */
export function dataFile(name: string): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "data", name);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) {
      const expected = { ja: "パッケージに同梱のファイル", en: "a file that comes with the package" };
      throw new OnshiError("config.invalid", { field: `data/${name}`, expected });
    }
  }
}
