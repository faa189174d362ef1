import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Consent,
  type EligibilityQuestion,
  folderTransport,
  OnshiClient,
  type OnshiClientOptions,
} from "@onshi/core";
import { type Clock, type Random, randomText, systemClock } from "@onshi/core/base";
import { httpTransport, type HttpTransportOptions } from "@onshi/core/http";
import { type Mock, type MockOptions, startMock } from "@onshi/mock-server";
import { expect } from "vitest";
import { clockAt, morning, type SetClock } from "../../../packages/mock-server/src/test-world.ts";

export { morning };

/** A desk at a simulated centre, whose next file name is known beforehand, so that a test can lay an answer ready. */
export interface Place {
  readonly mock: Mock;
  /** Time of the centre and of the desk. */
  readonly clock: SetClock;
  /** The desk over the folder door. */
  readonly folder: OnshiClient;
  /** The same desk for whom seconds pass twenty times as fast: what must lie still for a while is soon believed. */
  readonly hastyFolder: OnshiClient;
  /** The desk over the HTTPS door. */
  readonly https: OnshiClient;
  /** Another client over the folder door; closed with the place. */
  openFolder(more?: Partial<Parameters<typeof folderTransport>[0]>, options?: Partial<OnshiClientOptions>): OnshiClient;
  /** Another client over the HTTPS door; closed with the place. */
  openHttps(more?: Partial<HttpTransportOptions>): OnshiClient;
  /**
   * Lays an answer into `res` for the next request of the place. The terminal finds the name taken and its own answer
   * is lost, so that what lies there is what the desk reads.
   */
  layAnswer(content: string | Uint8Array): Promise<LaidFile>;
  /** Lays a check-in into `face`. */
  layCheckIn(content: string | Uint8Array): Promise<LaidFile>;
  close(): Promise<void>;
}

/** A file that was put into a folder behind everybody's back. */
export interface LaidFile {
  readonly name: string;
  readonly path: string;
  /** True while it lies there byte for byte. */
  isUntouched(): Promise<boolean>;
  remove(): Promise<void>;
}

/** Identifiers of a client that has no chance: what an answer must echo. */
export const fileIdentifier: string = "0".repeat(16);
const haste = 20;
const hastyClock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic() * haste,
  sleep: (ms, signal) => systemClock.sleep(ms / haste, signal),
};
const noChance: Random = { bytes: (count) => new Uint8Array(count) };

export async function openPlace(options: MockOptions = {}): Promise<Place> {
  const clock = clockAt();
  const mock = await startMock({ clock, seed: "bad input", ...options });
  const { institutionCode } = mock.web;
  const opened: OnshiClient[] = [];
  const open = (client: OnshiClient): OnshiClient => {
    opened.push(client);
    return client;
  };
  let turn = 0;
  const counted = (at: number): Random => ({
    bytes: (count) => Uint8Array.from({ length: count }, (_, index) => (index < 4 ? at >> (5 * index) : 0) & 31),
  });
  const names: Random = { bytes: (count) => counted(turn++).bytes(count) };

  const openFolder: Place["openFolder"] = (more = {}, clientOptions = {}) => {
    const transport = folderTransport({ ...mock.folderOptions, pollMs: 20, random: names, ...more });
    return open(new OnshiClient({ institutionCode, transport, clock, random: noChance, ...clientOptions }));
  };
  const openHttps: Place["openHttps"] = (more = {}) => {
    const transport = httpTransport({ ...mock.webOptions, ...more });
    return open(new OnshiClient({ institutionCode, transport, clock }));
  };
  return {
    mock,
    clock,
    folder: openFolder(),
    hastyFolder: openFolder({ clock: hastyClock, pollMs: 20 * haste }),
    https: openHttps(),
    openFolder,
    openHttps,
    layAnswer: (content) => lay(mock.folders.res, `OQSsiquc01res_${randomText(counted(turn), 20)}.xml`, content),
    layCheckIn: (content) =>
      lay(mock.folders.face, `OQSsiquc01res_face_${institutionCode}planted_20261120090000.xml`, content),
    async close() {
      for (const client of opened) await client.close();
      await mock.close();
    },
  };
}

async function lay(folder: string, name: string, content: string | Uint8Array): Promise<LaidFile> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const path = join(folder, name);
  await writeFile(path, bytes, { flag: "wx" });
  return {
    name,
    path,
    isUntouched: async () => Buffer.from(bytes).equals(await readFile(path)),
    remove: () => rm(path),
  };
}

/** What a desk types in from a persona's papers. */
export function papersOf({ mock }: Place, personaId: string = "insured-valid"): EligibilityQuestion {
  return mock.centre.persona(personaId).papers;
}

/** The desk still gets its answers; over the folder door unless another client is given. */
export async function expectAnswer(place: Place, client: OnshiClient = place.folder): Promise<void> {
  expect((await client.eligibility.verify(papersOf(place))).validity).toBe("valid");
}

/** A check-in at the desk's reader, taken and acknowledged: what the patient consented to. */
export async function medicationConsent({ mock, folder }: Place): Promise<Consent<"medication">> {
  await mock.present("insured-valid", { medication: true });
  for await (const checkIn of folder.checkIns()) {
    await checkIn.acknowledge();
    if (checkIn.consents.medication) return checkIn.consents.medication;
  }
  throw new Error("no check-in came");
}
