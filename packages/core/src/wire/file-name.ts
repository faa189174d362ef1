import { checkInId, parseMessageId, plainResultId, usualAnswerId } from "../messages/index.ts";
import { OnshiError, type Random, randomText } from "../base/index.ts";

/** What a file of the exchange is: a request, its result, a card check-in pushed into `face`, or a rejected request. */
export type FileKind = "request" | "result" | "face" | "error";

/** Extension of a file of the exchange, in lower case however it is written; tells what is inside. */
export type FileExtension = "xml" | "pdf" | "zip" | "err";

/** The parts of a file name of the exchange. */
export interface FileName {
  /** Message id: `OQSsiquc01req`; for a face file `OQSsiquc01res`, whose layout it has; for an error the request's. */
  readonly id: string;
  readonly kind: FileKind;
  /**
   * The free part, which a result repeats. In a face file everything between `face_` and the time: it is opaque, never
   * parse it; empty if a tool left it out.
   */
  readonly free: string;
  readonly extension: FileExtension;
}

const message = /^([^_]+)_([^/\\]+)\.([A-Za-z]{3})$/;
const facePrefix = `${checkInId}_`;
/** Also with what copying adds after the time: ` - コピー`, ` (2)`. */
const afterPrefix = /^(?:([^/\\]+)_)?[0-9]{14}(?:[ \u3000][^/\\]*)?\.xml$/i;
const extensions: ReadonlySet<string> = new Set<FileExtension>(["xml", "pdf", "zip", "err"]);
/** No file system used for the exchange has longer names. */
const longestName = 255;
const freePart = /^[0-9A-Za-z]{1,32}$/;

/**
 * Parses a file name of the exchange. Copies made by people and check-ins without a free part are accepted too.
 *
 * @param name - name without folder
 * @returns its parts, or undefined for a file that does not belong to the exchange
 * @see oqs-exchange §2.2
 *
 * @example
 * ```ts
 * import { parseFileName } from "@onshi/core/wire";
 *
 * console.log(parseFileName("OQSsiquc01res_202611200001.xml")?.kind); // result
 * console.log(parseFileName("notes.txt")); // undefined
 * ```
 */
export function parseFileName(name: string): FileName | undefined {
  if (name.length > longestName) return undefined;
  const pushed = name.startsWith(facePrefix) ? afterPrefix.exec(name.slice(facePrefix.length)) : null;
  if (pushed) return { id: plainResultId(checkInId), kind: "face", free: pushed[1] ?? "", extension: "xml" };
  const [, id, free, found] = message.exec(name) ?? [];
  if (id === undefined || free === undefined) return undefined;
  const isRequest = parseMessageId(id)?.direction === "request";
  if (!isRequest && parseMessageId(id)?.direction !== "result") return undefined;
  const extension = found?.toLowerCase() as FileExtension;
  if (!extensions.has(extension)) return undefined;
  // Only results can be anything but XML, and only requests are rejected.
  if (isRequest ? extension === "pdf" || extension === "zip" : extension === "err") return undefined;
  const kind = isRequest ? (extension === "err" ? "error" : "request") : "result";
  return { id, kind, free, extension };
}

/**
 * Name of a request's file.
 *
 * @param id - message id, e.g. `OQSsiquc01req`
 * @param free - 1 to 32 of `0-9A-Za-z`, never used before at this facility; the result echoes it
 * @returns e.g. `OQSsiquc01req_202611200001.xml`
 * @throws {@link OnshiError} `request.invalid` naming `id` or `free`
 * @see oqs-exchange §2.2
 *
 * @example
 * ```ts
 * import { requestFileName } from "@onshi/core/wire";
 *
 * console.log(requestFileName("OQSsiquc01req", "202611200001")); // OQSsiquc01req_202611200001.xml
 * ```
 */
export function requestFileName(id: string, free: string): string {
  if (parseMessageId(id)?.direction !== "request")
    invalid("id", { ja: "要求の電文ID", en: "the id of a request, such as OQSsiquc01req" });
  if (!freePart.test(free)) invalid("free", { ja: "半角英数字1～32文字", en: "1 to 32 of 0-9, A-Z, a-z" });
  return `${id}_${free}.xml`;
}

/** Five bits per character: 100 bits, so that nobody who may write into `res` can guess the name of a future answer. */
const freeLength = 20;

/**
 * A free part that has never been used before and that nobody can guess.
 *
 * @param random - source of randomness
 * @returns 20 of `0-9A-Z`
 * @see oqs-exchange §2.2
 */
export function newFreePart(random: Random): string {
  return randomText(random, freeLength);
}

/**
 * Name of a request's result without extension. Only the `req_` directly after the id changes: the free part may contain
 * the same letters.
 *
 * @param requestName - name of the request's file
 * @param answerId - id of the answer, if it is not the request's id with the other direction
 * @returns e.g. `OQSsiquc01res_202611200001`; `.xml`, `.pdf` or `.zip` follows
 * @throws {@link OnshiError} `request.invalid` when the name is not a request's
 * @see oqs-exchange §2.2
 *
 * @example
 * ```ts
 * import { resultBaseName } from "@onshi/core/wire";
 *
 * console.log(resultBaseName("OQSsiquc01req_Areq1.xml")); // OQSsiquc01res_Areq1
 * ```
 */
export function resultBaseName(requestName: string, answerId?: string): string {
  const { id, free } = requestParts(requestName);
  return `${answerId ?? usualAnswerId(id)}_${free}`;
}

/**
 * Name of the file by which the terminal rejects a request.
 *
 * @param requestName - name of the request's file
 * @returns e.g. `OQSsiquc01req_202611200001.err`
 * @throws {@link OnshiError} `request.invalid` when the name is not a request's
 * @see oqs-exchange §2.6
 *
 * @example
 * ```ts
 * import { errorFileName } from "@onshi/core/wire";
 *
 * console.log(errorFileName("OQSsiquc01req_202611200001.xml")); // OQSsiquc01req_202611200001.err
 * ```
 */
export function errorFileName(requestName: string): string {
  const { id, free } = requestParts(requestName);
  return `${id}_${free}.err`;
}

function requestParts(name: string): FileName {
  const parts = parseFileName(name);
  if (parts?.kind === "request") return parts;
  return invalid("requestName", { ja: "要求ファイル名", en: "the file name of a request" });
}

function invalid(field: string, expected: { ja: string; en: string }): never {
  throw new OnshiError("request.invalid", { field, expected });
}
