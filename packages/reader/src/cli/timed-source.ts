import type { Clock } from "@onshi/core/base";
import type { CardChannel } from "../channel/channel.ts";
import { connectThrough, type ReaderSource, sealed } from "../channel/reader-source.ts";

/** A source whose cards are timed: milliseconds of every command, in order. */
export function timedSource(
  source: ReaderSource,
  clock: Clock,
): { readonly timed: ReaderSource; readonly timings: readonly number[] } {
  const connect = connectThrough(source);
  const timings: number[] = [];
  const timedChannel = (channel: CardChannel): CardChannel => ({
    readerName: channel.readerName,
    atr: channel.atr,
    begin: () => channel.begin(),
    end: (how) => channel.end(how),
    close: (how) => channel.close(how),
    async transmit(command) {
      const start = clock.monotonic();
      const answer = await channel.transmit(command);
      timings.push(clock.monotonic() - start);
      return answer;
    },
  });
  return {
    timings,
    timed: sealed({
      list: () => source.list(),
      changed: (signal) => source.changed(signal),
      connect: async (readerName) => timedChannel(await connect(readerName)),
      close: () => source.close(),
    }),
  };
}
