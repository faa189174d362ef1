import * as z from "zod";

/**
 * The lines of `--json`: one JSON object per line, `v` is the version of this contract. Fields and types may be added
 * within a version; none is renamed or removed. `docs/reference/cli.schema.json` is made from this file.
 */

const count = z.number().int().nonnegative();

/** A line of one type. */
function line(type: string, meaning: string, shape: z.ZodRawShape): z.ZodType {
  return z
    .strictObject({ v: z.literal(1), type: z.literal(type), ...shape })
    .meta({ title: type, description: meaning });
}

const details = z
  .looseObject({
    field: z.exactOptional(z.string()),
    line: z.exactOptional(count),
    column: z.exactOptional(count),
    path: z.exactOptional(z.string()),
    variant: z.exactOptional(z.string()),
    limit: z.exactOptional(z.number()),
  })
  .describe("Names, counts and places; never a value");

const isTest = z
  .exactOptional(z.literal(true))
  .describe("From a test centre (--test-only): it says nothing about a real insurance");

const problemKind = z.enum(["unreadable", "duplicate", "missing", "unknownCode"]);
const faults = z.exactOptional(z.array(z.strictObject({ code: z.string(), details })));
const confidence = z.enum(["H", "M", "L", "I"]);

const overlay = z
  .strictObject({
    onshiOverlay: z.literal(1),
    source: z.string(),
    changes: z.array(z.looseObject({ do: z.string() })),
  })
  .describe("An overlay file, see docs/en/overlay.md");

const element = z.strictObject({
  path: z.string(),
  known: z.boolean(),
  confidence: z.exactOptional(confidence),
  seen: count,
  files: count,
  minLength: z.exactOptional(count),
  maxLength: z.exactOptional(count),
  fits: z.exactOptional(count),
  unreadable: z.exactOptional(count),
  shapes: z.exactOptional(z.array(z.string())),
  tooLong: z.exactOptional(count),
  otherShape: z.exactOptional(count),
  duplicate: z.exactOptional(count),
  missing: z.exactOptional(count),
  elsewhere: z.exactOptional(count),
  unknownCodes: z.exactOptional(
    z.array(z.strictObject({ table: z.string(), code: z.exactOptional(z.string()), seen: count })),
  ),
});

const order = z.strictObject({
  path: z.string(),
  asDeclared: count,
  otherwise: count,
  distinct: count,
  examples: z.array(z.array(z.string())),
});

const report = z.strictObject({
  onshiConform: z.literal(1),
  files: z.strictObject({
    total: count,
    read: count,
    passedOver: z.array(z.strictObject({ name: z.string(), count })),
    unreadable: z.array(
      z.strictObject({
        number: count,
        name: z.string(),
        code: z.string(),
        variant: z.exactOptional(z.string()),
        line: z.exactOptional(count),
        column: z.exactOptional(count),
        path: z.exactOptional(z.string()),
      }),
    ),
  }),
  messages: z.array(
    z.strictObject({
      ids: z.record(z.string(), count),
      known: z.boolean(),
      charsets: z.record(z.string(), count),
      byteOrderMarks: count,
      elements: z.array(element),
      orders: z.array(order),
    }),
  ),
  guesses: z.array(
    z.strictObject({
      kind: z.enum(["message", "element", "place", "codeTable"]),
      subject: z.string(),
      confidence: z.enum(["M", "L", "I"]),
      message: z.string(),
      verdict: z.enum(["confirmed", "refuted", "open"]),
      speaksFor: count,
      speaksAgainst: count,
    }),
  ),
  overlay,
  beyondOverlay: z.array(
    z.strictObject({
      message: z.string(),
      path: z.string(),
      why: z.enum(["group", "repeated", "nameTaken", "unknownMessage", "unsafeTag", "understood"]),
    }),
  ),
});

/** Every line `onshi … --json` can write, by its type. */
export const contract: Readonly<Record<string, z.ZodType>> = {
  error: line("error", "Any command: what went wrong; the exit code tells the kind", {
    code: z.string(),
    operatorMessage: z.string().describe("For the desk, in Japanese"),
    vendorMessage: z.string().describe("For the engineer, in English"),
    details,
  }),
  message: line("message", "decode: a message as typed values", {
    message: z.string().describe("File id"),
    value: z.looseObject({}),
    problems: z.exactOptional(z.array(z.strictObject({ kind: problemKind, path: z.string(), field: z.string() }))),
    firstProblem: z.exactOptional(z.strictObject({ kind: problemKind, path: z.string(), line: count })),
    faults,
  }),
  mirror: line(
    "mirror",
    "decode --wire: a message by its wire tags; with --lenient also a document that is not a typed message",
    {
      message: z.string().describe("File id"),
      mirror: z.looseObject({}),
      faults,
    },
  ),
  conform: line("conform", "conform: what real files say about the layouts", { report }),
  anonymised: line("anonymised", "anonymise: one file that was written", {
    number: count.describe("Position of the original when names are sorted, from 1"),
    name: z.string().describe("Name of the new file"),
  }),
  passedOver: line("passedOver", "anonymise: one file that was left out, because it could not be read", {
    number: count,
    from: z.string().describe("Name of the original without the part chosen by whoever wrote it"),
    code: z.string(),
  }),
  answer: line("answer", "verify: eligibility of one person", {
    answer: z.looseObject({ isTest, validity: z.string() }),
  }),
  bulk: line("bulk", "bulk: the centre has the request; --pending: one that is not finished", {
    receptionNumber: z.exactOptional(z.string()),
    reference: z.exactOptional(z.string()),
    receivedAt: z.exactOptional(z.string()),
    submittedAt: z.exactOptional(z.string()),
    state: z.exactOptional(z.string()),
    asked: z.exactOptional(count),
  }),
  person: line("person", "bulk: eligibility of one person of the list", {
    answer: z.looseObject({ isTest, validity: z.string(), arbitraryIdentifier: z.exactOptional(z.string()) }),
  }),
  bulkDone: line("bulkDone", "bulk: there is an answer for everybody", {
    receptionNumber: z.string(),
    delivered: count,
    notValid: count,
  }),
  rechecked: line("rechecked", "recheck: one visit, with the claim as it should be written", {
    visit: z.looseObject({ id: z.string(), day: z.string(), status: z.string(), reason: z.string() }),
  }),
  recheckDone: line("recheckDone", "recheck: every visit was told", {
    receptionNumbers: z.array(z.string()),
    delivered: count,
    notUnchanged: count,
  }),
  checkIn: line("checkIn", "watch: a patient used the reader at the desk", {
    id: z.string().describe("For `ack ID`, with --acknowledge-by stdin; counts from 1 in each run"),
    fileName: z.exactOptional(z.string()),
    consents: z.record(z.string(), z.string()).describe("State of each kind of consent"),
    answer: z.looseObject({ isTest, validity: z.string() }),
  }),
  acknowledged: line("acknowledged", "watch --acknowledge-by stdin: the file was removed after `ack ID`", {
    id: z.string(),
  }),
  notAcknowledged: line(
    "notAcknowledged",
    "watch --acknowledge-by stdin: no such check-in is waiting, or its file stays",
    {
      id: z.exactOptional(z.string()),
      code: z.string(),
    },
  ),
  unreadable: line("unreadable", "watch: a file that could not be read; it stays where it is", {
    fileName: z.string(),
    code: z.string(),
  }),
  check: line("check", "doctor: one thing that was checked", {
    check: z.string(),
    state: z.enum(["ok", "hint", "fault"]),
    ja: z.string(),
    en: z.string(),
  }),
};
