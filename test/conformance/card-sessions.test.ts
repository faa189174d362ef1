import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OnshiError } from "@onshi/core/base";
import { createPersonaCard, type PersonaCardOptions } from "@onshi/mock-server/card";
import { inProcessSource, type MyNumberCard, readerAbilities, type TranscriptEntry, waitForCard } from "@onshi/reader";
import { expect, test } from "vitest";

const page = join(import.meta.dirname, "../../docs/card-sessions.md");
const morning = { now: () => new Date("2026-11-20T09:15:03+09:00") };
const request = { audience: "https://127.0.0.1:50443", challenge: new Uint8Array(32) };

interface Session {
  readonly title: string;
  readonly options?: PersonaCardOptions;
  readonly run: (card: MyNumberCard) => Promise<unknown>;
}

/** The PIN of the persona is 1234; the page shows that it is nowhere. */
const typed = (pin: string) => ({ pin: () => Promise.resolve(pin) });

const sessions: readonly Session[] = [
  { title: "The certificate, where the reader carries extended length", run: (card) => card.userAuthentication() },
  {
    title: "The certificate, where it does not",
    options: { quirks: { extendedLength: "wrongLength" } },
    run: (card) => card.userAuthentication(),
  },
  { title: "How many tries are left", run: (card) => card.pinStatus() },
  {
    title: "Reading the certificate, asking for the PIN, signing",
    run: async (card) => {
      await card.userAuthentication();
      await card.authenticate(request, typed("1234"));
    },
  },
  { title: "A wrong PIN", run: (card) => card.authenticate(request, typed("9999")) },
  { title: "A PIN of six digits", run: (card) => card.authenticate(request, typed("123456")) },
  { title: "A blocked PIN", options: { pinTries: 0 }, run: (card) => card.authenticate(request, typed("1234")) },
];

async function record({ title, options = {}, run }: Session): Promise<string> {
  const entries: TranscriptEntry[] = [];
  const card = createPersonaCard("insured-valid", {
    ...options,
    clock: morning,
    random: { bytes: (count) => new Uint8Array(count) },
  });
  const source = inProcessSource([{ name: "Reader", card }]);
  const session = await waitForCard({
    source,
    abilities: readerAbilities(),
    transcript: (entry) => entries.push(entry),
  });
  const outcome = await run(session).then(
    () => "done",
    (error: unknown) => (OnshiError.is(error) ? error.code : String(error)),
  );
  await session.close();
  return `## ${title}\n\n\`\`\`text\n${entries.map(line).join("\n")}\n\`\`\`\n\nOutcome: \`${outcome}\`, tries left: ${card.triesLeft}.\n`;
}

function line(entry: TranscriptEntry): string {
  switch (entry.type) {
    case "begin":
      return "begin";
    case "command":
      return `> ${entry.command}\n< ${entry.response}`;
    case "end":
    case "close":
      return `${entry.type} (${entry.how})`;
    case "error":
      return `error at ${entry.at}: ${entry.code}`;
    default:
      return entry satisfies never;
  }
}

test("the page of card sessions shows what the reader does, and no PIN", async () => {
  const parts = [];
  for (const session of sessions) parts.push(await record(session));
  const text =
    "<!-- Written by test/conformance/card-sessions.test.ts with ONSHI_UPDATE=1. -->\n\n# Card sessions カードとのやり取り\n\n" +
    "What goes between reader and card, as a transcript has it: data of VERIFY, certificates and signatures are left out. The card is the\n" +
    `virtual one (jpki-card §2.8), the PIN is asked between two transactions.\n\n${parts.join("\n")}`;
  for (const pin of ["31323334", "39393939", "313233343536"]) expect(text).not.toContain(pin);
  if (process.env["ONSHI_UPDATE"] === "1") writeFileSync(page, text);
  else expect(readFileSync(page, "utf8")).toBe(text);
});
