import { fromHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { desk, failure, failureOf, request, testCard, verifyCount } from "../../test/card/test-card.ts";
import type { PinInput } from "./pin.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a PIN of the wrong form never reaches the card", () => {
  const wrong: readonly string[] = [
    "１２３４",
    "12３4",
    "123456",
    "123",
    "12345",
    "",
    " 1234",
    "1234 ",
    "12 34",
    "12a4",
    "ABCD",
    "١٢٣٤",
    "1234\n",
    "\u0131234",
    "ⅠⅡⅢⅣ",
    "\0\0\0\0",
  ];
  test.each(wrong.map((text) => [JSON.stringify(text), text] as const))("%s", async (_name, text) => {
    const virtual = testCard();
    const scene = desk(virtual);
    const card = await scene.open();
    for (const input of [text, bytes(text)]) {
      expect(await failure(card.authenticate(request, { pin: input }))).toBe("pin.format");
      expect(scene.log).toEqual([]);
    }
    for (const input of [text, bytes(text)]) {
      expect(await failure(card.authenticate(request, { pin: () => input }))).toBe("pin.format");
    }
    expect([verifyCount(scene.commands()), virtual.triesLeft]).toEqual([0, 3]);
  });

  test("whatever is typed: VERIFY is sent exactly for four ASCII digits, with exactly those", async () => {
    const virtual = testCard();
    const scene = desk(virtual);
    const card = await scene.open();
    const typed = fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.stringMatching(/^[0-9０-９]{3,6}$/));
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        scene.clear();
        virtual.resetPins();
        const sound = /^[0-9]{4}$/.test(text) && !text.endsWith("\n");
        await card.authenticate(request, { pin: () => text }).catch(() => undefined);
        const verify = scene.commands().filter((command) => command.startsWith("002000980"));
        expect(verify).toEqual(sound ? [`0020009804${Buffer.from(text).toString("hex")}`] : []);
      }),
      { numRuns: 60 },
    );
  });
});

