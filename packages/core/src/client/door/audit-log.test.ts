import { describe, expect, test } from "vitest";
import { checkInXml, desk, drugsXml, fullAnswer, question } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { type AuditEntry, auditLog, type AuditOptions } from "../index.ts";

const salt = "a secret of the vendor";

function audited(answer: string = fullAnswer, options: Partial<AuditOptions> = {}) {
  const entries: AuditEntry[] = [];
  const at = desk(answer, { middleware: [auditLog((entry) => void entries.push(entry), { salt, ...options })] });
  return { entries, at };
}

describe("the audit trail", () => {
  test("says who asked for whose information and what came of it; the person is a digest", async () => {
    const { entries, at } = audited(fullAnswer, { actor: () => "reception-1" });
    await at.client.eligibility.verify(question);
    expect(entries).toEqual([
      {
        at: "2026-11-20T00:15:00.000Z",
        institutionCode: "9910000000",
        actor: "reception-1",
        operation: "exchange",
        call: "eligibility.verify",
        messageId: "OQSsiquc01req",
        route: "memory",
        reference: "0".repeat(20),
        persons: [expect.stringMatching(/^[0-9a-f]{64}$/)],
        consents: [],
        outcome: "answered",
      },
    ]);
  });

  test("says under which consent, and that it is the person who checked in", async () => {
    const { entries, at } = audited(drugsXml);
    at.transport.pushed = [incoming("OQSsiquc01res_face", checkInXml)];
    for await (const checkIn of at.client.checkIns()) {
      const { medication } = checkIn.consents;
      if (medication) await at.client.medication.history(medication, { from: "2026-05", to: "2026-11" });
    }
    expect(entries.map(({ call, consents }) => [call, consents])).toEqual([
      ["checkIns", []],
      ["medication.history", ["medication"]],
    ]);
    expect(entries[0]?.persons).toContain(entries[1]?.persons[0]);
  });

  test("a failure is there with its code", async () => {
    const entries: AuditEntry[] = [];
    const middleware = [auditLog((entry) => void entries.push(entry), { salt })];
    const { client } = desk(fullAnswer, { transport: new MemoryTransport(), middleware });
    await expect(client.eligibility.verify(question)).rejects.toThrow();
    expect(entries).toMatchObject([{ outcome: "failed", code: "answer.timeout", persons: [expect.any(String)] }]);
  });

  test("the same person is the same digest however it is written, and another one under another salt", async () => {
    const digests = async (person: object, options: Partial<AuditOptions> = {}): Promise<readonly string[]> => {
      const { entries, at } = audited(fullAnswer, options);
      await at.client.eligibility.verify({ ...question, ...person }).catch(() => undefined);
      return entries.flatMap(({ persons }) => persons);
    };
    const plain = await digests({});
    expect(plain).toHaveLength(1);
    expect(await digests({ symbol: "１２－３４", number: "5678" })).toEqual(plain);
    expect(await digests({ number: "0005679" })).not.toEqual(plain);
    expect(await digests({}, { salt: "another secret of the vendor" })).not.toEqual(plain);
  });

  test("everyone of a typed message is counted, once", async () => {
    const { entries, at } = audited();
    await at.client
      .send("OQSsiquc01req", {
        header: { institutionCode: "9910000000", confirmationDate: "2026-11-20" },
        body: { inquiry: { ...question, insurerNumber: "  990010", limitCertificateConsent: "notConsented" } },
      })
      .catch(() => undefined);
    expect(entries[0]?.persons).toHaveLength(1);
  });

  test("persons themselves are written only when the vendor says so by name", async () => {
    const { entries, at } = audited(fullAnswer, { plainPersons: true });
    await at.client.eligibility.verify(question);
    expect(entries[0]?.plainPersons).toEqual([
      { insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01" },
    ]);
  });

  test("middleware that changes a call before it takes the person away from nobody", async () => {
    const entries: AuditEntry[] = [];
    const audit = auditLog((entry) => void entries.push(entry), { salt });
    const { client } = desk(fullAnswer, { middleware: [(call, next) => next({ ...call, timeoutMs: 1000 })] });
    await client.eligibility.verify(question, { middleware: [audit] });
    expect(entries[0]?.persons).toHaveLength(1);
  });

  test.each<readonly [string, (entry: AuditEntry) => void | Promise<void>]>([
    [
      "throws",
      () => {
        throw new Error("disk full");
      },
    ],
    ["rejects", () => Promise.reject(new Error("disk full"))],
    ["never ends", () => new Promise(() => undefined)],
  ])("a sink that %s breaks no call and is told to the vendor", async (name, sink) => {
    const faults: unknown[] = [];
    const onFault = (error: unknown): never => {
      faults.push(error);
      throw new Error("this, too");
    };
    const { client } = desk(fullAnswer, { middleware: [auditLog(sink, { salt, onFault })] });
    expect((await client.eligibility.verify(question)).validity).toBe("valid");
    expect(faults).toHaveLength(name === "never ends" ? 0 : 1);
  });

  test.each([
    ["sink", () => auditLog("file" as never, { salt })],
    ["salt", () => auditLog(() => undefined, {} as never)],
    ["salt", () => auditLog(() => undefined, { salt: "short" })],
    ["salt", () => auditLog(() => undefined, { salt: new Uint8Array(15) })],
    ["plainPersons", () => auditLog(() => undefined, { salt, plainPersons: "no" as never })],
    ["actor", () => auditLog(() => undefined, { salt, actor: 1 as never })],
    ["onFault", () => auditLog(() => undefined, { salt, onFault: true as never })],
  ])("a wrong %s is refused", (field, make) => {
    expect(make).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });
});
