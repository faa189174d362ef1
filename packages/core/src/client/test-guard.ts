import { type Bilingual, type CardToken, fromBase64, OnshiError } from "../base/index.ts";
import { type FoundNumber, type MessageDeclaration, numbersIn, type WireElement } from "../messages/index.ts";
import { readJson, readXml } from "../wire/index.ts";
import type { TransportFacts } from "./door/door.ts";
import { shortened } from "./field-names.ts";

/** Whether everything sent and received through a transport is test data. */
export const isTest = ({ testOnly = false }: TransportFacts): boolean => testOnly;

const expectedNumber: Readonly<Record<"test" | "real", Bilingual>> = {
  test: { ja: "試験用の番号", en: "a number of prefecture 99, because the transport has testOnly: true" },
  real: {
    ja: "試験用ではない番号",
    en: "a number outside prefecture 99: test numbers need a transport with testOnly: true",
  },
};

/**
 * Keeps test numbers from a real centre, and numbers that could be a real institution's or payer's from a test centre.
 * Numbers that are neither are let through: the centre knows best which ones exist (desk-rules §5.1).
 *
 * @param numbers - from `numbersIn`, in a request that has not left yet
 * @throws OnshiError `request.invalid` naming the field
 */
function assertFit(transport: TransportFacts, numbers: readonly FoundNumber[]): void {
  const [wanted, unwanted] = isTest(transport) ? (["test", "real"] as const) : (["real", "test"] as const);
  const found = numbers.find(({ origin }) => origin === unwanted);
  if (!found) return;
  const label = found.name === "insurerNumber" ? "保険者番号" : "医療機関コード";
  throw new OnshiError("request.invalid", {
    field: shortened(found.path),
    label,
    expected: expectedNumber[wanted],
  });
}

/** The same for a typed request. @throws OnshiError `request.invalid` naming the field */
export function assertRequestFits(transport: TransportFacts, message: unknown): void {
  assertFit(transport, numbersIn(message));
}

/**
 * The same for bytes that are sent as they are, as far as they can be read: XML or JSON, by the tags of the layouts in
 * use. What cannot be read cannot be judged, and is sent as the caller wants.
 *
 * @throws OnshiError `request.invalid` naming the tag
 */
export function assertBytesFit(
  transport: TransportFacts,
  layouts: readonly MessageDeclaration[],
  bytes: Uint8Array,
): void {
  const content = readable(bytes);
  if (content === undefined) return;
  const names = namesByTag(layouts);
  const numbers = numbersIn(content, (tag) => names.get(tag) ?? tag);
  assertFit(
    transport,
    numbers.map((number) => ({ ...number, path: number.path.split(".").at(-1) ?? number.path })),
  );
}

/** What marks test certificates (JPKI-TEST): the organisation of their issuer. */
const testMark = "JPKI-TEST";

/**
 * Keeps test cards from a real centre and real cards from a test centre.
 *
 * @throws OnshiError `request.invalid` (`token`)
 */
export function assertCardFits(transport: TransportFacts, token: CardToken): void {
  const certificate = fromBase64(token.unverifiedCertificate) ?? new Uint8Array();
  const isTestCard = new TextDecoder("latin1").decode(certificate).includes(testMark);
  if (isTestCard === isTest(transport)) return;
  const expected = isTestCard
    ? { ja: "本物のカード", en: "a real card: test cards (JPKI-TEST) need a transport with testOnly: true" }
    : { ja: "試験用のカード", en: "a test card (JPKI-TEST), because the transport has testOnly: true" };
  throw new OnshiError("request.invalid", { field: "token", label: "カード", expected });
}

function readable(bytes: Uint8Array): unknown {
  for (const read of [readJson, (xml: Uint8Array) => asObject(readXml(xml).root)]) {
    try {
      return read(bytes);
    } catch (error) {
      if (!OnshiError.is(error)) throw error;
    }
  }
  return undefined;
}

/** Elements as nested objects, each in a list of its own, so that repeated tags keep their order. */
function asObject({ name, text, children }: WireElement): object {
  return { [name]: children.length === 0 ? text : children.map(asObject) };
}

type Fields = MessageDeclaration["body"]["fields"];

/** Property names by tag, overlays included. */
function namesByTag(layouts: readonly MessageDeclaration[]): ReadonlyMap<string, string> {
  const pairs = (fields: Fields): readonly (readonly [string, string])[] =>
    fields.flatMap(({ wire, name, type }) => ("group" in type ? pairs(type.group.fields) : [[wire, name] as const]));
  return new Map(layouts.flatMap(({ header, body }) => [...pairs(header.fields), ...pairs(body.fields)]));
}
