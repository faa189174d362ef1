/**
 * The check-in desk: patients come to the reader, each is taken into the chart with what they consented to, and only
 * then is the file removed. Run with `npx tsx --conditions=onshi-source examples/03-check-in-desk.ts` after the set-up.
 *
 * With a `site` a second program of this kind may stand by: it takes over when this one is gone.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CheckIn, folderTransport, nodeSiteStore, OnshiClient } from "@onshi/core";
import { addMonths } from "@onshi/core/base";
import { startMock } from "@onshi/mock-server";

/** Two patients check in; then the desk closes. */
export async function checkInDesk(write: (text: string) => void): Promise<void> {
  const mock = await startMock();
  const site = await mkdtemp(path.join(tmpdir(), "onshi-site-"));
  const onshi = new OnshiClient({
    institutionCode: mock.web.institutionCode,
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
    site: nodeSiteStore(site),
  });
  try {
    const closing = new AbortController();
    await mock.present("insured-valid", { medication: true, treatment: true });
    let patients = 0;
    for await (const checkIn of onshi.checkIns({ signal: closing.signal, standBy: true })) {
      write(`受付：資格 ${checkIn.answer.validity}\n`);
      await fetchWhatWasConsented(onshi, checkIn, mock.centre.today().slice(0, 7), write);
      // The chart is written here; whatever goes wrong before this line, the check-in comes again.
      await checkIn.acknowledge();
      if (++patients === 2) closing.abort();
      else await mock.present("elderly-with-limit", { checkup: true, limitCertificate: true });
    }
    write("受付を終了しました\n");
  } finally {
    await onshi.close();
    await mock.close();
    await rm(site, { recursive: true, force: true });
  }
}

async function fetchWhatWasConsented(
  onshi: OnshiClient,
  { consents }: CheckIn,
  to: string,
  write: (text: string) => void,
): Promise<void> {
  const { medication, treatment, checkup } = consents;
  const period = { from: addMonths(to, -12), to };
  if (medication && treatment) {
    const { treatments, drugs } = await onshi.treatments.history({ medication, treatment }, period);
    write(`  診療行為 ${treatments.length}件、薬剤 ${drugs.length}件\n`);
  } else if (medication) {
    write(`  薬剤 ${(await onshi.medication.history(medication, period)).drugs.length}件\n`);
  }
  if (checkup) write(`  特定健診 ${(await onshi.checkups.results(checkup)).checkups.length}回\n`);
}

if (process.argv[1]?.endsWith("03-check-in-desk.ts")) {
  await checkInDesk((text) => void process.stdout.write(text));
}
