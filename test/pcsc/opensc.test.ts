import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CardProcess, layCard } from "./card-process.ts";
import { isEnabled, onSources, type PrivatePcsc, type Ran, readerNames, startPrivatePcsc } from "./private-pcsc.ts";

// The judge is OpenSC's jpki driver, which nobody here wrote (jpki-card §2.7), and openssl for signatures.
describe.skipIf(!isEnabled)("OpenSC and our reader on the same card", () => {
  let pcsc: PrivatePcsc;
  let card: CardProcess;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "onshi-opensc-"));
    pcsc = await startPrivatePcsc();
    card = await layCard(pcsc, "insured-valid");
  }, 60_000);

  afterAll(async () => {
    await card.close();
    await pcsc.close();
    await rm(folder, { recursive: true });
  });

  const opensc = (command: string): Promise<Ran> => {
    const [program = "", ...args] = command.split(" ");
    return pcsc.run(program, args);
  };
  const readByOpensc = async (): Promise<X509Certificate> =>
    new X509Certificate((await opensc("pkcs15-tool --read-certificate 1")).stdout);

  /** What openssl says of a signature over a message. */
  async function judge(certificate: X509Certificate, message: Uint8Array, signature: Uint8Array): Promise<string> {
    const files = {
      key: join(folder, "key.pem"),
      message: join(folder, "message"),
      signature: join(folder, "signature"),
    };
    await writeFile(files.key, certificate.publicKey.export({ type: "spki", format: "pem" }));
    await writeFile(files.message, message);
    await writeFile(files.signature, signature);
    const args = ["dgst", "-sha256", "-verify", files.key, "-signature", files.signature, files.message];
    return (await pcsc.run("openssl", args)).stdout.toString().trim();
  }

  /** Counter of the PIN as OpenSC shows it. */
  async function triesShown(): Promise<number> {
    const { code, stdout } = await opensc("pkcs15-tool --list-pins");
    expect(code).toBe(0);
    const ofUserAuthentication = stdout.toString().split("PIN [Digital Signature PIN]")[0] ?? "";
    return Number(/Tries left\s*:\s*(\d+)/.exec(ofUserAuthentication)?.[1]);
  }

  test("OpenSC lists the certificate, reads it, and openssl finds it in order", async () => {
    const { code, stdout } = await opensc("pkcs15-tool --list-certificates");
    expect(code).toBe(0);
    expect(stdout.toString()).toContain("X.509 Certificate [User Authentication Certificate]");
    const certificate = await readByOpensc();
    expect(certificate.issuer).toContain("O=JPKI-TEST");
    const shown = await pcsc.run("openssl", ["x509", "-noout", "-text"], certificate.toString());
    expect(shown.stdout.toString()).toContain("TLS Web Client Authentication");
  }, 60_000);

  test("OpenSC logs in and signs, openssl verifies", async () => {
    const files = { input: join(folder, "input"), output: join(folder, "output") };
    const message = new TextEncoder().encode("signed by OpenSC");
    await writeFile(files.input, message);
    const { code, stderr } = await opensc(
      `pkcs11-tool --login --pin 1234 --sign --id 01 -m SHA256-RSA-PKCS -i ${files.input} -o ${files.output}`,
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("SHA256-RSA-PKCS")]);
    expect(await judge(await readByOpensc(), message, await readFile(files.output))).toBe("Verified OK");
  }, 60_000);

  test.each(["pcsc-mini", "pcsclite"])(
    "through %s our reader reads the same bytes; openssl verifies its signature",
    async (adapter) => {
      const { code, result, lingeredMs } = await pcsc.scenario("session", adapter);
      expect(code).toBe(0);
      expect(lingeredMs).toBeLessThan(2_000);
      const certificate = await readByOpensc();
      expect(result).toMatchObject({
        readerName: readerNames[0],
        atr: "3B888001000041E0B381A1003B",
        certificate: certificate.raw.toString("base64"),
        remaining: 3,
        after: "remaining",
      });
      // The bytes the card was to sign, put together here and not by the library.
      const challenge = Uint8Array.from({ length: 32 }, (_, index) => index);
      const hashes = ["onshi-card:1.0", "https://checkin.example.invalid", challenge].map((part) =>
        createHash("sha256").update(part).digest(),
      );
      const { signature } = result["token"] as { readonly signature: string };
      const message = Buffer.concat(hashes);
      expect(await judge(certificate, message, Buffer.from(signature, "base64"))).toBe("Verified OK");
      message[0] = (message[0] ?? 0) ^ 1;
      expect(await judge(certificate, message, Buffer.from(signature, "base64"))).not.toBe("Verified OK");
    },
    60_000,
  );

  test("onshi-card on real readers: list, certificate", async () => {
    const run = (...args: readonly string[]): Promise<Ran> =>
      pcsc.run(process.execPath, [...onSources, "packages/reader/src/cli/main.ts", ...args, "--json"]);
    const { code, stdout } = await run("list");
    expect(code).toBe(0);
    const readers = stdout
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(readers).toEqual([
      { v: 1, type: "reader", name: readerNames[0], cardPresent: true },
      { v: 1, type: "reader", name: readerNames[1], cardPresent: false },
    ]);
    const certificate = await run("certificate");
    expect(JSON.parse(certificate.stdout.toString())).toMatchObject({
      der: (await readByOpensc()).raw.toString("base64"),
    });
    expect((await run("status", "--reader", readerNames[1])).code).toBe(3);
  }, 60_000);

  test("each wrong PIN costs one try, OpenSC shows the counter; blocked, it binds, shows 0 and reads", async () => {
    for (const left of [2, 1, 0]) {
      const { code, stderr } = await opensc("pkcs15-tool --verify-pin --auth-id 1 --pin 9999");
      expect([code === 0, stderr]).toEqual([false, expect.stringContaining("PIN")]);
      expect(await triesShown()).toBe(left);
    }
    const certificate = await readByOpensc();
    for (const adapter of ["pcsc-mini", "pcsclite"]) {
      const { result } = await pcsc.scenario("session", adapter);
      expect(result).toMatchObject({
        certificate: certificate.raw.toString("base64"),
        remaining: 0,
        signed: "pin.blocked",
      });
    }
    const { stdout } = await opensc("pkcs11-tool -L");
    expect(stdout.toString()).toContain("user PIN locked");
  }, 60_000);
});
