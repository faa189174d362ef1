import { countCommands } from "../lib/count-commands.ts";
import type { Row } from "../lib/row.ts";

export const apduCertificate: Row = {
  name: "apdu-certificate",
  title: "card: certificate of 1,700 bytes, extended length",
  peerName: "OpenSC",
  unit: "commands",
  goal: { of: "ours", atMost: 2 },
  measure: () => countCommands({ work: (card) => card.userAuthentication(), peer: "readCertificate" }),
};
