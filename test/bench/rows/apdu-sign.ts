import { countCommands } from "../lib/count-commands.ts";
import { signingRequest } from "../lib/card-desk.ts";
import type { Row } from "../lib/row.ts";

export const apduSign: Row = {
  name: "apdu-sign",
  title: "card: counter, PIN, signature in one transaction",
  peerName: "OpenSC",
  unit: "commands",
  goal: { of: "ours", atMost: 5, remark: "(4 + compare)" },
  note: "SELECT, counter, VERIFY, sign, and one read that compares the certificate with the one read before",
  measure: () =>
    countCommands({
      before: (card) => card.userAuthentication(),
      work: (card) => card.authenticate(signingRequest, { pin: "1234" }),
      peer: "sign",
    }),
};
