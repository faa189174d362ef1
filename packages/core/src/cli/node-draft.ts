import { lstat, open, rename, rm } from "node:fs/promises";
import { type Random, toHex } from "../base/index.ts";
import type { Draft } from "./io.ts";

/**
 * A file that is written under a draft name and renamed when it is complete, so that nobody opens half of it. Only its
 * owner may read it. The draft's name cannot be guessed and is created exclusively, and a link under the final name is
 * replaced, so that nothing is written through a link that somebody planted in a shared folder.
 *
 * @throws an error of Node when the file cannot be created, or something other than a file already has the name
 */
export async function nodeDraft(path: string, random: Random): Promise<Draft> {
  const there = await lstat(path).catch(() => undefined);
  if (there && !there.isFile() && !there.isSymbolicLink()) throw new Error("not a file");
  const draft = `${path}.${toHex(random.bytes(8))}.part`;
  const handle = await open(draft, "wx", 0o600);
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
  };
  return {
    append: async (bytes) => handle.writeFile(bytes),
    async commit() {
      await handle.sync();
      await handle.close();
      await rename(draft, path);
    },
    discard,
  };
}
