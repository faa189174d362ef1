// What clients of many institutions cost in one process: `clients.mjs COUNT shared|own`. Each has folders of its own and
// has had one answer. With `own` each compiles the overlay for itself.
import { readFileSync } from "node:fs";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { folderTransport, OnshiClient, onshiLayouts } from "@onshi/core";
import { parseOverlay } from "@onshi/core/messages";
import { readXml } from "@onshi/core/wire";

const file = new URL("../../conformance/golden/OQSsiquc01res_full.xml", import.meta.url);
const identifier = "0".repeat(16);
const rawBytes = new TextEncoder().encode(readFileSync(file, "utf8").replace("A000000000001", identifier));
const question = { insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01", birthdate: "1956-01-31" };
const overlay = parseOverlay({
  onshiOverlay: 2,
  basis: "0.1.0",
  source: "vendor",
  changes: [
    { do: "renameElement", message: "OQSsiquc01res", path: "MessageHeader/CharacterCodeIdentifier", to: "Charset" },
  ],
});
const random = { bytes: (count) => new Uint8Array(count) };

/** The folders of an institution, with a terminal in memory that answers at once. */
function transportOf(index) {
  const folder = `/terminals/${index}`;
  const transport = folderTransport({ req: `${folder}/req`, res: `${folder}/res`, testOnly: true });
  transport.exchange = async ({ id }) => ({
    id: id.replace("req", "res"),
    content: { format: "xml", document: readXml(rawBytes).root },
    route: transport.route,
    rawBytes,
    receivedAt: new Date(0),
    acknowledge: async () => undefined,
  });
  return transport;
}

const [count, kind] = [Number(process.argv[2]), process.argv[3]];
const layouts = onshiLayouts(overlay);
const clientOf = (index) =>
  new OnshiClient({
    institutionCode: "9910000000",
    transport: transportOf(index),
    random,
    ...(kind === "shared" ? { layouts } : { overlay }),
  });

/** Processor time of a turn of work, in milliseconds: other programs on the machine do not count. */
async function millisecondsOf(turns, work) {
  const start = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) await work(turn);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / turns;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

function megabytes() {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const one = clientOf(0);
await millisecondsOf(500, () => one.eligibility.verify(question));
const usedClient = await millisecondsOf(500, () => one.eligibility.verify(question));
const before = megabytes();
const clients = [];
const firstAnswer = await millisecondsOf(count, (turn) => {
  const client = clientOf(turn + 1);
  clients.push(client);
  return client.eligibility.verify(question);
});
const cost = megabytes() - before;
process.stdout.write(JSON.stringify({ megabytesPerClient: cost / clients.length, firstAnswer, usedClient }));
