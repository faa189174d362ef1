/** Other programs and hands in the middle of a session. */
import process from "node:process";
import { systemClock } from "@onshi/core/base";
import { vpcdLink } from "@onshi/mock-server/card";
import { type MyNumberCard, pcscSource, waitForCard } from "@onshi/reader";
import { connectThrough } from "../../../packages/reader/src/channel/reader-source.ts";
import {
  audience,
  challenge,
  insertUntilSeen,
  outcome,
  pin,
  reader,
  source,
  tell,
  verifyCount,
  watchedCard,
} from "./scene.ts";

const what = process.argv[3] ?? "";
const readers = source();
const link = vpcdLink();
const watched = watchedCard("insured-valid");
await insertUntilSeen(link, watched.card, readers);

async function withSession(work: (session: MyNumberCard) => Promise<object>): Promise<object> {
  const session = await waitForCard({ source: readers });
  try {
    await session.userAuthentication();
    return await work(session);
  } finally {
    await session.close();
  }
}

const cases: Readonly<Record<string, () => Promise<object>>> = {
  "removed while typing": () =>
    withSession((session) =>
      session.authenticate(
        { audience, challenge },
        {
          pin: async () => {
            await link.remove();
            await systemClock.sleep(1_500);
            return pin();
          },
        },
      ),
    ),
  "removed at VERIFY": () =>
    withSession((session) => {
      watched.before = (index) => {
        if (watched.commands[index]?.startsWith("00200098") && watched.commands[index].length > 8) void link.remove();
      };
      return session.authenticate({ audience, challenge }, { pin });
    }),
  "reset by another program": () =>
    withSession((session) =>
      session.authenticate(
        { audience, challenge },
        {
          pin: async () => {
            await resetByOther();
            return pin();
          },
        },
      ),
    ),
  "held by another program": async () => {
    const other = pcscSource({ adapter: "pcsclite" });
    const channel = await connectThrough(other)(reader);
    try {
      return await waitForCard({ source: readers });
    } finally {
      await channel.close("leave");
      await other.close();
    }
  },
  // The card was let go of without power, so that anybody may take it.
  "taken by another program after signing": () =>
    withSession(async (session) => {
      await session.authenticate({ audience, challenge }, { pin });
      const other = pcscSource({ adapter: "pcsclite" });
      const channel = await connectThrough(other)(reader);
      try {
        return await session.authenticate({ audience, challenge }, { pin });
      } finally {
        await channel.close("leave");
        await other.close();
      }
    }),
  "another program's transaction": async () => {
    const other = pcscSource();
    const channel = await connectThrough(other)(reader);
    await channel.begin();
    setTimeout(() => void channel.close("leave").then(() => other.close()), 7_000);
    return withSession((session) => session.pinStatus());
  },
};

/** Another connection of PC/SC, as any program has one. */
async function resetByOther(): Promise<void> {
  const other = pcscSource();
  const channel = await connectThrough(other)(reader);
  await channel.close("reset");
  await other.close();
}

const code = await outcome((cases[what] ?? (() => Promise.reject(new Error(what))))());
const { triesLeft } = watched.card;
await link.remove();
await readers.close();
tell({ code, verified: verifyCount(watched), triesLeft });
