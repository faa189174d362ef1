/**
 * Sends a PIN to a card many times, collects garbage while it is in use, and then waits to be searched: `pin-memory.test.ts`. The
 * PIN comes masked in the arguments, or by lines of standard input for the command line.
 */
import { once } from "node:events";
import { writeSync } from "node:fs";
import process from "node:process";
import { text } from "node:stream/consumers";
import { getHeapSnapshot } from "node:v8";
import { concat, fromHex, OnshiError, toHex } from "@onshi/core/base";
import { readPinFrom } from "../../src/cli/terminal.ts";
import { run } from "../../src/cli/run.ts";
import { type CardInProcess, inProcessSource, type ReaderSource, waitForCard } from "../../src/index.ts";
import { request, testCertificate } from "./test-card.ts";

const [way, masked = ""] = process.argv.slice(2);
const rounds = 30;
const certificate = concat(testCertificate(), fromHex("9000"));
const nothing = (): void => undefined;
let verified = 0;

/** Takes any PIN and keeps none. */
const card: CardInProcess = {
  atr: fromHex("3B00"),
  powerOn: nothing,
  powerOff: nothing,
  reset: nothing,
  transmit: (command) => {
    if (command[1] === 0xb0) return certificate.slice();
    if (command[1] === 0x20 && command.length === 4) return fromHex("63C3");
    if (command[1] === 0x20) {
      verified += 1;
      // While the PIN is in use: whatever lies in the moving heap is copied now, and its old place is not wiped.
      globalThis.gc?.({ type: "minor" });
    }
    return fromHex("9000");
  },
};
const source = (): ReaderSource => inProcessSource([{ name: "A", card }]);

interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: [string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** The strings of the program. The snapshot's own table has more: every index of an array, as text. */
function stringsOf({ snapshot: { meta }, nodes, strings }: HeapSnapshot): readonly string[] {
  const stride = meta.node_fields.length;
  const [kinds] = meta.node_types;
  const found: string[] = [];
  for (let at = 0; at < nodes.length; at += stride) {
    if (kinds[nodes[at] ?? 0]?.includes("string")) found.push(strings[nodes[at + 1] ?? 0] ?? "");
  }
  return found;
}

/** As a careful caller makes it: in memory of its own. */
function pin(): Uint8Array {
  const bytes = new Uint8Array(new ArrayBuffer(4));
  for (let index = 0; index < 4; index += 1) bytes[index] = Number.parseInt(masked[index] ?? "0", 16) ^ 0x35;
  return bytes;
}

async function verifyOnce(): Promise<void> {
  if (way === "cli") {
    const io = {
      out: nothing,
      err: nothing,
      readPin: readPinFrom,
      system: { locale: "ja-JP", version: "0" },
      signal: new AbortController().signal,
    };
    const challenge = Buffer.from(request.challenge).toString("base64");
    const args = ["sign", "--audience", request.audience, "--challenge", challenge, "--pin-fd", "0"];
    await run(args, io, async () => source());
    return;
  }
  const session = await waitForCard({ source: source() });
  try {
    await session.authenticate(request, { pin: way === "callback" ? () => pin() : pin() });
  } catch (error) {
    // The card signs nothing.
    if (!OnshiError.is(error) || error.code !== "card.unexpectedAnswer") throw error;
  } finally {
    await session.close();
  }
}

for (let round = 0; round < rounds; round += 1) await verifyOnce();

writeSync(1, `${JSON.stringify({ verified })}\n`);
// Until the parent has searched and closes the pipe. A snapshot would tidy up first.
process.stdin.resume();
await once(process.stdin, "end");

const strings = stringsOf(JSON.parse(await text(getHeapSnapshot())) as HeapSnapshot);
const digits = masked
  .split("")
  .map((digit) => String.fromCharCode(Number.parseInt(digit, 16) ^ 0x35))
  .join("");
const bytes = digits.split("").map((digit) => digit.charCodeAt(0));
const traces = [digits, bytes.join(","), `0020009804${toHex(Uint8Array.from(bytes))}`];
const found = strings.filter(
  (string) => string === traces[0] || traces.slice(1).some((trace) => string.includes(trace)),
);
writeSync(1, `${JSON.stringify({ found })}\n`);
