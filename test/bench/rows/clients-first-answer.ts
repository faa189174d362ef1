import { firstAnswerSamples } from "../lib/clients.ts";
import type { Row } from "../lib/row.ts";

export const clientsFirstAnswer: Row = {
  name: "clients-first-answer",
  title: "new client to its first answer",
  peerName: "another answer of a client in use",
  unit: "ms",
  goal: { of: "ours", atMost: 1 },
  note: "processor time with shared layouts, after the process has warmed up; the terminal answers from memory",
  measure: firstAnswerSamples,
};
