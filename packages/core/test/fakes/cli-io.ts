import type { Machine, OutsideIo } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import { memorySiteStore } from "../../src/client/index.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { ManualClock } from "./manual-clock.ts";
import { seededRandom } from "./planted.ts";

/** What one run of `onshi` did. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files after the run, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What a run finds. */
export interface CliWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly disk?: MemoryDisk;
  readonly stdin?: string;
  readonly machine?: Partial<Machine>;
  readonly now?: string;
  /** Both outputs are a terminal. */
  readonly isTerminal?: boolean;
}

/** Runs `onshi` in a world of its own. */
export async function runCli(args: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  const files = new Map(
    Object.entries(world.files ?? {}).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );
  const output = { out: "", err: "" };
  const code = await run(args, ioOver(files, output, world));
  return { code, ...output, files };
}

function ioOver(files: Map<string, Uint8Array>, output: { out: string; err: string }, world: CliWorld): OutsideIo {
  return {
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
    },
    signal: new AbortController().signal,
    readFile: async (path) => {
      await Promise.resolve();
      const content = files.get(path);
      if (!content) throw new Error("ENOENT");
      return content;
    },
    written: () => Promise.resolve(),
    onLine: (_listener, onEnd) => onEnd(),
    readStdin: async () => {
      await Promise.resolve();
      return new TextEncoder().encode(world.stdin ?? "");
    },
    draft: async (path) => {
      await Promise.resolve();
      const held: Uint8Array[] = [];
      return {
        append: async (bytes) => void (await Promise.resolve(held.push(bytes))),
        commit: async () => void (await Promise.resolve(files.set(path, Buffer.concat(held)))),
        discard: () => Promise.resolve(),
      };
    },
    listFolder: async (path) => {
      await Promise.resolve();
      if (files.has(path)) return undefined;
      const start = `${path}/`;
      const inside = [...files.keys()].filter((one) => one.startsWith(start));
      if (inside.length === 0) throw new Error("ENOENT");
      return [...new Set(inside.map((one) => one.slice(start.length).split("/")[0] ?? ""))];
    },
    makeFolder: () => Promise.resolve(),
    disk: world.disk ?? new MemoryDisk(),
    clock: new ManualClock(world.now ?? "2026-11-20T00:15:03Z"),
    random: seededRandom(7),
    site: () => memorySiteStore(),
    isTerminal: world.isTerminal ?? false,
    showsOutput: world.isTerminal ?? false,
    machine: { sdk: "0.0.0-test", node: "24.1.0", zone: "Asia/Tokyo", locale: "en-US", ...world.machine },
  };
}
