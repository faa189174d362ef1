import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { layCard } from "../../pcsc/card-process.ts";
import { isEnabled, type PrivatePcsc, startPrivatePcsc } from "../../pcsc/private-pcsc.ts";

/** Commands that OpenSC sends, its driver for this card being told to it. */
export interface OpenScCounts {
  readonly readCertificate: number;
  readonly sign: number;
  /** How the numbers were come by. */
  readonly peerName: string;
}

/** From `jpki-card §2.7`; the virtual card's tests replay these sequences. */
const documented: OpenScCounts = { readCertificate: 14, sign: 9, peerName: "OpenSC, documented sequence" };

let counts: Promise<OpenScCounts> | undefined;

/** OpenSC's counts: taken on our card over vpcd where the PC/SC suite is switched on, else the documented ones. */
export function openScCounts(): Promise<OpenScCounts> {
  counts ??= isEnabled ? measured() : Promise.resolve(documented);
  return counts;
}

async function measured(): Promise<OpenScCounts> {
  const folder = await mkdtemp(path.join(tmpdir(), "onshi-bench-"));
  const pcsc = await startPrivatePcsc();
  try {
    const card = await layCard(pcsc, "insured-valid");
    const [input, output] = [path.join(folder, "hash"), path.join(folder, "signature")];
    await writeFile(input, new Uint8Array(32));
    const sign = [
      "--sign",
      "--key",
      "1",
      "--pin",
      "1234",
      "--sha-256",
      "--pkcs1",
      "--input",
      input,
      "--output",
      output,
    ];
    const readCertificate = await commandsOf(pcsc, ["pkcs15-tool", "--read-certificate", "1"]);
    const counted = { readCertificate, sign: await commandsOf(pcsc, ["pkcs15-crypt", ...sign]) };
    await card.close();
    return { ...counted, peerName: "OpenSC on the same card over vpcd" };
  } finally {
    await pcsc.close();
    await rm(folder, { recursive: true });
  }
}

/** Runs a program of OpenSC and counts the commands in its own log. */
async function commandsOf(pcsc: PrivatePcsc, program: readonly string[]): Promise<number> {
  const { code, stderr } = await pcsc.run("env", ["OPENSC_DEBUG=4", ...program]);
  if (code !== 0) throw new Error(`${program[0]} ended with ${code}`);
  return stderr.split("Outgoing APDU").length - 1;
}
