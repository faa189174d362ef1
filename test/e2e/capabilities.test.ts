import {
  type CheckIn,
  folderTransport,
  memorySiteStore,
  OnshiClient,
  type PersonKey,
  type TreatmentConsents,
} from "@onshi/core";
import { httpTransport } from "@onshi/core/http";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let mock: Mock;
let onshi: OnshiClient;
const quick = { pollIntervalMs: 20 };

beforeEach(async () => {
  mock = await startMock({ processingPolls: 1 });
  onshi = new OnshiClient({
    institutionCode: "9910000000",
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
    site: memorySiteStore(),
  });
});

afterEach(async () => {
  await onshi.close();
  await mock.close();
});

async function collect<Answer>(answers: AsyncIterable<Answer>): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

async function checkIn(personaId: string, ...kinds: readonly string[]): Promise<CheckIn> {
  await mock.present(personaId, Object.fromEntries(kinds.map((kind) => [kind, true])));
  for await (const one of onshi.checkIns()) {
    await one.acknowledge();
    return one;
  }
  return expect.fail("no check-in came");
}

function keyOf(personaId: string): PersonKey {
  const { papers } = mock.personas.find(({ id }) => id === personaId) ?? expect.fail(personaId);
  const { birthdate: _birthdate, ...key } = papers;
  return key;
}

const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const period = { from: "2020-01", to: today.slice(0, 7) };

describe("reference numbers", () => {
  test("are kept and come back", async () => {
    const entry = { ...keyOf("dependant"), referenceNumber: "K-77" };
    expect(await onshi.referenceNumbers.register(entry)).toMatchObject({ outcome: "registered" });
    const { answer } = await checkIn("dependant");
    expect("insurances" in answer && answer.insurances[0]?.referenceNumber).toBe("K-77");
  });

  test("of many persons, with one the centre refuses", async () => {
    const bulk = await onshi.referenceNumbers.registerMany(
      [
        { ...keyOf("dependant"), referenceNumber: "K-1" },
        { ...keyOf("lapsed"), referenceNumber: "K-2" },
      ],
      quick,
    );
    const answers = await collect(bulk);
    expect(answers.map(({ outcome, notice }) => [outcome, notice?.code])).toEqual([
      ["registered", undefined],
      ["refused", "SIMB0002E"],
    ]);
    expect(answers[1]?.registration?.referenceNumber).toBe("K-2");
    expect(bulk.progress).toMatchObject({ total: 2, completed: 1, errors: 1 });
  });
});

