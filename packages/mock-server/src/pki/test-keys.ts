import { createPrivateKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { OnshiError } from "@onshi/core/base";

const loaded = new Map<string, KeyObject>();

/**
 * One of the shipped keys: `auth-ca-1`…`3`, `sign-ca-1`, `stranger-ca`, `auth-01`…`10`, `sign-01`…`10`, `weak-1024`.
 * They are public (`data/keys/README.md`) and loaded when first asked for.
 *
 * @throws OnshiError `config.invalid` when there is no such key.
 *
 * @example
 * ```ts
 * import { testKey } from "@onshi/mock-server/pki";
 *
 * console.log(testKey("auth-01").asymmetricKeyDetails?.modulusLength); // 2048
 * ```
 */
export function testKey(name: string): KeyObject {
  const known = loaded.get(name);
  if (known) return known;
  const file = path.join(keyFolder(), `${name}.pem`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    throw new OnshiError("config.invalid", {
      field: "testKey",
      expected: { ja: "data/keys にある鍵の名前", en: "the name of a key in data/keys" },
    });
  }
  const key = createPrivateKey(readFileSync(file));
  loaded.set(name, key);
  return key;
}

/** Sources and bundles are at different depths below the package's folder, so it searches upwards. */
function keyFolder(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "data", "keys");
    if (existsSync(path.join(folder, "package.json")) && existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) {
      throw new OnshiError("config.invalid", {
        field: "data/keys",
        expected: { ja: "パッケージに同梱の試験用の鍵", en: "the test keys that come with the package" },
      });
    }
  }
}
