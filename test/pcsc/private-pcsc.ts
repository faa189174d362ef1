import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The suite runs where its parts are installed; `npm test -- --with-pcsc` installs them and sets this. */
export const isEnabled: boolean = process.env["ONSHI_PCSC"] === "1";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly elapsedMs: number;
  /** From its last word to its end. */
  readonly lingeredMs: number;
}

/** What a scenario tells. */
export type ScenarioResult = Readonly<Record<string, unknown>>;

/** A PC/SC service of one's own, with two empty virtual readers of vpcd, off the network. */
export interface PrivatePcsc extends AsyncDisposable {
  /** Starts a program beside the service; nothing outside can talk to it. */
  start(command: string, args?: readonly string[]): ChildProcessWithoutNullStreams;
  /** Runs a program to its end, with optional input. */
  run(command: string, args?: readonly string[], input?: string): Promise<Ran>;
  /** Runs a TypeScript file of `scenarios/`, which prints one line of JSON. */
  scenario(name: string, ...args: readonly string[]): Promise<Ran & { readonly result: ScenarioResult }>;
  close(): Promise<void>;
}

/** Arguments of node for TypeScript on the sources of the workspace. */
export const onSources: readonly string[] = ["--conditions=onshi-source", "--import", "tsx"];

export const vpcdPorts: readonly [number, number] = [35_963, 35_964];
export const readerNames: readonly [string, string] = ["Virtual PCD 00 00", "Virtual PCD 00 01"];

/** Starts one. Works as an ordinary user; any number run side by side. */
export async function startPrivatePcsc(): Promise<PrivatePcsc> {
  const namespaces = ["--map-root-user", "--mount", "--net"];
  const service = spawn("unshare", [...namespaces, "sh", "scripts/pcsc-namespace.sh"], { cwd: root });
  let said = "";
  service.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(service, "exit");
  const ready = once(service.stdout, "data");
  const first = await Promise.race([ready.then(() => "ready"), ended.then(() => "ended")]);
  if (first === "ended") throw new Error(`no private PC/SC service: ${said}`);

  const running = new Set<ChildProcessWithoutNullStreams>();
  const start = (command: string, args: readonly string[] = []): ChildProcessWithoutNullStreams => {
    const enter = ["--preserve-credentials", "--user", "--mount", "--net", "--target", String(service.pid)];
    // Entering the mount namespace loses the working directory.
    const child = spawn("nsenter", [...enter, "sh", "-c", 'cd "$0" && exec "$@"', root, command, ...args], {
      cwd: root,
      env: { ...process.env, OPENSC_DRIVER: "jpki" },
    });
    running.add(child);
    child.on("exit", () => running.delete(child));
    return child;
  };
  const run = (command: string, args: readonly string[] = [], input = ""): Promise<Ran> =>
    toEnd(start(command, args), input);
  const close = async (): Promise<void> => {
    // What a failed test left behind goes as well.
    for (const child of running) child.kill();
    service.stdin.end();
    await ended;
  };
  return {
    start,
    run,
    async scenario(name, ...args) {
      const ran = await run(process.execPath, [...onSources, `test/pcsc/scenarios/${name}.ts`, ...args]);
      const text = ran.stdout.toString();
      if (!text.startsWith("{")) throw new Error(`${name} ended with ${ran.code}: ${text}${ran.stderr}`);
      return { ...ran, result: JSON.parse(text) as ScenarioResult };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Follows a child to its end. */
export async function toEnd(child: ChildProcessWithoutNullStreams, input = ""): Promise<Ran> {
  const startedAt = performance.now();
  const stdout: Buffer[] = [];
  let stderr = "";
  let lastWordAt = startedAt;
  child.stdout.on("data", (chunk: Buffer) => {
    lastWordAt = performance.now();
    stdout.push(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  const endedAt = performance.now();
  const times = { elapsedMs: endedAt - startedAt, lingeredMs: endedAt - lastWordAt };
  return { code, stdout: Buffer.concat(stdout), stderr, ...times };
}
