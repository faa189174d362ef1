import { describe, expect, test } from "vitest";
import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import type { ErrorDetails } from "./details.ts";
import { OnshiError } from "./onshi-error.ts";

const codes = Object.keys(errorCatalogue) as OnshiErrorCode[];

/** One mark for each detail a text may show; what is not here has no place in any text. */
const marked: Required<ErrorDetails> = {
  field: "FIELD",
  label: "項目名",
  expected: { ja: "期待", en: "EXPECTED" },
  remaining: 7701,
  waitedMs: 7702_000,
  folder: "FOLDER",
  fileName: "FILENAME",
  status: 7703,
  centreCode: "CENTRECODE",
  line: 7704,
  column: 7705,
  path: "PATH",
  reference: "REFERENCE",
  statusWord: "STATUSWORD",
  limit: 7706,
  retryAfterMs: 7_707_000,
  variant: "VARIANT",
};

/** What tells a person to do something: a request, or whom to turn to. */
const advice = /(ください|ましょう|窓口です|お願いします)/;

describe.each(codes)("%s", (code) => {
  const { ja, en, responsible, retryable } = errorCatalogue[code];

  test.each([
    ["without details", {}],
    ["with all details", marked],
    ["after it was sent", { variant: "sent", reference: "REFERENCE" }],
  ])("has both texts %s", (_, details) => {
    expect(ja(details)).toMatch(/[ぁ-ん]/);
    expect(ja(details)).toMatch(/[。）]$/);
    expect(en(details)).toMatch(/^[A-Z][^ぁ-んァ-ヶ]+\.$/);
    for (const text of [ja(details), en(details)]) expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}/);
  });

  test("tells the desk what to do", () => {
    // A call the desk itself stopped needs no advice before anything was sent.
    if (code === "call.aborted") expect(ja({ variant: "sent" })).toMatch(advice);
    else expect(ja({})).toMatch(advice);
  });

  test("shows no detail that is not in the list, whatever a caller adds", () => {
    const planted = { ...marked, name: "試験花子", pin: "9182", value: "SECRETVALUE", cause: new Error("SECRETCAUSE") };
    for (const text of [ja(planted), en(planted)]) expect(text).not.toMatch(/試験花子|9182|SECRET/);
  });

  test("shows the desk no places of a document", () => {
    expect(ja(marked)).not.toMatch(/PATH|FILENAME|REFERENCE|7704|7705/);
  });

  test("is one of the known kinds", () => {
    for (const details of [{}, marked, { variant: "commandLine" }]) {
      const whose = typeof responsible === "function" ? responsible(details) : responsible;
      expect(["desk", "patient", "vendor", "administrator", "centre"]).toContain(whose);
    }
    expect(["boolean", "function"]).toContain(typeof retryable);
  });
});

test("codes are area and cause in camelCase", () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
});

/**
 * What is known of a request when an error comes: `none`: nothing has left, or nothing had to; `unknown`: it may have been
 * executed; `either`: `none` until the request has left, `unknown` from then on; `over`: it was answered or refused, or
 * there is nothing to send again. A new code fails to compile here until somebody has thought about it.
 */
const outcomes: Readonly<Record<OnshiErrorCode, "none" | "unknown" | "either" | "over">> = {
  "request.invalid": "over",
  "config.invalid": "over",
  "overlay.invalid": "over",
  "consent.missing": "over",
  "consent.expired": "over",
  "consent.otherInstitution": "over",
  "call.aborted": "either",
  "transport.closed": "either",
  "transport.unsupported": "over",
  "folder.missing": "either",
  "folder.swapped": "over",
  "folder.denied": "over",
  "folder.full": "either",
  "folder.rejected": "over",
  "folder.failed": "either",
  "folder.inUse": "over",
  "answer.timeout": "unknown",
  "answer.mismatch": "over",
  "answer.unchecked": "over",
  "centre.failed": "over",
  "http.unreachable": "none",
  "http.clientCertificateRefused": "over",
  "http.serverCertificateUntrusted": "over",
  "http.tlsMismatch": "over",
  "http.authenticationFailed": "over",
  "http.busy": "none",
  "http.outcomeUnknown": "unknown",
  "http.status": "over",
  "site.failed": "either",
  "site.inUse": "none",
  "site.lost": "none",
  "site.unsealed": "over",
  "wire.malformed": "over",
  "wire.refused": "over",
  "wire.tooLarge": "over",
  "wire.tooDeep": "over",
  "wire.charset": "over",
  "wire.unencodable": "over",
  "wire.duplicate": "over",
  "wire.missing": "over",
  "wire.unexpectedMessage": "over",
  "card.serviceMissing": "none",
  "card.adapterMissing": "over",
  "card.readerMissing": "none",
  "card.readerAmbiguous": "over",
  "card.absent": "none",
  "card.busy": "none",
  "card.notJpki": "over",
  "card.certificateMissing": "over",
  "card.pinRequired": "over",
  "card.removed": "none",
  "card.changed": "over",
  "card.reset": "none",
  "card.communication": "none",
  "card.unresponsive": "none",
  "card.timeout": "none",
  "card.unexpectedAnswer": "over",
  "card.sessionClosed": "over",
  "card.forbidden": "over",
  "pin.format": "over",
  "pin.wrong": "over",
  "pin.blocked": "over",
  "pin.lastTry": "over",
  "pin.cancelled": "none",
  "pin.inProgress": "over",
  "pin.unknownOutcome": "unknown",
  "token.malformed": "over",
  "token.format": "over",
  "token.certificate": "over",
  "token.challengeUnavailable": "over",
  "token.challengeUnknown": "over",
  "token.challengeExpired": "over",
  "token.issuer": "over",
  "token.expired": "over",
  "token.notYetValid": "over",
  "token.extension": "over",
  "token.usage": "over",
  "token.policy": "over",
  "token.algorithm": "over",
  "token.signature": "over",
  "token.revoked": "over",
  "token.revocationUnknown": "over",
  "token.challengeLimit": "none",
};

describe("what may have been executed is never offered for repetition", () => {
  const sent: readonly ErrorDetails[] = [
    { variant: "sent" },
    { reference: "R1" },
    { variant: "sent", reference: "R1" },
    marked,
  ];

  test.each(codes)("%s", (code) => {
    const isRetryable = (details: ErrorDetails): boolean => new OnshiError(code, details).isRetryable;
    if (outcomes[code] === "unknown") {
      for (const details of [{}, { variant: "notPickedUp" }, { variant: "incomplete" }, ...sent])
        expect(isRetryable(details)).toBe(false);
    }
    // Whatever the code, a text with a handle for the late answer says that something has left.
    if (outcomes[code] === "either") for (const details of sent) expect(isRetryable(details)).toBe(false);
    if (outcomes[code] === "over") expect(isRetryable({})).toBe(false);
  });
});
