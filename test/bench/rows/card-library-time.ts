import { cardDesk, signingRequest } from "../lib/card-desk.ts";
import type { Effort, Row, Samples } from "../lib/row.ts";

export const cardLibraryTime: Row = {
  name: "card-library-time",
  title: "card: library's time per command",
  peerName: "virtual card itself, per command",
  unit: "ms",
  goal: { of: "ours", atMost: 0.3 },
  note: "certificate, then PIN and signature; the card's own time is taken off, checking its signature is not",
  measure,
};

async function measure({ rounds, roundMs }: Effort): Promise<Samples> {
  const desk = cardDesk();
  const samples = { ours: [] as number[], peer: [] as number[] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const before = { commands: desk.commands, cardTime: desk.cardTime };
    const start = performance.now();
    do await checkIn(desk);
    while (performance.now() - start < roundMs);
    const commands = desk.commands - before.commands;
    const cardTime = desk.cardTime - before.cardTime;
    if (round === 0) continue;
    samples.ours.push((performance.now() - start - cardTime) / commands);
    samples.peer.push(cardTime / commands);
  }
  return samples;
}

async function checkIn(desk: ReturnType<typeof cardDesk>): Promise<void> {
  const card = await desk.open();
  await card.userAuthentication();
  await card.authenticate(signingRequest, { pin: async () => "1234" });
  await card.close();
}
