import { createHmac } from "node:crypto";
import { nfkc, OnshiError } from "../../base/index.ts";

/**
 * What an answer repeats of its question, by its place in the answer: who was asked about, and the caller's own
 * identifiers. Personal data until it is sealed.
 */
export type Keys = Readonly<Record<string, string>>;

/** Turns a value into a digest; the same place and value always give the same one. */
export type Seal = (path: string, value: string) => string;

/**
 * Digests made with a key of the site, so that without the key a journal says nothing about a person: there are too few
 * numbers and birth dates for a plain hash. Each request has its own digests, so that no two can be linked to one person.
 */
export function sealWith(key: Uint8Array, reference: string): Seal {
  return (path, value) =>
    createHmac("sha256", key).update(`${reference}\n${path}\n${value}`).digest("base64url").slice(0, digestLength);
}

/** 132 bits. */
const digestLength = 22;

/** Properties by which request and answer name the same person or request. */
const places: readonly string[] = [
  "header.fileIdentifier",
  ...["inquiry", "registration"].flatMap((block) =>
    ["insurerNumber", "number", "branch", "birthdate", "arbitraryIdentifier", "referenceNumber"].map(
      (name) => `body.${block}.${name}`,
    ),
  ),
];

/** The keys in a message, whether request or answer (oqs-exchange §2.7). */
export function keysOf(message: object): Keys {
  return Object.fromEntries(
    places.flatMap((path) => {
      let value: unknown = message;
      for (const name of path.split(".")) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
      return typeof value === "string" ? [[path, bare(value)]] : [];
    }),
  );
}

/** The centre may pad and widen what it repeats (oqs-exchange §6 pitfalls 1, 4). */
export function bare(text: string): string {
  return nfkc(text).replaceAll(/[\s-]/g, "").replace(/^0+/, "");
}

/** Keys that reveal nothing about a person. */
export function sealed(keys: Keys, seal: Seal): Keys {
  return Object.fromEntries(Object.entries(keys).map(([path, value]) => [path, seal(path, value)]));
}

/** The first place where an answer differs from its question; what either of them leaves out does not count. */
export function mismatch(asked: Keys, came: Keys): string | undefined {
  return Object.keys(came).find((path) => asked[path] !== undefined && asked[path] !== came[path]);
}

/**
 * An answer that belongs to somebody else must never reach the chart (oqs-exchange §2.7).
 *
 * @throws OnshiError `answer.mismatch`
 */
export function assertBelongs(asked: Keys, seal: Seal, message: object, rawBytes: Uint8Array): void {
  const path = mismatch(asked, sealed(keysOf(message), seal));
  if (path !== undefined) throw new OnshiError("answer.mismatch", { path }, { rawBytes });
}
