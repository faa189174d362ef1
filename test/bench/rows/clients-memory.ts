import { memorySamples } from "../lib/clients.ts";
import type { Row } from "../lib/row.ts";

export const clientsMemory: Row = {
  name: "clients-memory",
  title: "2,000 clients in one process: memory",
  peerName: "each with its own overlay instead of shared layouts",
  unit: "MB",
  goal: { of: "ours", atMost: 20 },
  note: "beyond one client; each with a folder transport, after its first answer; the peer is measured with few and scaled",
  measure: memorySamples,
};
