// One program of a site that reads `face`: says what it got, keeps it in the spool, acknowledges.
import process from "node:process";
import { folderTransport, nodeSiteStore, OnshiClient, OnshiError, openSpool } from "@onshi/core";
import { systemClock, systemRandom } from "@onshi/core/base";

const [base = "", siteFolder = "", standBy = ""] = process.argv.slice(2);
const site = nodeSiteStore(siteFolder);
const spool = openSpool({ store: site, clock: systemClock, random: systemRandom });
const onshi = new OnshiClient({
  institutionCode: "9910000000",
  transport: folderTransport({
    req: `${base}/req`,
    res: `${base}/res`,
    face: `${base}/face`,
    testOnly: true,
    pollMs: 20,
  }),
  site,
});
const stop = new AbortController();
process.stdin.once("data", () => stop.abort());
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const options = { signal: stop.signal, standBy: standBy === "standBy", staleMs: 600 };
  say("started");
  for await (const checkIn of onshi.checkIns(options)) {
    const { messageId, format, route, rawBytes } = checkIn.answer.source;
    await spool.put("chart", { messageId, format, route, bytes: rawBytes });
    await checkIn.acknowledge();
    say("taken");
  }
  say("ended");
} catch (error) {
  say(OnshiError.is(error) ? error.code : "defect");
} finally {
  await onshi.close();
  process.stdin.destroy();
}
