import { fromHex, toHex } from "@onshi/core/base";
import type { CardChannel } from "../../src/channel/channel.ts";

/** One expected command and what comes back: hexadecimal text, or an error that the driver throws. */
export type Step = readonly [command: string, response: string | Error];

/** A channel that follows a script, and what happened on it. */
export interface ScriptedChannel extends CardChannel {
  /** Everything in order: `begin`, commands in hexadecimal, `end unpower`, `close leave`. */
  readonly log: string[];
  /** Commands only. */
  readonly commands: string[];
}

let count = 0;

/** A channel that accepts exactly the commands of the table, in order. Each has its own reader name. */
export function scriptedChannel(steps: readonly Step[]): ScriptedChannel {
  const log: string[] = [];
  const commands: string[] = [];
  let next = 0;
  return {
    readerName: `Scripted reader ${count++}`,
    atr: fromHex("3B00"),
    log,
    commands,
    begin: async () => void log.push("begin"),
    end: async (how) => void log.push(`end ${how}`),
    close: async (how) => void log.push(`close ${how}`),
    async transmit(command) {
      const [expected, response] = steps[next++] ?? ["nothing more", new Error("end of script")];
      log.push(toHex(command));
      commands.push(toHex(command));
      const wanted = expected.replaceAll(/\s/g, "");
      if (toHex(command) !== wanted) throw new Error(`expected ${wanted}, got ${toHex(command)}`);
      if (response instanceof Error) throw response;
      return fromHex(response);
    },
  };
}
