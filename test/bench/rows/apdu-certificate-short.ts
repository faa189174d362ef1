import type { MyNumberCard } from "@onshi/reader";
import { countCommands } from "../lib/count-commands.ts";
import type { Row } from "../lib/row.ts";

const read = (card: MyNumberCard): Promise<unknown> => card.userAuthentication();

export const apduCertificateShort: Row = {
  name: "apdu-certificate-short",
  title: "card: certificate of 1,700 bytes, short length",
  peerName: "OpenSC",
  unit: "commands",
  goal: { of: "ours", atMost: 8 },
  note: "after the reader has shown once that extended length does not get through",
  measure: () => countCommands({ shortOnly: true, before: read, work: read, peer: "readCertificate" }),
};
