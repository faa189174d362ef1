/**
 * Import: what an answer would change in a chart, what staff have to check, and how to undo it. Run with
 * `npx tsx --conditions=onshi-source examples/05-import-into-chart.ts` after the set-up.
 */
import { folderTransport, OnshiClient } from "@onshi/core";
import { applyPlan, type Chart, planImport, planText, undoImport } from "@onshi/core/rules";
import { startMock } from "@onshi/mock-server";

/** The chart of a patient who has a new insurance since the last visit, and whose name is written with an old form. */
const chart: Chart = {
  person: { name: "試驗　健一", nameKana: "シケン ケンイチ", sex: "male", address: "試験県別市9-9" },
  insurances: [{ insurerNumber: "990010", number: "0000001", qualifiedOn: "2005-04-01" }],
};

/** Asks, plans, applies what needs no click, and takes it back. */
export async function importIntoChart(write: (text: string) => void): Promise<void> {
  const mock = await startMock();
  const onshi = new OnshiClient({
    institutionCode: mock.web.institutionCode,
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
  });
  try {
    const patient = mock.personas.find(({ id }) => id === "under70-limit");
    if (!patient) throw new Error("the shipped personas have changed");
    const answer = await onshi.eligibility.verify({ ...patient.papers, limitCertificate: true });
    const before = { ...chart, person: { ...chart.person, birthdate: patient.person.birthdate } };
    // `testOnly`: this chart is a test's, so that the simulated centre's answers may go into it.
    const plan = planImport(answer, before, { day: mock.centre.today(), testOnly: true });
    write(planText(plan));
    const { chart: after, undo, waiting } = applyPlan(before, plan);
    write(`取り込み後の保険：${after.insurances.length}件、職員の確認待ち：${waiting.length}項目\n`);
    write(`取り消し後の保険：${undoImport(after, undo).insurances.length}件\n`);
  } finally {
    await onshi.close();
    await mock.close();
  }
}

if (process.argv[1]?.endsWith("05-import-into-chart.ts"))
  await importIntoChart((text) => void process.stdout.write(text));
