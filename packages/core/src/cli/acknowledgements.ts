import { OnshiError, printJson } from "../base/index.ts";
import type { CliIo } from "./io.ts";

/** Check-ins that the consumer of the output confirms itself. */
export interface Acknowledgements {
  /** Holds a check-in until `ack ID` comes. */
  expect(id: string, acknowledge: () => Promise<void>): void;
  /** Resolves once all acknowledged files have been removed. */
  settled(): Promise<void>;
}

/**
 * Reads `ack ID` from standard input. Each is answered by a line: `acknowledged` once the file is gone, `notAcknowledged`
 * for an id that is not waiting, or a file that could not be removed and will be delivered again.
 *
 * @param onEnd - standard input has ended: nobody confirms any more
 */
export function acknowledgements(io: CliIo, signal: AbortSignal, onEnd: () => void): Acknowledgements {
  const waiting = new Map<string, () => Promise<void>>();
  const running = new Set<Promise<void>>();

  const take = async (id: string, acknowledge: () => Promise<void>): Promise<void> => {
    try {
      await acknowledge();
      printJson(io, "acknowledged", { id });
    } catch (error) {
      if (!OnshiError.is(error)) throw error;
      printJson(io, "notAcknowledged", { id, code: error.code });
    }
  };
  const onLine = (line: string): void => {
    const text = line.trim();
    if (text === "") return;
    const [, id = ""] = /^ack (\d{1,9})$/.exec(text) ?? [];
    const acknowledge = waiting.get(id);
    if (!acknowledge) {
      printJson(io, "notAcknowledged", id === "" ? { code: "request.invalid" } : { id, code: "request.invalid" });
      return;
    }
    waiting.delete(id);
    const work = take(id, acknowledge).finally(() => running.delete(work));
    running.add(work);
  };
  io.onLine(onLine, onEnd, signal);
  return {
    expect: (id, acknowledge) => void waiting.set(id, acknowledge),
    settled: async () => void (await Promise.all(running)),
  };
}
