import { expect, test } from "vitest";
import { failure, failureOf, testCard } from "../test/card/test-card.ts";
import { inProcessSource } from "./channel/in-process.ts";
import { connectThrough, sealed } from "./channel/reader-source.ts";
import { waitForCard } from "./wait-for-card.ts";

test.each([
  ["no readers", [], "auto", "card.readerMissing"],
  ["no reader of that name", [{ name: "A" }], "B", "card.readerMissing"],
  ["no card", [{ name: "A" }, { name: "B" }], "auto", "card.absent"],
  ["no card in the named reader", [{ name: "A", card: testCard() }, { name: "B" }], "B", "card.absent"],
  [
    "two cards",
    [
      { name: "A", card: testCard() },
      { name: "B", card: testCard() },
    ],
    "auto",
    "card.readerAmbiguous",
  ],
] as const)("%s", async (_name, slots, reader, code) => {
  expect(await failure(waitForCard({ source: inProcessSource(slots), reader, wait: false }))).toBe(code);
});

test.each([
  ["the only card", [{ name: "A" }, { name: "B", card: testCard() }], "auto", "B"],
  [
    "the named reader of two",
    [
      { name: "A", card: testCard() },
      { name: "B", card: testCard() },
    ],
    "A",
    "A",
  ],
] as const)("%s is chosen", async (_name, slots, reader, chosen) => {
  const card = await waitForCard({ source: inProcessSource(slots), reader });
  expect(card.readerName).toBe(chosen);
});

test.each([0, -1, Number.NaN, "9" as unknown as number])(
  "a time-out of %s is refused before anything is touched",
  async (ms) => {
    const error = await failureOf(waitForCard({ source: inProcessSource([]), commandTimeoutMs: ms }));
    expect([error.code, error.details.field]).toEqual(["config.invalid", "commandTimeoutMs"]);
  },
);

test("two cards are an error even for a caller that would wait", async () => {
  const source = inProcessSource([
    { name: "A", card: testCard() },
    { name: "B", card: testCard() },
  ]);
  expect(await failure(waitForCard({ source }))).toBe("card.readerAmbiguous");
});

test("it waits until a card comes, and says what it is waiting for", async () => {
  const source = inProcessSource([{ name: "A" }]);
  const reasons: string[] = [];
  const onWaiting = (reason: string): void => {
    reasons.push(reason);
    source.insert("A", testCard());
  };
  const card = await waitForCard({ source, onWaiting });
  expect([card.readerName, reasons]).toEqual(["A", ["card.absent"]]);
});

test("a card removed between listing and connecting is waited for", async () => {
  const source = inProcessSource([{ name: "A", card: testCard() }]);
  let touches = 0;
  const hasty = sealed({
    ...source,
    connect: (name: string) => {
      if (touches++ === 0) source.remove(name);
      return connectThrough(source)(name);
    },
  });
  const card = await waitForCard({ source: hasty, onWaiting: () => source.insert("A", testCard()) });
  expect([card.readerName, touches]).toEqual(["A", 2]);
});

test("the signal ends the waiting", async () => {
  const controller = new AbortController();
  const source = inProcessSource([{ name: "A" }]);
  const onWaiting = (): void => controller.abort("closing time");
  const error = await failureOf(waitForCard({ source, onWaiting, signal: controller.signal }));
  expect([error.code, error.cause]).toEqual(["call.aborted", "closing time"]);
});
