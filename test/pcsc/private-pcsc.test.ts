import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { getuid } from "node:process";
import { describe, expect, test } from "vitest";
import { layCard } from "./card-process.ts";
import { isEnabled, type PrivatePcsc, readerNames, startPrivatePcsc, toEnd } from "./private-pcsc.ts";

describe.skipIf(!isEnabled)("a private PC/SC service", () => {
  test("several side by side, each with its own card, off the network", async () => {
    const holders = ["insured-valid", "dependant", "late-elderly"];
    const certificates = await Promise.all(
      holders.map(async (persona) => {
        await using pcsc: PrivatePcsc = await startPrivatePcsc();
        const card = await layCard(pcsc, persona);
        const read = await pcsc.run("pkcs15-tool", ["--read-certificate", "1"]);
        const devices = await pcsc.run("cat", ["/proc/self/net/dev"]);
        expect(devices.stdout.toString().match(/^\s*\w+:/gm)).toEqual(["    lo:"]);
        await card.close();
        return read.stdout.toString();
      }),
    );
    expect(new Set(certificates).size).toBe(holders.length);
    for (const certificate of certificates) expect(certificate).toContain("BEGIN CERTIFICATE");
  }, 60_000);

  test("as an ordinary user", async () => {
    // The text of the script, because that user need not see this folder.
    const script = await readFile(new URL("../../scripts/pcsc-namespace.sh", import.meta.url), "utf8");
    const call = ["--map-root-user", "--mount", "--net", "sh", "-c", script, "sh", "opensc-tool", "--list-readers"];
    const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "unshare"];
    const child =
      getuid?.() === 0 ? spawn("setpriv", [...nobody, ...call], { cwd: "/" }) : spawn("unshare", call, { cwd: "/" });
    const { code, stdout } = await toEnd(child);
    expect(code).toBe(0);
    for (const name of readerNames) expect(stdout.toString()).toContain(name);
  }, 60_000);

  test("the examples find its reader and sign there", async () => {
    await using pcsc = await startPrivatePcsc();
    const { code, result, lingeredMs } = await pcsc.scenario("example-reader");
    expect(result).toMatchObject({
      found: true,
      readerName: readerNames[0],
      signed: expect.stringContaining("signature"),
    });
    expect([code, lingeredMs < 2_000]).toEqual([0, true]);
  }, 60_000);

  test("it ends with its owner", async () => {
    const pcsc = await startPrivatePcsc();
    await pcsc.close();
    expect((await pcsc.run("true")).code).not.toBe(0);
  }, 60_000);
});
