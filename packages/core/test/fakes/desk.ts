import { OnshiClient, type OnshiClientOptions } from "../../src/client/index.ts";
import { golden } from "../golden.ts";
import { ManualClock } from "./manual-clock.ts";
import { incoming, MemoryTransport, type Received } from "./memory-transport.ts";

/** The identifier a client makes of bytes that are all zero. */
export const fileIdentifier: string = "0".repeat(16);

/** The question whose echo stands in {@link fullAnswer}. */
export const question = {
  insurerNumber: "990010",
  symbol: "12-34",
  number: "0005678",
  branch: "01",
  birthdate: "1956-01-31",
} as const;

const text = (name: string): string => new TextDecoder().decode(golden(name));

/** The hand-typed full answer, as an answer to {@link question}. */
export const fullAnswer: string = text("OQSsiquc01res_full.xml").replace("A000000000001", fileIdentifier);

/** The hand-typed check-in in a terminal's order of elements. */
export const checkInXml: string = text("OQSsiquc01res_face_9910000000observed_20261120091630.xml");

/** The hand-typed drug information. */
export const drugsXml: string = text("YZKsiquc01res_full.xml");

/** A document with one place changed; a place that is not there is a mistake of the test. */
export function edit(xml: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Nothing to change: ${String(from)}`);
    return after;
  }, xml);
}

/** A client with a frozen clock, no chance and a transport that answers with one document. */
export interface Desk {
  readonly client: OnshiClient;
  readonly transport: MemoryTransport;
  readonly clock: ManualClock;
  readonly answer: Received;
}

/** A desk at which every exchange brings the same answer. */
export function desk(answerXml: string = fullAnswer, options: Partial<OnshiClientOptions> = {}): Desk {
  const answer = incoming("OQSsiquc01res", answerXml);
  const transport = new MemoryTransport(() => answer);
  const clock = new ManualClock("2026-11-20T09:15:00+09:00");
  const random = { bytes: (count: number): Uint8Array => new Uint8Array(count) };
  const client = new OnshiClient({ institutionCode: "9910000000", transport, clock, random, ...options });
  return { client, transport, clock, answer };
}
