import { describe, expect, test } from "vitest";
import { checkInXml, type Desk, desk, edit } from "../../../test/fakes/desk.ts";
import { incoming, type Received } from "../../../test/fakes/memory-transport.ts";
import { OnshiError } from "../../base/index.ts";
import { type CheckIn, consentKinds } from "../index.ts";

const pushed = (xml: string): Received => incoming("OQSsiquc01res", xml);

/** A desk at which these documents lie in `face`. */
function face(...documents: readonly string[]): Desk & { readonly files: readonly Received[] } {
  const made = desk();
  const files = documents.map(pushed);
  made.transport.pushed = [...files];
  return { ...made, files };
}

async function all(iteration: AsyncIterable<CheckIn>): Promise<readonly CheckIn[]> {
  const found: CheckIn[] = [];
  for await (const one of iteration) found.push(one);
  return found;
}

const one = async (xml: string): Promise<CheckIn> => {
  const [found] = await all(face(xml).client.checkIns());
  if (!found) throw new Error("no check-in");
  return found;
};

describe("a check-in", () => {
  test("has answer and consents and waits to be acknowledged", async () => {
    const { client, files } = face(checkInXml);
    const [checkIn] = await all(client.checkIns());
    expect(checkIn?.answer).toMatchObject({ validity: "valid", askedBy: "myNumberCard", problems: [] });
    expect(checkIn?.consents).toMatchObject({
      medication: { kind: "medication", usableUntil: "2026-11-21T09:16:11+09:00" },
      checkup: { kind: "checkup" },
      states: { medication: "consented", checkup: "consented", treatment: "notConsented" },
    });
    expect(files[0]?.acknowledged()).toBe(0);
    await checkIn?.acknowledge();
    expect(files[0]?.acknowledged()).toBe(1);
  });

  test.each([
    ["an invalid insurance", ["<QualificationValidity>1<", "<QualificationValidity>2<"], "invalid"],
    ["nobody found", ["<QualificationValidity>1<", "<QualificationValidity>4<"], "notFound"],
    ["an unknown validity", ["<QualificationValidity>1<", "<QualificationValidity>8<"], "unknown:8"],
    ["an error for the person", ["<ProcessingResultStatus>1<", "<ProcessingResultStatus>2<"], "notProcessed"],
    ["an unknown status", ["<ProcessingResultStatus>1<", "<ProcessingResultStatus>3<"], "notProcessed"],
    ["a message that failed", ["<SegmentOfResult>1<", "<SegmentOfResult>9<"], "notProcessed"],
    ["a message that does not say how it ended", [/<SegmentOfResult>.*/, ""], "notProcessed"],
  ] as const)("with %s comes, with no consent", async (_, change, validity) => {
    const checkIn = await one(edit(checkInXml, change));
    expect(checkIn.answer.validity).toBe(validity);
    // What the file states is told all the same; nothing opens.
    expect(checkIn.consents.states).toEqual({
      medication: "consented",
      checkup: "consented",
      treatment: "notConsented",
    });
    expect(consentKinds.filter((kind) => kind in checkIn.consents)).toEqual([]);
  });

  test("that failed as a whole states the centre's reason", async () => {
    const failed =
      "<SegmentOfResult>9</SegmentOfResult><ErrorCode>OQST9999E</ErrorCode><ErrorMessage>試験</ErrorMessage>";
    const { answer } = await one(edit(checkInXml, [/<SegmentOfResult>.*/, failed]));
    expect(answer.notice).toEqual({ code: "OQST9999E", message: "試験" });
  });
});

describe("the iteration", () => {
  const broken = edit(checkInXml, ["<QualificationValidity>", "<QualificationValidity>2</QualificationValidity>$&"]);

  test("goes on after an unreadable file, reports it and leaves it", async () => {
    const { client, files } = face(checkInXml, broken, checkInXml);
    const reports: (readonly [unknown, string])[] = [];
    const found = await all(client.checkIns({ onUnreadable: (error, name) => reports.push([error, name]) }));
    expect(found).toHaveLength(2);
    expect(reports).toEqual([[expect.objectContaining({ code: "wire.duplicate" }), "OQSsiquc01res_0001.xml"]]);
    expect(OnshiError.is(reports[0]?.[0])).toBe(true);
    expect(files.map((file) => file.acknowledged())).toEqual([0, 0, 0]);
  });

  test("goes on without a handler too", async () => {
    expect(await all(face(broken, checkInXml).client.checkIns())).toHaveLength(1);
  });

  test("ends with what a handler throws", async () => {
    const { client } = face(broken, checkInXml);
    const stop = (): never => {
      throw new Error("enough");
    };
    await expect(all(client.checkIns({ onUnreadable: stop }))).rejects.toThrow("enough");
  });

  test("passes its signal to the transport", async () => {
    const controller = new AbortController();
    const { client } = face(checkInXml, checkInXml);
    let count = 0;
    for await (const _ of client.checkIns({ signal: controller.signal })) {
      count++;
      controller.abort();
    }
    expect(count).toBe(1);
  });

  test("releases the transport on break", async () => {
    const { client, transport } = face(checkInXml);
    let released = false;
    transport.checkIns = async function* () {
      try {
        yield* transport.pushed;
      } finally {
        await Promise.resolve();
        released = true;
      }
    };
    for await (const _ of client.checkIns()) break;
    expect(released).toBe(true);
  });

  test("does not begin on a closed client", async () => {
    const { client } = face(checkInXml);
    await client.close();
    await expect(all(client.checkIns())).rejects.toMatchObject({ code: "transport.closed" });
  });
});
