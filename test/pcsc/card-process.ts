import { once } from "node:events";
import { createInterface } from "node:readline";
import { systemClock } from "@onshi/core/base";
import { onSources, type PrivatePcsc, toEnd, vpcdPorts } from "./private-pcsc.ts";

/** `onshi-mock card` in a private reader. */
export interface CardProcess {
  insert(): Promise<void>;
  remove(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the command and waits until OpenSC sees the card; a card not seen is lifted and laid down again. */
export async function layCard(pcsc: PrivatePcsc, persona: string, slot: 0 | 1 = 0): Promise<CardProcess> {
  const address = `127.0.0.1:${vpcdPorts[slot]}`;
  const program = [...onSources, "packages/mock-server/src/cli/main.ts", "card", "--json"];
  const child = pcsc.start(process.execPath, [...program, "--vpcd", address, "--persona", persona]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout });
  const told = async (type: string): Promise<void> => {
    for (;;) {
      const [line] = (await once(lines, "line")) as [string];
      if ((JSON.parse(line) as { type: string }).type === type) return;
    }
  };
  const move = async (command: string, report: string): Promise<void> => {
    const done = told(report);
    child.stdin.write(`${command}\n`);
    await done;
  };
  const card: CardProcess = {
    insert: () => move("insert", "inserted"),
    remove: () => move("remove", "removed"),
    close: async () => {
      const ended = toEnd(child);
      child.kill("SIGTERM");
      await ended;
    },
  };
  await told("inserted");
  for (let tries = 0; !(await isSeen(pcsc, slot)); tries += 1) {
    if (tries === 3) throw new Error("the card stays unseen");
    await card.remove();
    await card.insert();
  }
  return card;
}

async function isSeen(pcsc: PrivatePcsc, slot: 0 | 1): Promise<boolean> {
  const limit = AbortSignal.timeout(5_000);
  // Asked again and again: `opensc-tool --wait` was seen to sleep on although the card lay there.
  while (!limit.aborted) {
    const { stdout } = await pcsc.run("opensc-tool", ["--list-readers"]);
    if (new RegExp(`^${slot}\\s+Yes\\s`, "m").test(stdout.toString())) return true;
    await systemClock.sleep(100, limit);
  }
  return false;
}
