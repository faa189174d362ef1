import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterEach, describe, expect, test } from "vitest";
import { OnshiError } from "../../base/index.ts";
import { checkInXml, desk, drugsXml, edit, fullAnswer, question } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { type DoorCall, type Middleware, OnshiClient, type OnshiEvent } from "../index.ts";

const types = (events: readonly OnshiEvent[]): readonly string[] => events.map(({ type }) => type);

function watched(answer?: string): { readonly events: OnshiEvent[]; readonly at: ReturnType<typeof desk> } {
  const events: OnshiEvent[] = [];
  return { events, at: desk(answer, { observe: (event) => void events.push(event) }) };
}

describe("observe", () => {
  test("a call is told when it leaves, when it is answered, when it is safe; with time by the client's clock", async () => {
    const events: OnshiEvent[] = [];
    const { clock } = desk();
    const transport = new MemoryTransport(async () => {
      await clock.advance(120);
      return incoming("OQSsiquc01res", fullAnswer);
    });
    const random = { bytes: (count: number): Uint8Array => new Uint8Array(count) };
    const observe = (event: OnshiEvent): void => void events.push(event);
    const client = new OnshiClient({ institutionCode: "9910000000", transport, clock, random, observe });
    await client.eligibility.verify(question);
    const common = {
      operation: "exchange",
      call: "eligibility.verify",
      messageId: "OQSsiquc01req",
      route: "memory",
      institutionCode: "9910000000",
      attempt: 1,
      reference: "0".repeat(20),
    };
    expect(events).toEqual([
      { type: "sent", at: "2026-11-20T00:15:00.000Z", ...common },
      { type: "answered", at: "2026-11-20T00:15:00.120Z", ...common, elapsedMs: 120 },
      { type: "acknowledged", at: "2026-11-20T00:15:00.120Z", ...common, elapsedMs: 120 },
    ]);
  });

  test.each([
    ["no answer", undefined, ["sent", "failed"], { code: "answer.timeout" }],
    [
      "a failure of the centre",
      edit(fullAnswer, [/<SegmentOfResult>1</, "<SegmentOfResult>9<"]),
      ["sent", "answered", "failed"],
      { code: "centre.failed" },
    ],
    [
      "an answer to another question",
      edit(fullAnswer, ["0".repeat(16), "ANOTHER"]),
      ["sent", "answered", "failed"],
      { code: "answer.mismatch" },
    ],
  ])("what fails is told with its code: %s", async (_name, xml, expected, code) => {
    const events: OnshiEvent[] = [];
    const observe = (event: OnshiEvent): void => void events.push(event);
    const { client } =
      xml === undefined ? desk(fullAnswer, { transport: new MemoryTransport(), observe }) : desk(xml, { observe });
    await expect(client.eligibility.verify(question)).rejects.toThrow();
    expect(types(events)).toEqual(expected);
    expect(events.at(-1)).toMatchObject(code);
  });

  test("an error that is not the SDK's is told as unexpected, without its text", async () => {
    const events: OnshiEvent[] = [];
    const transport = new MemoryTransport(() => Promise.reject(new Error("試験　花子")));
    const { client } = desk(fullAnswer, { transport, observe: (event) => void events.push(event) });
    await expect(client.eligibility.verify(question)).rejects.toThrow();
    expect(events.at(-1)).toMatchObject({ type: "failed", code: "unexpected" });
  });

  test("a check-in is told when it is handed out and when it is safe; one nobody can read as failed", async () => {
    const { events, at } = watched();
    at.transport.pushed = [
      incoming("OQSsiquc01res_face", "<XmlMsg><Other/></XmlMsg>"),
      incoming("OQSsiquc01res_face", checkInXml),
    ];
    for await (const checkIn of at.client.checkIns()) await checkIn.acknowledge();
    expect(types(events)).toEqual(["failed", "checkedIn", "acknowledged"]);
    expect(events[1]).toMatchObject({ operation: "checkIns", call: "checkIns", messageId: "OQSsiquc01res_face" });
  });

  test("a consent is told by its kind when it is used", async () => {
    const { events, at } = watched(drugsXml);
    at.transport.pushed = [incoming("OQSsiquc01res_face", checkInXml)];
    for await (const checkIn of at.client.checkIns()) {
      const { medication } = checkIn.consents;
      if (medication) await at.client.medication.history(medication, { from: "2026-05", to: "2026-11" });
    }
    expect(events.find(({ type }) => type === "consentUsed")).toMatchObject({
      consent: "medication",
      call: "medication.history",
      messageId: "YZKsiquc01req",
    });
  });

  test("a late answer is told under the reference of its request", async () => {
    const events: OnshiEvent[] = [];
    const answers = [
      new OnshiError("answer.timeout", { waitedMs: 0, reference: "0".repeat(20) }),
      incoming("OQSsiquc01res", fullAnswer),
    ];
    const transport = new MemoryTransport(() => {
      const next = answers.shift();
      if (!next || OnshiError.is(next)) throw next ?? new Error("nothing more");
      return next;
    });
    const { client } = desk(fullAnswer, { transport, observe: (event) => void events.push(event) });
    await expect(client.eligibility.verify(question)).rejects.toThrow();
    await client.eligibility.awaitAnswer("0".repeat(20));
    expect(events.map(({ type, operation }) => `${operation} ${type}`)).toEqual([
      "exchange sent",
      "exchange failed",
      "awaitAnswer answered",
      "awaitAnswer acknowledged",
    ]);
    expect(new Set(events.map(({ reference }) => reference))).toEqual(new Set(["0".repeat(20)]));
  });

  test("what a caller gives instead of a reference is not told", async () => {
    const { events, at } = watched();
    await at.client.eligibility.awaitAnswer("YAMADAHANAKO", { acceptUnchecked: true });
    expect(JSON.stringify(events)).not.toContain("YAMADA");
  });

  test.each<readonly [string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("broken");
      },
    ],
    ["rejects", () => Promise.reject(new Error("broken"))],
  ])("an observer that %s breaks no call", async (_name, observe) => {
    const { client } = desk(fullAnswer, { observe });
    expect((await client.eligibility.verify(question)).validity).toBe("valid");
  });

  test("an event cannot be changed by the one who sees it first", async () => {
    const { events, at } = watched();
    await at.client.eligibility.verify(question);
    expect(events.every((event) => Object.isFrozen(event))).toBe(true);
  });

  test("what is no function is refused", () => {
    expect(() => desk(fullAnswer, { observe: "console" as never })).toThrow(/config.invalid.*observe/);
  });
});

