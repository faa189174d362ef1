/** One fault at commands of a check-in in turn, each time with a session of its own. */
import process from "node:process";
import { fromHex } from "@onshi/core/base";
import { vpcdLink } from "@onshi/mock-server/card";
import { readerAbilities, waitForCard } from "@onshi/reader";
import {
  audience,
  challenge,
  insertUntilSeen,
  outcome,
  pin,
  seen,
  source,
  tell,
  verifyCount,
  type WatchedCard,
  watchedCard,
} from "./scene.ts";

const fault = process.argv[3] ?? "";
const readers = source();
const link = vpcdLink();

/** Of the eight of the check-in below: SELECT, certificate; SELECT, counter; SELECT, certificate, VERIFY, sign. */
const places = (process.argv[4] ?? "").split(",").map(Number);

type Meddling = (other: WatchedCard) => Uint8Array | void;
const answer =
  (hex: string): Meddling =>
  () =>
    fromHex(hex);
const meddling: Readonly<Record<string, Meddling>> = {
  removed: () => void link.remove(),
  "another person's card": ({ card }) => void link.insert(card),
  // So soon after the answer that PC/SC sees neither going nor coming.
  "another person's card, after the answer": ({ card }) => void setTimeout(() => void link.insert(card)),
  "6F00": answer("6F00"),
  "6700": answer("6700"),
  "6110": answer("6110"),
  "6C05": answer("6C05"),
  "no answer": answer(""),
  "half a status word": answer("90"),
};

async function checkIn(at: number): Promise<object> {
  const own = watchedCard("insured-valid");
  const other = watchedCard("dependant");
  await insertUntilSeen(link, own.card, readers);
  own.before = (index) => (index === at ? meddling[fault]?.(other) : undefined);
  const session = await waitForCard({ source: readers, abilities: readerAbilities(), commandTimeoutMs: 2_500 });
  const code = await outcome(
    session.userAuthentication().then(() => session.authenticate({ audience, challenge }, { pin })),
  );
  const afterwards = await outcome(session.pinStatus());
  await session.close();
  await link.remove();
  await seen(readers, false, 10_000);
  const { triesLeft: triesOfOther } = other.card;
  return { at, code, afterwards, verified: verifyCount(own), verifiedOnOther: verifyCount(other), triesOfOther };
}

const cells: object[] = [];
for (const at of places) cells.push(await checkIn(at));
await readers.close();
tell({ cells });
