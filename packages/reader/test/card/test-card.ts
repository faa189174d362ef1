import { type OnshiErrorCode, OnshiError, systemRandom, toHex } from "@onshi/core/base";
import { createVirtualCard, type VirtualCard, type VirtualCardOptions } from "@onshi/mock-server/card";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import { readerAbilities } from "../../src/apdu/reader-ability.ts";
import type { MyNumberCard } from "../../src/jpki/my-number-card.ts";
import type { CardChannel } from "../../src/channel/channel.ts";
import { inProcessSource, type InProcessSource } from "../../src/channel/in-process.ts";
import { connectThrough, sealed } from "../../src/channel/reader-source.ts";
import { waitForCard, type WaitForCardOptions } from "../../src/wait-for-card.ts";

export const readerName: string = "Test reader 00 00";

/** A request as a server makes it. */
export const request: { readonly audience: string; readonly challenge: Uint8Array } = {
  audience: "https://checkin.example.invalid",
  challenge: Uint8Array.from({ length: 32 }, (_, index) => index),
};

const ca = authenticationCa();

const issued = new Map<string, Uint8Array>();

/** A JPKI-TEST certificate, 1,700 bytes unless told otherwise. */
export function testCertificate(person: "auth-01" | "auth-02" = "auth-01", size = 1700): Uint8Array {
  const name = `${person} ${size}`;
  const certificate = issued.get(name) ?? issueTo(person, size);
  issued.set(name, certificate);
  return certificate.slice();
}

function issueTo(person: "auth-01" | "auth-02", size: number): Uint8Array {
  const key = testKey(person);
  const notBefore = new Date("2024-05-01T01:23:45Z");
  return issueAuthenticationCertificate({ ca, key, notBefore, notAfter: endOfJapanDay("2029-04-10"), tweak: { size } });
}

/** Options beyond those of the virtual card. */
export interface TestCardOptions extends Partial<VirtualCardOptions> {
  readonly person?: "auth-01" | "auth-02";
  readonly size?: number;
}

/** A virtual card of a person, PIN 1234. */
export function testCard({ person = "auth-01", size = 1700, ...options }: TestCardOptions = {}): VirtualCard {
  return createVirtualCard({
    authenticationKey: testKey(person),
    authenticationCertificate: testCertificate(person, size),
    authenticationCaCertificate: ca.certificate,
    random: systemRandom,
    ...options,
  });
}

/** A card in a reader with everything that happened between the reader package and it. */
export interface Desk {
  readonly source: InProcessSource;
  /** `begin`, commands in hexadecimal with their index, `end unpower` … as the channel saw them. */
  readonly log: string[];
  /** Commands in hexadecimal. */
  commands(): readonly string[];
  /** Forgets the log. */
  clear(): void;
  open(options?: WaitForCardOptions): Promise<MyNumberCard>;
}

/** What a test does at a point of a session: before the n-th command reaches the reader. */
export type Meddle = (index: number, source: InProcessSource) => unknown;

/** A desk with one reader. Each has its own memory of readers. */
export function desk(card: VirtualCard | undefined, meddle: Meddle = () => undefined): Desk {
  const source = inProcessSource([{ name: readerName, ...(card && { card }) }]);
  const log: string[] = [];
  let index = 0;
  const watched = sealed({ ...source, connect: async (name) => watch(await connectThrough(source)(name)) });
  const watch = (channel: CardChannel): CardChannel => ({
    ...channel,
    begin: async () => (log.push("begin"), channel.begin()),
    end: async (how) => (log.push(`end ${how}`), channel.end(how)),
    close: async (how) => (log.push(`close ${how}`), channel.close(how)),
    transmit: async (command) => {
      log.push(toHex(command));
      meddle(index++, source);
      return channel.transmit(command);
    },
  });
  const abilities = readerAbilities();
  return {
    source,
    log,
    commands: () => log.filter((line) => /^[0-9A-F]+$/.test(line)),
    clear: () => void log.splice(0),
    open: (options = {}) => waitForCard({ source: watched, abilities, ...options }),
  };
}

/** The code of the error that a promise fails with; fails itself when there is none. */
export async function failure(promise: Promise<unknown>): Promise<OnshiErrorCode> {
  return (await failureOf(promise)).code;
}

/** The error that a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<OnshiError> {
  try {
    await promise;
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

/** How many commands carried a PIN. */
export const verifyCount = (commands: readonly string[]): number =>
  commands.filter((command) => command.startsWith("0020") && command.length > 8).length;
