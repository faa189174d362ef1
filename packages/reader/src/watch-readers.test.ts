import { OnshiError, systemClock } from "@onshi/core/base";
import { expect, test } from "vitest";
import { testCard } from "../test/card/test-card.ts";
import { inProcessSource } from "./channel/in-process.ts";
import type { ReaderSource } from "./channel/reader-source.ts";
import { type ReadersSnapshot, watchReaders } from "./watch-readers.ts";

const brief = ({ readers, reader, hint }: ReadersSnapshot): string =>
  `${readers.map(({ name, cardPresent }) => `${name}${cardPresent ? "+" : "-"}`).join("")} ${reader ?? hint ?? ""}`;

/** Looks once for each step, which is done after the look. */
async function seen(
  source: ReaderSource,
  steps: readonly (() => unknown)[],
  controller = new AbortController(),
): Promise<readonly string[]> {
  const lines: string[] = [];
  const rest = [...steps];
  for await (const snapshot of watchReaders({ source, signal: controller.signal })) {
    lines.push(brief(snapshot));
    const step = rest.shift();
    if (step === undefined) break;
    step();
  }
  return lines;
}

test("cards come and go; two cards on two readers are never chosen from", async () => {
  const source = inProcessSource([{ name: "B" }, { name: "A" }]);
  const lines = await seen(source, [
    () => source.insert("A", testCard()),
    () => source.insert("B", testCard()),
    () => source.remove("A"),
    () => source.remove("B"),
  ]);
  expect(lines).toEqual(["A-B- card.absent", "A+B- A", "A+B+ card.readerAmbiguous", "A-B+ B", "A-B- card.absent"]);
});

test("an event after which everything is as before is not reported", async () => {
  const source = inProcessSource([{ name: "A" }]);
  const lines = await seen(source, [
    () => {
      source.insert("A", testCard());
      source.remove("A");
      setImmediate(() => source.insert("A", testCard()));
    },
  ]);
  expect(lines).toEqual(["A- card.absent", "A+ A"]);
});

test("unordered readers or repeated names are not reported either; hot plug is", async () => {
  let readers = [
    { name: "B", cardPresent: false },
    { name: "A", cardPresent: false },
  ];
  let turn = 0;
  const source: ReaderSource = {
    ...inProcessSource([]),
    list: async () => readers,
    changed: async () => {
      turn += 1;
      readers = turn === 1 ? readers.toReversed() : [];
    },
  };
  expect(await seen(source, [() => undefined])).toEqual(["A-B- card.absent", " card.readerMissing"]);
});

test("the signal ends it, also while it waits", async () => {
  const controller = new AbortController();
  const lines = await seen(inProcessSource([]), [() => setImmediate(() => controller.abort())], controller);
  expect(lines).toEqual([" card.readerMissing"]);
  expect(await seen(inProcessSource([]), [], controller)).toEqual([]);
});

test("a missing service may start later; looking for it does not spin", async () => {
  const slept: number[] = [];
  let tries = 0;
  const source: ReaderSource = {
    ...inProcessSource([]),
    list: async () => {
      tries += 1;
      if (tries < 4) throw new OnshiError("card.serviceMissing");
      return [];
    },
  };
  const clock = { ...systemClock, sleep: async (ms: number) => void slept.push(ms) };
  const lines: string[] = [];
  for await (const snapshot of watchReaders({ source, clock })) {
    lines.push(brief(snapshot));
    if (lines.length === 2) break;
  }
  expect([lines, slept]).toEqual([
    [" card.serviceMissing", " card.readerMissing"],
    [3_000, 3_000, 3_000],
  ]);
});

test("any other failure ends it; the caller's own source stays open", async () => {
  let closed = false;
  const source: ReaderSource = {
    ...inProcessSource([]),
    list: async () => {
      throw new OnshiError("card.adapterMissing", { variant: "pcsc-mini" });
    },
    close: async () => void (closed = true),
  };
  await expect(seen(source, [])).rejects.toThrow("card.adapterMissing");
  expect(closed).toBe(false);
});