describe("lists", () => {
  test("of who consented for home visits", async () => {
    const people = await collect(await onshi.homeVisits.listConsented({ from: today, to: today }, quick));
    expect(people.map(({ validity }) => validity)).toEqual(["valid", "valid"]);
    expect(people[0]?.consents.medication?.kind).toBe("medication");
    expect(people.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("of who consented for online consultations, by either kind of day; nobody on other days", async () => {
    const days = { from: today, to: today };
    const never = { from: "2020-01-01", to: "2020-01-31" };
    const people = await collect(await onshi.onlineConsultations.listConsented({ consented: days }, quick));
    expect(people.map(({ consents }) => consents.medication?.usableUntil)).toEqual(
      people.map(() => `${today}T23:59:59+09:00`),
    );
    expect(people).toHaveLength(2);
    expect(await collect(await onshi.onlineConsultations.listConsented({ examination: days }, quick))).toHaveLength(2);
    expect(await collect(await onshi.onlineConsultations.listConsented({ consented: never }, quick))).toHaveLength(0);
  });

  test("of who is entrusted", async () => {
    const list = await onshi.publicAssistance.listEntrusted({ month: today.slice(0, 7) }, quick);
    const people = await collect(list);
    expect(people.length).toBeGreaterThan(0);
    expect(people.every(({ publicAssistance }) => (publicAssistance?.medicalTickets.length ?? 0) > 0)).toBe(true);
  });
});

describe("what consents open", () => {
  test("treatments and drugs with both consents, as data and as PDF", async () => {
    const { consents } = await checkIn("insured-valid", "medication", "treatment");
    const both = consents as unknown as TreatmentConsents;
    const history = await onshi.treatments.history(both, period);
    expect(history).toMatchObject({ outcome: "delivered", surgery: "filteredByCentre" });
    expect(history.treatments.length).toBeGreaterThan(0);
    expect(history.drugs.length).toBeGreaterThan(0);
    expect(history.treatments[0]).not.toHaveProperty("unknownElements");
    for (const printed of [
      await onshi.treatments.historyPdf(both, period),
      await onshi.medication.historyPdf(both.medication, period),
    ]) {
      expect(printed.outcome).toBe("delivered");
      expect(new TextDecoder().decode(printed.pdf?.subarray(0, 5))).toBe("%PDF-");
    }
  });

  test("treatments need the drugs' consent too, of the same person", async () => {
    const first = (await checkIn("insured-valid", "treatment")).consents;
    const second = (await checkIn("dependant", "medication")).consents;
    const { treatment } = first;
    const { medication } = second;
    if (!treatment || !medication) expect.fail("no consents");
    await expect(onshi.treatments.history({ treatment } as unknown as TreatmentConsents, period)).rejects.toMatchObject(
      { code: "consent.missing", details: { field: "medication" } },
    );
    await expect(onshi.treatments.history({ treatment, medication }, period)).rejects.toMatchObject({
      code: "consent.missing",
    });
  });

  test("checkups", async () => {
    const { consents } = await checkIn("elderly-with-limit", "checkup");
    const consent = consents.checkup ?? expect.fail("no consent");
    const { outcome, checkups } = await onshi.checkups.results(consent);
    expect(outcome).toBe("delivered");
    expect(checkups[0]?.items?.map(({ unit }) => unit)).toContain("mmHg");
    expect((await onshi.checkups.resultsPdf(consent)).pdf?.length).toBeGreaterThan(0);
  });

  test("a refusal instead of a PDF is an answer", async () => {
    const { consents } = await checkIn("elderly-with-limit", "checkup");
    const consent = consents.checkup ?? expect.fail("no consent");
    await checkIn("elderly-with-limit");
    const refused = await onshi.checkups.resultsPdf(consent);
    expect(refused.outcome).toBe("refused");
    expect(refused.message).toContain("SIMY0002E");
  });

  test("no files over HTTPS", async () => {
    const { consents } = await checkIn("elderly-with-limit", "checkup");
    const consent = consents.checkup ?? expect.fail("no consent");
    const { institutionCode } = mock.web;
    const web = new OnshiClient({ institutionCode, transport: httpTransport(mock.webOptions) });
    try {
      await expect(web.checkups.resultsPdf(consent)).rejects.toMatchObject({ code: "transport.unsupported" });
      expect((await web.checkups.results(consent)).checkups).toHaveLength(1);
    } finally {
      await web.close();
    }
  });
});

describe("without a capability", () => {
  test("a typed message is sent and the typed answer read", async () => {
    const { message, source, acknowledge } = await onshi.send("OQSsiimm01req", {
      header: { institutionCode: "9910000000" },
      body: { registration: { referenceNumber: "1", insurerNumber: "  990010", number: "0000000" } },
    });
    expect(message.body.processingResultStatus).toBe("error");
    expect(source.messageId).toBe("OQSsiimm01res");
    await acknowledge();
  });

  test("bytes are sent as they are", async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<XmlMsg><MessageHeader><MedicalInstitutionCode>9910000000</MedicalInstitutionCode></MessageHeader>
<MessageBody><ReceptionNumber>1</ReceptionNumber></MessageBody></XmlMsg>`;
    const answer = await onshi.sendRaw("OQSmuquc02req", new TextEncoder().encode(xml));
    expect(answer.format).toBe("xml");
    expect(new TextDecoder().decode(answer.source.rawBytes)).toContain("SIMB0001E");
    await answer.acknowledge();
    await expect(onshi.sendRaw("EPSsiABC01req", new TextEncoder().encode(xml))).rejects.toMatchObject({
      code: "folder.rejected",
    });
    await expect(onshi.sendRaw("../x", new Uint8Array())).rejects.toMatchObject({ code: "request.invalid" });
  });
});
