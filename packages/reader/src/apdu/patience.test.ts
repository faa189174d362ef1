import type { Clock } from "@onshi/core/base";
import { expect, test } from "vitest";
import { desk, failure, failureOf, request, testCard } from "../../test/card/test-card.ts";
import type { CardChannel } from "../channel/channel.ts";
import { connectThrough, type ReaderSource, sealed } from "../channel/reader-source.ts";

/** A clock on which only waits of 7 s end, at once, when told to. */
function stoppedClock(): { readonly clock: Clock; readonly ring: () => void; readonly asleep: () => number } {
  const sleepers = new Set<() => void>();
  const clock: Clock = {
    now: () => new Date(0),
    monotonic: () => 0,
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => (sleepers.delete(wake), resolve());
        sleepers.add(wake);
        signal?.addEventListener("abort", wake, { once: true });
      }),
  };
  return { clock, ring: () => [...sleepers].forEach((wake) => wake()), asleep: () => sleepers.size };
}

/** A source whose card falls silent at a command; closing it never ends either. */
function silentAt(source: ReaderSource, step: number, onSilence: () => void): ReaderSource {
  let index = 0;
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
  const silent = (channel: CardChannel): CardChannel => ({
    ...channel,
    transmit: (command) => {
      if (index++ < step) return channel.transmit(command);
      queueMicrotask(onSilence);
      return never();
    },
    close: (how) => (index > step ? never() : channel.close(how)),
  });
  return sealed({ ...source, connect: async (name) => silent(await connectThrough(source)(name)) });
}

test.each([
  [0, "card.timeout"],
  [1, "card.timeout"],
  [5, "pin.unknownOutcome"],
  [6, "card.timeout"],
])("silence at command %i is %s and ends the session, although the driver hangs", async (step, code) => {
  const { clock, ring, asleep } = stoppedClock();
  const scene = desk(testCard());
  const card = await scene.open({ source: silentAt(scene.source, step, ring), clock, commandTimeoutMs: 7_000 });
  const error = await failureOf(card.authenticate(request, { pin: async () => "1234" }));
  expect(error.code).toBe(code);
  const timeout = code === "card.timeout" ? error : error.cause;
  expect(timeout).toMatchObject({ code: "card.timeout", details: { waitedMs: 7_000 } });
  expect(await failure(card.pinStatus())).toBe("card.sessionClosed");
  await card.close();
  expect(asleep()).toBe(0);
});

test("a card that answers leaves no timer behind", async () => {
  const { clock, asleep } = stoppedClock();
  const card = await desk(testCard()).open({ clock });
  await card.userAuthentication();
  expect(asleep()).toBe(0);
});