describe("node:diagnostics_channel", () => {
  const heard: unknown[] = [];
  const listen = (message: unknown): void => void heard.push(message);
  afterEach(() => {
    unsubscribe("onshi:sent", listen);
    unsubscribe("onshi:answered", listen);
    heard.length = 0;
  });

  test("the same events are published for the whole process", async () => {
    subscribe("onshi:sent", listen);
    subscribe("onshi:answered", listen);
    const { events, at } = watched();
    await at.client.eligibility.verify(question);
    expect(heard).toEqual(events.slice(0, 2));
  });
});

/** Tries again that often, whatever happened. */
function again(times: number): Middleware {
  return async (call, next) => {
    for (let left = times; ; left--) {
      try {
        return await next(call);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}

describe("middleware", () => {
  const log: string[] = [];
  const named =
    (name: string): Middleware =>
    async (call, next) => {
      log.push(`${name} ${call.call}`);
      const result = await next(call);
      log.push(`${name} back`);
      return result;
    };
  afterEach(() => {
    log.length = 0;
  });

  test("stands around a call like an onion, the client's outside, the call's inside", async () => {
    const { client } = desk(fullAnswer, { middleware: [named("a"), named("b")] });
    await client.eligibility.verify(question, { middleware: [named("c")] });
    expect(log).toEqual([
      "a eligibility.verify",
      "b eligibility.verify",
      "c eligibility.verify",
      "c back",
      "b back",
      "a back",
    ]);
  });

  test("may shorten the time of a call, and nothing else of it", async () => {
    const changing: Middleware = (call, next) => next({ ...call, timeoutMs: 5, reference: "X", messageId: "X" });
    const { client, transport } = desk(fullAnswer, { middleware: [changing] });
    await client.eligibility.verify(question, { timeoutMs: 1000 });
    expect(transport.options[0]).toMatchObject({ timeoutMs: 5, reference: "0".repeat(20) });
    expect(transport.requests[0]?.id).toBe("OQSsiquc01req");
  });

  test("may try again what surely has not left; the events count the tries", async () => {
    const events: OnshiEvent[] = [];
    let failures = 2;
    const transport = new MemoryTransport(() => {
      if (failures-- > 0) throw new OnshiError("folder.missing", { folder: "req" });
      return incoming("OQSsiquc01res", fullAnswer);
    });
    const stubborn = again(2);
    const { client } = desk(fullAnswer, {
      transport,
      middleware: [stubborn],
      observe: (event) => void events.push(event),
    });
    await client.eligibility.verify(question);
    expect(events.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      "sent 1",
      "failed 1",
      "sent 2",
      "failed 2",
      "sent 3",
      "answered 3",
      "acknowledged 3",
    ]);
  });

  test.each([
    ["has left", () => new OnshiError("answer.timeout", { waitedMs: 0, reference: "R" })],
    ["may have left", () => new OnshiError("call.aborted", { variant: "sent" })],
    ["nobody knows", () => new Error("what was that?")],
  ])("never sends twice what %s: the outcome stands", async (_name, error) => {
    const transport = new MemoryTransport(() => Promise.reject(error()));
    const stubborn = again(1);
    const { client } = desk(fullAnswer, { transport, middleware: [stubborn] });
    await expect(client.eligibility.verify(question)).rejects.toThrow(error().message);
    expect(transport.requests).toHaveLength(1);
  });

  test("never sends twice what was answered either", async () => {
    const twice: Middleware = async (call, next) => {
      await next(call);
      return next(call);
    };
    const { client, transport } = desk(fullAnswer, { middleware: [twice] });
    await client.eligibility.verify(question);
    expect(transport.requests).toHaveLength(1);
  });

  test("what it throws ends the call; nothing was sent, nothing is pending", async () => {
    const closed: Middleware = () => Promise.reject(new OnshiError("request.invalid", { field: "closed" }));
    const { client, transport } = desk(fullAnswer, { middleware: [closed] });
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "request.invalid" });
    expect(transport.requests).toEqual([]);
    expect(await client.pending()).toEqual([]);
  });

  test("that forgets to give the answer back is an error of the vendor's, and the request stays pending", async () => {
    const forgetful = (async (_call: DoorCall, next: () => Promise<unknown>) => void (await next())) as never;
    const { client } = desk(fullAnswer, { middleware: [forgetful] });
    const failure = client.eligibility.verify(question);
    await expect(failure).rejects.toMatchObject({ code: "config.invalid", details: { field: "middleware" } });
    expect(await client.pending()).toMatchObject([{ state: "waiting" }]);
  });

  test("stands around check-ins, too", async () => {
    const { client, transport } = desk(fullAnswer, { middleware: [named("a")] });
    transport.pushed = [incoming("OQSsiquc01res_face", checkInXml)];
    for await (const checkIn of client.checkIns({ middleware: [named("b")] }))
      expect(checkIn.answer.validity).toBe("valid");
    expect(log).toEqual(["a checkIns", "b checkIns", "b back", "a back"]);
  });

  test.each([
    ["a function alone", () => undefined],
    ["a list of texts", ["log"]],
    ["null", null],
  ])("%s is refused, by the client and by the call", async (_name, middleware) => {
    expect(() => desk(fullAnswer, { middleware: middleware as never })).toThrow(/config.invalid.*middleware/);
    const { client, transport } = desk();
    const failure = client.eligibility.verify(question, { middleware: middleware as never });
    await expect(failure).rejects.toMatchObject({ code: "config.invalid" });
    expect(transport.requests).toEqual([]);
  });
});
