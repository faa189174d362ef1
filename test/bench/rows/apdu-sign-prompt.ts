import { countCommands } from "../lib/count-commands.ts";
import { signingRequest } from "../lib/card-desk.ts";
import type { Row } from "../lib/row.ts";

export const apduSignPrompt: Row = {
  name: "apdu-sign-prompt",
  title: "card: the same, PIN asked in between",
  peerName: "OpenSC",
  unit: "commands",
  goal: { of: "ours", atMost: 6, remark: "(4 + compare + prompt)" },
  note: "as above, and a SELECT more, because the patient is asked between two transactions; power-off ends it",
  measure: () =>
    countCommands({
      before: (card) => card.userAuthentication(),
      work: (card) => card.authenticate(signingRequest, { pin: async () => "1234" }),
      peer: "sign",
    }),
};
