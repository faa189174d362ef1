import { alternate } from "../lib/alternate.ts";
import { readyTime } from "../lib/child.ts";
import type { Row } from "../lib/row.ts";

export const mockStart: Row = {
  name: "mock-start",
  title: "mock server: process start to ready",
  peerName: "process with a bare node:https server",
  unit: "ms",
  goal: { of: "ours", atMost: 500 },
  note: "folders, HTTPS door with fresh certificates, personas; from the start of the process",
  measure: (effort) =>
    alternate(effort.rounds, {
      ours: () => readyTime(effort, "mock.mjs"),
      peer: () => readyTime(effort, "bare-https.mjs"),
    }),
};
