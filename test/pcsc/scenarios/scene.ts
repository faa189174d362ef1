import process from "node:process";
import { type CardToken, OnshiError, systemClock, toHex } from "@onshi/core/base";
import { createPersonaCard, type VirtualCard, type VpcdLink } from "@onshi/mock-server/card";
import { type PcscOptions, pcscSource, type ReaderSource } from "@onshi/reader";
import { readerNames } from "../private-pcsc.ts";

/** What the scenarios share. Each is a program that runs beside a private PC/SC service and prints one line of JSON. */

export const adapter: NonNullable<PcscOptions["adapter"]> = process.argv[2] === "pcsclite" ? "pcsclite" : "pcsc-mini";

export const reader: string = readerNames[0];

/** The request that is signed; the judge knows it too. */
export const audience = "https://checkin.example.invalid";
export const challenge: Uint8Array = Uint8Array.from({ length: 32 }, (_, index) => index);

export const pin = (): Uint8Array => new TextEncoder().encode("1234");

/** Says the result. Afterwards the process has to end by itself. */
export function tell(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** The code of the error that something fails with, or what it gave. */
export async function outcome(work: Promise<CardToken | object>): Promise<string> {
  try {
    return Object.keys(await work).join(" ");
  } catch (error) {
    if (OnshiError.is(error)) return error.code;
    throw error;
  }
}

/** A virtual card, every command it got in hexadecimal, and a hook before each, which may answer in the card's place. */
export interface WatchedCard {
  readonly card: VirtualCard;
  readonly commands: string[];
  before: (index: number) => Uint8Array | void;
}

export function watchedCard(persona: string): WatchedCard {
  const commands: string[] = [];
  const watched: Pick<WatchedCard, "before"> = { before: () => undefined };
  const card = createPersonaCard(persona, {
    fault: ({ command }) => {
      commands.push(toHex(command));
      return watched.before(commands.length - 1) ?? undefined;
    },
  });
  return Object.assign(watched, { card, commands });
}

/** How many commands carried a PIN. */
export const verifyCount = ({ commands }: WatchedCard): number =>
  commands.filter((command) => command.startsWith("0020") && command.length > 8).length;

export const source = (): ReaderSource => pcscSource({ adapter });

/** Waits until the reader does or does not hold a card; false when that takes longer than `limitMs`. */
export async function seen(watching: ReaderSource, cardPresent: boolean, limitMs: number): Promise<boolean> {
  const limit = AbortSignal.timeout(limitMs);
  for (;;) {
    const state = (await watching.list()).find(({ name }) => name === reader);
    if (state?.cardPresent === cardPresent) return true;
    if (limit.aborted) return false;
    await watching.changed(limit);
  }
}

/** Lays the card down until PC/SC sees it; gives how often it had to be lifted and laid down again. */
export async function insertUntilSeen(link: VpcdLink, card: VirtualCard, watching: ReaderSource): Promise<number> {
  for (let again = 0; again < 5; again += 1) {
    await link.insert(card);
    if (await seen(watching, true, 4_000)) return again;
    await link.remove();
    await systemClock.sleep(1_000);
  }
  throw new Error("the card stays unseen");
}
