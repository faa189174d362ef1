import { OnshiError } from "@onshi/core/base";
import { beforeEach, expect, test, vi } from "vitest";
import { failure, readerName, request, testCard } from "../test/card/test-card.ts";
import { inProcessSource, type InProcessSource } from "./channel/in-process.ts";
import { connectThrough, sealed } from "./channel/reader-source.ts";
import { waitForCard } from "./wait-for-card.ts";

let pcsc: InProcessSource;
let closed: number;
let instead: Partial<InProcessSource>;

// What pcscSource() returns here, so that the test is the same on every machine.
vi.mock("./pcsc/pcsc-source.ts", () => ({
  pcscSource: () =>
    sealed({ ...pcsc, ...instead, connect: connectThrough(pcsc), close: async () => void (closed += 1) }),
}));

beforeEach(() => {
  closed = 0;
  instead = {};
  pcsc = inProcessSource([{ name: readerName, card: testCard() }]);
});

test("without a source: the readers of PC/SC, released with the card", async () => {
  const card = await waitForCard();
  expect(card.readerName).toBe(readerName);
  await card.authenticate(request, { pin: "1234" });
  expect(closed).toBe(0);
  await card.close();
  expect(closed).toBe(1);
});

test("released when there is no card, and after an error", async () => {
  pcsc.remove(readerName);
  expect(await failure(waitForCard({ wait: false }))).toBe("card.absent");
  expect(closed).toBe(1);
  instead = { list: () => Promise.reject(new OnshiError("card.serviceMissing")) };
  expect(await failure(waitForCard())).toBe("card.serviceMissing");
  expect(closed).toBe(2);
});

test("the caller's own source stays open", async () => {
  const close = (): Promise<void> => Promise.reject(new Error("not yours"));
  const source = sealed({ ...pcsc, connect: connectThrough(pcsc), close });
  const card = await waitForCard({ source });
  await card.close();
  expect(closed).toBe(0);
});