describe("bytes are wiped", () => {
  test.each<[string, () => Uint8Array, string | undefined]>([
    ["after a token", () => bytes("1234"), undefined],
    ["after a wrong PIN", () => bytes("9999"), "pin.wrong"],
    ["after a wrong form", () => bytes("123456"), "pin.format"],
  ])("%s, given as a value or by the callback", async (_name, make, code) => {
    for (const pass of [(pin: Uint8Array) => pin, (pin: Uint8Array) => () => pin]) {
      const card = await desk(testCard()).open();
      const pin = make();
      const call = card.authenticate(request, { pin: pass(pin) });
      if (code === undefined) await call;
      else expect(await failure(call)).toBe(code);
      expect(pin.every((byte) => byte === 0)).toBe(true);
    }
  });

  test("at the source, at once: whoever still holds them cannot change what is sent", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    const pin = bytes("1234");
    const call = card.authenticate(request, { pin });
    pin.fill(0x39);
    await call;
    expect(scene.commands().filter((command) => command.startsWith("0020009804"))).toEqual(["002000980431323334"]);
  });

  test.each<[string, unknown]>([
    ["an array", [0x31, 0x32, 0x33, 0x34]],
    ["wider numbers", Uint16Array.of(0x31, 0x32, 0x33, 0x34)],
    ["a number", 1234],
    ["a proxy", new Proxy(bytes("1234"), {})],
    ["what inherits from bytes", Object.create(Uint8Array.prototype)],
    ["a string object", Object("1234")],
  ])("%s is not a PIN", async (_name, odd) => {
    const scene = desk(testCard());
    const card = await scene.open();
    const pin = odd as PinInput;
    expect(await failure(card.authenticate(request, { pin }))).toBe("pin.format");
    expect(await failure(card.authenticate(request, { pin: () => pin }))).toBe("pin.format");
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("in the command that carried it", async () => {
    let seen: Uint8Array | undefined;
    const fault = ({ command }: { command: Uint8Array }): undefined => {
      if (command[1] === 0x20 && command.length > 4) seen = command;
    };
    const card = await desk(testCard({ fault })).open();
    await card.authenticate(request, { pin: "1234" });
    expect(seen?.every((byte) => byte === 0)).toBe(true);
  });
});

describe("the callback", () => {
  test("learns the tries left and the signal, once, outside any transaction", async () => {
    const scene = desk(testCard({ pinTries: 2 }));
    const card = await scene.open();
    const { signal } = new AbortController();
    const questions: unknown[] = [];
    const ask = (question: unknown): PinInput => {
      questions.push(question);
      expect(scene.log.at(-1)).toBe("end leave");
      return "1234";
    };
    await card.authenticate(request, { pin: ask, signal });
    expect(questions).toEqual([{ remaining: 2, signal }]);
  });

  test.each<[string, () => PinInput | undefined]>([
    ["gives nothing", () => undefined],
    [
      "fails",
      () => {
        throw new Error("window closed");
      },
    ],
  ])("that %s cancels", async (_name, ask) => {
    const scene = desk(testCard());
    const card = await scene.open();
    expect(await failure(card.authenticate(request, { pin: ask }))).toBe("pin.cancelled");
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("is left alone when the call is aborted, and a PIN that comes too late is wiped", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    const controller = new AbortController();
    const late = bytes("1234");
    let answer = (_pin: Uint8Array): void => undefined;
    const ask = (): Promise<Uint8Array> => {
      controller.abort();
      return new Promise((resolve) => (answer = resolve));
    };
    expect(await failure(card.authenticate(request, { pin: ask, signal: controller.signal }))).toBe("call.aborted");
    answer(late);
    await card.pinStatus();
    expect([...late]).toEqual([0, 0, 0, 0]);
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("that aborts but still answers sends nothing", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    const controller = new AbortController();
    const pin = (): Uint8Array => (controller.abort(), fromHex("31323334"));
    expect(await failure(card.authenticate(request, { pin, signal: controller.signal }))).toBe("call.aborted");
    expect(verifyCount(scene.commands())).toBe(0);
  });
});

describe("one action of the patient at a time", () => {
  test.each<[string, PinInput | (() => PinInput)]>([
    ["a PIN at hand", "9999"],
    ["a PIN asked for", () => "9999"],
  ])("a button clicked four times costs one try: %s", async (_name, pin) => {
    const virtual = testCard();
    const scene = desk(virtual);
    const card = await scene.open();
    const clicks = Array.from({ length: 4 }, () => failure(card.authenticate(request, { pin })));
    expect(await Promise.all(clicks)).toEqual(["pin.wrong", "pin.inProgress", "pin.inProgress", "pin.inProgress"]);
    expect([verifyCount(scene.commands()), virtual.triesLeft]).toEqual([1, 2]);
    // The first action is over: the next click is a new one.
    await card.authenticate(request, { pin: "1234" });
    expect(virtual.triesLeft).toBe(3);
  });

  test("not even from within the dialogue; calls that need no PIN go on meanwhile", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    const inner: unknown[] = [];
    const pin = async (): Promise<string> => {
      inner.push(await failure(card.authenticate(request, { pin: "1234" })), await card.pinStatus());
      return "1234";
    };
    await card.authenticate(request, { pin });
    expect(inner).toEqual(["pin.inProgress", { remaining: 3 }]);
    expect(verifyCount(scene.commands())).toBe(1);
  });
});

test("no text of an error holds the PIN", async () => {
  const card = await desk(testCard()).open();
  for (const pin of ["9182", "918273", "９１８２"]) {
    const error = await failureOf(card.authenticate(request, { pin }));
    const text = JSON.stringify(error) + error.message + error.operatorMessage + String(error.stack);
    expect(text).not.toContain(pin);
  }
});
