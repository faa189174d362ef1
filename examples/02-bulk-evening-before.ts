/**
 * The evening before: eligibility of everybody who is coming tomorrow, in one bulk request (資格確認一括照会). Run with
 * `npx tsx --conditions=onshi-source examples/02-bulk-evening-before.ts` after the set-up.
 *
 * The program that sends ends as soon as the centre has the request; another one fetches the answers.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BulkEligibilityAnswer, folderTransport, nodeSiteStore, OnshiClient } from "@onshi/core";
import { addDays } from "@onshi/core/base";
import { type Mock, startMock } from "@onshi/mock-server";

/** How long to wait before asking again; a real centre is asked every few minutes. */
const pollIntervalMs = 20;

/** Sends, ends, and continues as another program. */
export async function bulkEveningBefore(write: (text: string) => void): Promise<void> {
  const mock = await startMock();
  const site = await mkdtemp(path.join(tmpdir(), "onshi-site-"));
  const open = (): OnshiClient =>
    new OnshiClient({
      institutionCode: mock.web.institutionCode,
      transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
      site: nodeSiteStore(site),
    });
  try {
    await sendInTheEvening(open(), mock, write);
    await fetchLater(open(), write);
  } finally {
    await mock.close();
    await rm(site, { recursive: true, force: true });
  }
}

async function sendInTheEvening(onshi: OnshiClient, mock: Mock, write: (text: string) => void): Promise<void> {
  const appointments = ["insured-valid", "late-elderly", "lapsed", "not-registered"];
  const people = mock.personas
    .filter(({ id }) => appointments.includes(id))
    .map(({ papers }, index) => ({ ...papers, arbitraryIdentifier: `予約${index + 1}` }));
  try {
    const bulk = await onshi.eligibility.verifyMany(people, { confirmationDate: addDays(mock.centre.today(), 1) });
    write(`一括照会を送信しました：${bulk.progress.asked ?? 0}件\n`);
  } finally {
    await onshi.close();
  }
}

async function fetchLater(onshi: OnshiClient, write: (text: string) => void): Promise<void> {
  try {
    for (const pending of await onshi.eligibility.pendingBulks()) {
      const bulk = await onshi.eligibility.resumeMany(pending, { pollIntervalMs });
      for await (const answer of bulk) write(`${answer.arbitraryIdentifier ?? "?"}：${whatToDo(answer)}\n`);
      write(`正常 ${bulk.progress.completed ?? 0}件、エラー ${bulk.progress.errors ?? 0}件\n`);
    }
  } finally {
    await onshi.close();
  }
}

function whatToDo(answer: BulkEligibilityAnswer): string {
  switch (answer.validity) {
    case "valid":
      return answer.limitCertificateChanged ? "有効（限度額は当日に個別照会）" : "有効";
    case "invalid":
    case "invalidNewerExists":
      return "無効（来院時に新しい保険を確認）";
    case "notFound":
      return "該当なし（番号と生年月日を確認）";
    case "multipleMatches":
      return "複数該当（枝番を付けて再照会）";
    default:
      return `職員が確認（${answer.validity}）`;
  }
}

if (process.argv[1]?.endsWith("02-bulk-evening-before.ts")) {
  await bulkEveningBefore((text) => void process.stdout.write(text));
}
