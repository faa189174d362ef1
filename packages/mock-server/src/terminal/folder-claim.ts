import { readFile, rename, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { OnshiError, type Random, systemRandom, toHex } from "@onshi/core/base";

const claimName = "onshi-mock.lock";

/**
 * Claims a folder for this process, so that two simulated terminals never answer the same requests. The claim is a file
 * that names the process; one whose process has ended is taken over.
 *
 * @returns releases the folder
 * @throws OnshiError `config.invalid` (`folder`) while another running mock server holds it
 */
export async function claimFolder(folder: string, random: Random = systemRandom): Promise<() => Promise<void>> {
  const claim = path.join(folder, claimName);
  while (!(await createClaim(claim))) {
    const owner = await readOwner(claim);
    if (owner !== undefined && isRunning(owner)) throw inUse();
    await discard(claim, owner, random);
  }
  return async () => unlink(claim).catch(() => undefined);
}

/** False when there is one already; exclusive creation never follows a planted link. */
async function createClaim(claim: string): Promise<boolean> {
  try {
    await writeFile(claim, `${process.pid}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The process in the claim; an empty claim belongs to somebody who is still writing it. */
async function readOwner(claim: string): Promise<number | undefined> {
  const text = await readFile(claim, "utf8").catch(() => undefined);
  if (text === "") throw inUse();
  return text !== undefined && /^\d{1,10}\n$/.test(text) ? Number(text) : undefined;
}

/**
 * Of several processes that find a stale claim, one moves it away; if it had become a fresh one by then, it is put back.
 */
async function discard(claim: string, owner: number | undefined, random: Random): Promise<void> {
  const aside = `${claim}.${toHex(random.bytes(8))}`;
  const isMoved = await rename(claim, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const moved = await readFile(aside, "utf8").catch(() => "");
  if (owner !== undefined && moved !== `${owner}\n`) {
    await rename(aside, claim);
    throw inUse();
  }
  await unlink(aside);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it is running.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inUse(): OnshiError {
  return new OnshiError("config.invalid", {
    field: "folder",
    expected: { ja: "他の模擬センターが使っていないフォルダ", en: "a folder that no running mock server uses" },
  });
}
