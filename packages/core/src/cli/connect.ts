import { isOnshiError, wrongArgument } from "../base/index.ts";
import { OnshiClient } from "../client/index.ts";
import { folderTransport, type Transport } from "../transports/index.ts";
import type { CliArguments } from "./arguments.ts";
import { layoutsFor, readInput } from "./files.ts";
import type { CliIo } from "./io.ts";

/** Runs a command with a client made from the arguments, and closes it afterwards. */
export async function withClient<Result>(
  args: CliArguments,
  io: CliIo,
  work: (client: OnshiClient) => Promise<Result>,
): Promise<Result> {
  const { institution, site, timeout } = args;
  if (institution === undefined) throw wrongArgument("--institution", "10 digits", "半角数字10桁");
  const timeoutMs = milliseconds(timeout);
  const client = new OnshiClient({
    institutionCode: institution,
    transport: await transportFor(args, institution, io),
    clock: io.clock,
    random: io.random,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(site !== undefined && { site: io.site(site) }),
    layouts: (await layoutsFor(args, io)).layouts,
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** Seconds of the command line as milliseconds; that they are some is checked beforehand. */
export function milliseconds(seconds: string | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
}

async function transportFor(args: CliArguments, institutionCode: string, io: CliIo): Promise<Transport> {
  const { req, res, face, url, "test-only": testOnly = false } = args;
  if (url === undefined) {
    if (face !== undefined && req === undefined && res === undefined) return faceOnly(face, testOnly, io);
    const folders = { req: given("--req", req), res: given("--res", res), ...(face !== undefined && { face }) };
    const charset = args["request-charset"] === "shift_jis" ? "shift_jis" : "utf-8";
    return folderTransport({ ...folders, charset, testOnly, disk: io.disk, clock: io.clock, random: io.random });
  }
  // The HTTP library loads only for those who use it.
  const { httpTransport } = await import("../transports/http/http-transport.ts");
  const file = (name: "cert" | "key" | "ca" | "password-file"): Promise<Uint8Array> =>
    readInput(io, given(`--${name}`, args[name]));
  const password = new TextDecoder().decode(await file("password-file")).replace(/\r?\n$/, "");
  const tls = { cert: await file("cert"), key: await file("key"), ca: await file("ca") };
  return httpTransport({ baseUrl: url, institutionCode, password, tls, testOnly, clock: io.clock });
}

/** `watch` needs no other folder. */
function faceOnly(face: string, testOnly: boolean, io: CliIo): Transport {
  return folderTransport({
    req: `${face}/..`,
    res: `${face}/..`,
    face,
    testOnly,
    disk: io.disk,
    clock: io.clock,
    random: io.random,
  });
}

function given(option: string, value: string | undefined): string {
  if (value !== undefined && value !== "") return value;
  throw wrongArgument(option, "a value", "値");
}

/** An error about an entry of a list, with the line of the file it came from. */
export function atLine(error: unknown, lines: readonly number[]): unknown {
  if (!isOnshiError(error, "request.invalid", "wire.unencodable")) return error;
  const [, index = ""] = /^(?:people|visits)\[(\d+)\]/.exec(error.details.field) ?? [];
  const line = lines[Number(index)];
  if (index === "" || line === undefined) return error;
  const { label } = error.details;
  // The desk counts lines, not entries.
  const where = `${line}行目${label === undefined ? "" : `　${label}`}`;
  return error.with({ label: where, line, origin: "commandLine" });
}
