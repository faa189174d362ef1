import type { Incoming, Route } from "../transports/index.ts";

/** Where an answer comes from. */
export interface AnswerSource {
  /** The door it came through. */
  readonly route: Route;
  /** File id of the message, e.g. `OQSsiquc01res`. */
  readonly messageId: string;
  /** Name of the file in the folder exchange. */
  readonly fileName?: string;
  /** When the centre processed the request, ISO with `+09:00` (処理実行日時). */
  readonly executedAt?: string;
  /** When this program received it. */
  readonly receivedAt: Date;
  /** The bytes as received, for storing; they hold personal data. Not enumerable, so that no log prints them. */
  readonly rawBytes: Uint8Array;
}

/** The source of what a transport brought. */
export function sourceOf(incoming: Incoming, executedAt?: string): AnswerSource {
  const source = {
    route: incoming.route,
    messageId: incoming.id,
    ...(incoming.fileName !== undefined && { fileName: incoming.fileName }),
    ...(executedAt !== undefined && { executedAt }),
    receivedAt: incoming.receivedAt,
  };
  return Object.defineProperty(source, "rawBytes", { value: incoming.rawBytes, enumerable: false }) as AnswerSource;
}
