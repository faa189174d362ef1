/** Exchanges the card of one person for another's in the middle of a session, and shows what either card was sent. */
import process from "node:process";
import { systemClock } from "@onshi/core/base";
import { vpcdLink } from "@onshi/mock-server/card";
import { type MyNumberCard, waitForCard } from "@onshi/reader";
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
  watchedCard,
} from "./scene.ts";

const moment = process.argv[3] ?? "";
const readers = source();
const link = vpcdLink();
const first = watchedCard("insured-valid");
const second = watchedCard("dependant");
await insertUntilSeen(link, first.card, readers);
const session = await waitForCard({ source: readers });
await session.userAuthentication();

/** At once, as a hasty hand does it, or so slowly that PC/SC sees both. */
async function swap(slowly: boolean): Promise<void> {
  await link.remove();
  if (slowly) {
    await seen(readers, false, 5_000);
    await insertUntilSeen(link, second.card, readers);
  } else {
    await link.insert(second.card);
    await systemClock.sleep(300);
  }
}

const sign = (given: () => Promise<Uint8Array> | Uint8Array): ReturnType<MyNumberCard["authenticate"]> =>
  session.authenticate({ audience, challenge }, { pin: given });

const typingWhile = (slowly: boolean) => async (): Promise<Uint8Array> => {
  await swap(slowly);
  return pin();
};

const moments: Readonly<Record<string, () => Promise<object>>> = {
  "before, quickly": () => swap(false).then(() => sign(pin)),
  "before, slowly": () => swap(true).then(() => sign(pin)),
  "while typing, quickly": () => sign(typingWhile(false)),
  "while typing, slowly": () => sign(typingWhile(true)),
  "at the command before VERIFY": async () => {
    const from = first.commands.length;
    // Counter and certificate are asked before the PIN; the first command after it compares the certificate again.
    const given = (): Uint8Array => {
      const asked = first.commands.length;
      first.before = (index) => void (index >= asked && link.insert(second.card));
      return pin();
    };
    return sign(given).then((token) => ({ ...token, from }));
  },
  "after signing, slowly": async () => {
    await sign(pin);
    await swap(true);
    return sign(pin);
  },
};

const code = await outcome((moments[moment] ?? (() => Promise.reject(new Error(moment))))());
const afterwards = await outcome(sign(pin));
await session.close();
await link.remove();
await readers.close();
tell({
  code,
  afterwards,
  verifiedOnFirst: verifyCount(first),
  sentToSecond: second.commands.length,
  verifiedOnSecond: verifyCount(second),
  triesOfSecond: second.card.triesLeft,
});
