/** The reader of the examples: found, used, let go of. */
import { createPersonaCard } from "@onshi/mock-server/card";
import { waitForCard } from "@onshi/reader";
import { virtualReaderOverPcsc } from "../../../examples/lib/pcsc-reader.ts";
import { audience, challenge, outcome, pin, tell } from "./scene.ts";

const startedAt = performance.now();
const found = await virtualReaderOverPcsc(createPersonaCard("insured-valid"));
const ms = performance.now() - startedAt;
if (found === undefined) tell({ found: false, ms });
else {
  const card = await waitForCard({ source: found.source, reader: found.readerName });
  const signed = await outcome(card.authenticate({ audience, challenge }, { pin }));
  await card.close();
  await found.close();
  tell({ found: true, ms, readerName: card.readerName, signed });
}
