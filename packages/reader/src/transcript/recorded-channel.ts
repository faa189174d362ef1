import { OnshiError } from "@onshi/core/base";
import type { CardChannel, CardDisposition } from "../channel/channel.ts";
import { redactCommand, redactResponse } from "./redact-exchange.ts";

/** One step of a card session, without PIN, certificate or signature. */
export type TranscriptEntry =
  | { readonly type: "begin" }
  | { readonly type: "command"; readonly command: string; readonly response: string }
  | { readonly type: "end" | "close"; readonly how: CardDisposition }
  /** What failed, and with which code; the text of a driver is not kept. */
  | { readonly type: "error"; readonly at: string; readonly code: string };

/** Receives the entries of a transcript as they happen. Its own errors are ignored: a full disk must not cost a try. */
export type TranscriptSink = (entry: TranscriptEntry) => void;

/**
 * A channel that reports to a sink what passes through it. Entries are made in redacted form and nothing else is kept, so
 * a transcript may be written to a log.
 */
export function recordedChannel(channel: CardChannel, sink: TranscriptSink): CardChannel {
  const tell: TranscriptSink = (entry) => {
    try {
      sink(entry);
    } catch {
      // Rethrown, it would look like an error of the card, and after VERIFY like a lost answer.
    }
  };
  const observed = async <T>(at: string, action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      tell({ type: "error", at, code: OnshiError.is(error) ? error.code : "unknown" });
      throw error;
    }
  };
  return {
    readerName: channel.readerName,
    atr: channel.atr,
    async begin() {
      await observed("begin", () => channel.begin());
      tell({ type: "begin" });
    },
    async transmit(command) {
      // Before sending: the sender may wipe the command while the answer is on its way.
      const text = redactCommand(command);
      const response = await observed(text, () => channel.transmit(command));
      tell({ type: "command", command: text, response: redactResponse(response) });
      return response;
    },
    async end(how) {
      await observed("end", () => channel.end(how));
      tell({ type: "end", how });
    },
    async close(how) {
      await observed("close", () => channel.close(how));
      tell({ type: "close", how });
    },
  };
}
