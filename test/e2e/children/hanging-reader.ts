import { once } from "node:events";
import { createInterface } from "node:readline";
import { folderTransport, nodeSiteStore, OnshiClient } from "@onshi/core";

/** Holds `face` and never gets done with the first check-in; told to, it closes its client and has nothing more to do. */
const [folder = "", site = ""] = process.argv.slice(2);
const client = new OnshiClient({
  institutionCode: "9910000000",
  transport: folderTransport({
    req: `${folder}/req`,
    res: `${folder}/res`,
    face: `${folder}/face`,
    testOnly: true,
    pollMs: 20,
  }),
  site: nodeSiteStore(site),
});

async function work(): Promise<void> {
  for await (const _ of client.checkIns()) {
    console.log("taken");
    await new Promise(() => undefined);
  }
}

void work();
const input = createInterface({ input: process.stdin });
await once(input, "line");
input.close();
process.stdin.destroy();
await client.close();
console.log("closed");
