import type { Bilingual, ErrorPlace, WrongField } from "./details.ts";
import { contact, errorTexts, type ErrorTexts } from "./error-text.ts";

/** Errors of bytes that are not the message they should be. */
export interface WireErrorDetails {
  readonly "wire.malformed": { readonly variant?: "incomplete" | "zip" };
  readonly "wire.refused": { readonly variant: keyof typeof refusals };
  readonly "wire.tooLarge": { readonly limit: number; readonly variant?: keyof typeof sizes };
  readonly "wire.tooDeep": { readonly limit: number };
  readonly "wire.charset": { readonly variant: keyof typeof charsets };
  readonly "wire.unencodable": Pick<WrongField, "field" | "label"> & { readonly variant?: keyof typeof obstacles };
  readonly "wire.duplicate": { readonly path: string };
  readonly "wire.missing": { readonly path: string };
  readonly "wire.unexpectedMessage": { readonly expected?: Bilingual; readonly variant?: "unknownId" };
}

/** See {@link WireErrorDetails}. */
export type WireErrorCode = keyof WireErrorDetails;

/** The cause is for the vendor; to the desk every unreadable document is the same. */
const unreadable = `受け取ったデータを読み取れません。${contact.full}`;
const faulty = `受け取った結果に不備があります。この結果は使わず、${contact.centre}`;

const refusals = {
  doctype: "a DOCTYPE",
  processingInstruction: "a processing instruction",
  cdata: "a CDATA section",
  attribute: "an attribute",
  namespace: "a namespace",
  name: "a name that cannot be a tag",
  mixedContent: "text beside elements",
  commentInText: "a comment in the middle of a value",
  xmlVersion: "another XML version than 1.0",
  duplicateKey: "a JSON key that stands twice",
  "content-encoding": "a content coding that was not asked for",
  zip64: "a ZIP64 archive",
  encrypted: "an encrypted archive",
  compression: "an archive with another compression than deflate",
} as const;

const sizes = {
  elements: "elements",
  units: "units",
  unitCharacters: "characters in one unit",
  density: "characters an element, on average; it has more elements than that",
} as const;

const charsets = {
  "utf-8": "they are not UTF-8",
  shift_jis: "they are not Shift_JIS",
  "utf-16": "they look like UTF-16 or UTF-32",
  declared: "the declared character set is none of the exchange",
} as const;

const obstacles = {
  "utf-8": "UTF-8 does not contain the character",
  shift_jis: "Shift_JIS does not contain the character",
  xml: "XML does not allow the character",
  tagName: "a name cannot be a tag",
  mixedContent: "an element has text and children",
} as const;

const typedFile = "指定したファイルは電文として読み取れません。ファイルを確認して指定し直してください。";

const place = ({ line, column, path }: ErrorPlace): string => {
  const where = [path, line === undefined ? undefined : `line ${line}, column ${column ?? 1}`];
  const known = where.filter((part) => part !== undefined);
  return known.length > 0 ? ` (${known.join(", ")})` : "";
};

export const wireErrors: ErrorTexts<WireErrorDetails> = errorTexts<WireErrorDetails>({
  "wire.malformed": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d) => `The document is not well-formed${place(d)}. The bytes are kept in the error's rawBytes.`,
    remedy: "Look at the place in rawBytes; `onshi decode --lenient` shows what can be read.",
    variants: { incomplete: "it ends in the middle", zip: "the archive is damaged" },
  },
  "wire.refused": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d, why) => `The document has something no message has${why && `: ${why}`}${place(d)}. It was refused.`,
    remedy: "Ask whoever made the file; nothing switches the refusal off.",
    variants: refusals,
    example: { variant: "doctype" },
  },
  "wire.tooLarge": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d, why) =>
      `The document is larger than the limit of ${d.limit} ${why || "bytes"}; raise the limit if that is expected.`,
    remedy: "Raise the limit if files of that size are expected.",
    variants: sizes,
    example: { limit: 1000 },
  },
  "wire.tooDeep": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d) => `The document is nested deeper than ${d.limit} levels${place(d)}.`,
    remedy: "Ask whoever made the file.",
    example: { limit: 32 },
  },
  "wire.charset": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d, why) => `The bytes cannot be decoded${why && `: ${why}`}${place(d)}.`,
    remedy: "Look at the declared character set and the line in rawBytes.",
    variants: charsets,
    example: { variant: "utf-8" },
  },
  "wire.unencodable": {
    retryable: false,
    responsible: "desk",
    ja: (d) => `「${d.label ?? "入力内容"}」に使えない文字があります。別の文字で入力し直してください。`,
    en: (d) => `Field "${d.field}" holds a character that the chosen character set does not contain; nothing was sent.`,
    remedy: "Show the text beside the field, or send in UTF-8.",
    variants: obstacles,
    example: { field: "name", label: "氏名" },
  },
  "wire.duplicate": {
    retryable: false,
    responsible: "centre",
    ja: () => faulty,
    typed: () => typedFile,
    en: (d) =>
      `An element on which a decision depends appears twice: ${d.path}${d.line === undefined ? "" : `, line ${d.line}`}. Neither was used.`,
    remedy: "Keep rawBytes and report it to the centre.",
    example: { path: "XmlMsg/MessageBody" },
  },
  "wire.missing": {
    retryable: false,
    responsible: "centre",
    ja: () => faulty,
    typed: () => typedFile,
    en: (d) => `A mandatory element is missing: ${d.path}.`,
    remedy: "Keep rawBytes and report it to the centre; try `onshi conform`.",
    example: { path: "header.segmentOfResult" },
  },
  "wire.unexpectedMessage": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    typed: () => typedFile,
    en: (d) =>
      `This is not the expected message${place(d)}. Expected: ${d.expected?.en ?? "a message with root XmlMsg"}.`,
    remedy: "Check which file this is; `onshi conform` says what the layouts do not know.",
    variants: { unknownId: "its id is in no layout" },
  },
});
