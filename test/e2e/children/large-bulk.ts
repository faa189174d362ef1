// Takes a bulk result of many megabytes from a folder, with a heap that is much smaller. Says how many persons it had.
import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { folderTransport, memorySiteStore, OnshiClient } from "@onshi/core";
import { systemClock } from "@onshi/core/base";
import { nodeDisk } from "../../../packages/core/src/transports/folder/node-disk.ts";

const [base = "", megabytes = "10"] = process.argv.slice(2);
const receptionNumber = "2026112000001";
const unit = `<BulkConfirmUnit>
  <QualificationConfirmSearchInfo><InsurerNumber>  990010</InsurerNumber><InsuredIdentificationNumber>1</InsuredIdentificationNumber><Birthdate>19800131</Birthdate></QualificationConfirmSearchInfo>
  <ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>1</QualificationValidity>
  <ResultOfQualificationConfirmation><InsuredCardClassification>01</InsuredCardClassification><Name>試験　花子</Name><Address>試験県試験市試験町1-2-3</Address><InsurerName>試験市</InsurerName></ResultOfQualificationConfirmation>
</BulkConfirmUnit>
`;
const [req, res] = [path.join(base, "req"), path.join(base, "res")];
await mkdir(req);
await mkdir(res);

/** Writes the result of a request as a terminal would, piece by piece. */
async function answer(request: string): Promise<number> {
  const draft = path.join(base, "draft");
  const file = await open(draft, "w");
  const block = unit.repeat(200);
  const blocks = Math.ceil((Number(megabytes) * 1_000_000) / Buffer.byteLength(block));
  await file.write(`<?xml version="1.0" encoding="UTF-8"?><XmlMsg><MessageHeader><ReceptionNumber>${receptionNumber}</ReceptionNumber>
<SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody>`);
  for (let count = 0; count < blocks; count++) await file.write(block);
  await file.write("</MessageBody></XmlMsg>");
  await file.close();
  await rename(draft, path.join(res, request.replace("req_", "res_")));
  return blocks * 200;
}

const onshi = new OnshiClient({
  institutionCode: "9910000000",
  transport: folderTransport({ req, res, testOnly: true, pollMs: 20, timeoutMs: 120_000 }),
  site: memorySiteStore(),
});
const bulk = await onshi.eligibility.resumeMany(receptionNumber, { acceptUnchecked: true });
const reading = (async () => {
  let count = 0;
  for await (const { validity } of bulk) if (validity === "valid") count++;
  return count;
})();
let names: readonly string[] = [];
while (names.length === 0) {
  await systemClock.sleep(10);
  names = (await nodeDisk.list(req)).filter((name) => name.endsWith(".xml"));
}
const expected = await answer(names[0] ?? "");
const found = await reading;
await onshi.close();
process.stdout.write(`${JSON.stringify({ expected, found })}\n`);
