import { OnshiError } from "@onshi/core/base";
import { declarations, type MedicationResult, type MessageTypes, type WireElement } from "@onshi/core/messages";
import type { Codec, MessageId, Problem } from "@onshi/core/wire";
import type { Centre } from "./centre.ts";
import { blankPdf } from "./pdf.ts";
import { realLooking } from "./real-looking.ts";

/** The outcome of a request: the answer's document, or why it was not accepted. */
export type Answered =
  | {
      readonly accepted: true;
      readonly id: string;
      readonly document: WireElement;
      /** The PDF to be delivered instead of the document. */
      readonly file?: Uint8Array;
    }
  | { readonly accepted: false; readonly code: RefusalCode; readonly reasons: readonly string[] };

/** Why a request is not accepted: there is no such message, or it violates its layout. */
export type RefusalCode = "wire.unexpectedMessage" | "wire.duplicate" | "request.invalid";

/** What a handler returns: the typed answer, and whether it is to be printed instead (PDF). */
interface Reply {
  readonly message: unknown;
  readonly file?: Uint8Array;
}

type Handle = (centre: Centre, codec: Codec, root: WireElement) => Reply;

function handler<Id extends MessageId>(
  id: Id,
  handle: (centre: Centre, message: MessageTypes[Id]) => unknown,
  printed?: (message: MessageTypes[Id], answer: unknown) => boolean,
): readonly [string, Handle] {
  return [
    id,
    (centre, codec, root) => {
      const { message } = codec.decode(id, root);
      const reply = handle(centre, message);
      return { message: reply, ...(printed?.(message, reply) && { file: blankPdf() }) };
    },
  ];
}

/** `ResultCode` of a normal end; a refusal is XML also when a PDF was asked for. */
const isDelivered = (answer: unknown): boolean => (answer as MedicationResult).body.resultCode === "1";

/** Every kind of bulk request there is: upload and download, as the declarations pair them. */
const bulkHandlers = declarations.flatMap(({ id, download }): readonly (readonly [string, Handle])[] => {
  if (download === undefined) return [];
  return [
    [id, ({ bulk }, codec, root) => ({ message: bulk.submit(id, codec.decode(id, root).message) })],
    [download, ({ bulk }, codec, root) => ({ message: bulk.download(id, codec.decode(download, root).message) })],
  ];
});

const handlers: ReadonlyMap<string, Handle> = new Map([
  handler("OQSsiquc01req", (centre, message) => centre.eligibility(message)),
  handler("OQSsiimm01req", (centre, message) => centre.referenceNumber(message)),
  ...bulkHandlers,
  handler(
    "YZKsiquc01req",
    (centre, message) => centre.medication(message),
    ({ body }, answer) => (body.fileCategory === "1" || body.fileCategory === "3") && isDelivered(answer),
  ),
  handler(
    "TKKsiquc01req",
    (centre, message) => centre.checkups(message),
    ({ body }, answer) => body.fileCategory === "1" && isDelivered(answer),
  ),
]);

/** File ids of the requests that are answered. */
export const simulatedRequests: readonly string[] = [...handlers.keys()];

/** File id of the answer to a request, as the overlay has it; undefined when the request is not simulated. */
export function answerIdOf(codec: Codec, requestId: string): string | undefined {
  return handlerOf(codec, requestId) && codec.layout(requestId).answer;
}

function handlerOf({ declarations: inForce }: Codec, requestId: string): Handle | undefined {
  return handlers.get(inForce.find(({ id }) => id === requestId)?.renamedFrom ?? requestId);
}

/**
 * Answers a request from either door. It is strict, unlike a reader of answers: whatever violates the layout is refused
 * with all reasons, so that a vendor finds out here and not at the real terminal.
 */
export function answerMessage(centre: Centre, codec: Codec, id: string, root: WireElement): Answered {
  const handle = handlerOf(codec, id);
  const answerId = answerIdOf(codec, id);
  if (!handle || answerId === undefined) {
    return refused("wire.unexpectedMessage", [
      `この電文は模擬していません / not simulated (${simulatedRequests.join(", ")})`,
    ]);
  }
  try {
    const { message, problems } = codec.decode(id, root);
    const reasons = [
      ...realLooking(message).map((path) => `XmlMsg/${path}: ${realNumber}`),
      ...problems.map(reasonOf),
      ...strangers(message, "XmlMsg", problems),
    ];
    if (reasons.length > 0) return refused("request.invalid", reasons);
    // Writing is strict about lengths and patterns, reading is not.
    codec.encode(id, message);
    const { message: reply, file } = handle(centre, codec, root);
    const answered = { accepted: true, id: answerId, document: codec.encode(answerId, reply) } as const;
    return file ? { ...answered, file } : answered;
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    if (error.code === "request.invalid")
      return refused("request.invalid", [`${error.operatorMessage} / ${error.vendorMessage}`]);
    if (error.code === "wire.duplicate")
      return refused("wire.duplicate", [`${error.details.path ?? ""}: 重複しています / occurs twice`]);
    return refused("wire.unexpectedMessage", [error.vendorMessage]);
  }
}

const refused = (code: RefusalCode, reasons: readonly string[]): Answered => ({ accepted: false, code, reasons });

const meanings: Readonly<Record<Problem["kind"], string>> = {
  missing: "必須項目がありません / a mandatory element is missing",
  unreadable: "値の形式が正しくありません / the value has the wrong form",
  duplicate: "重複しています / occurs more than once",
  consentWithoutEnd: "同意に有効期限がありません / a consent has no end",
  unknownCode: "コード表にない値です / the code is not in its table",
};

const realNumber =
  "実在しうる番号です。模擬センターは都道府県番号99の架空の番号だけを受け付けます / could be a real number; the simulated centre accepts prefecture 99 only";

const reasonOf = ({ kind, path }: Problem): string => `${path}: ${meanings[kind]}`;

/** Elements that are not in the layout, mostly tag names of another family (oqs-exchange §6 no. 6). */
function strangers(group: unknown, path: string, problems: readonly Problem[]): readonly string[] {
  if (typeof group !== "object" || group === null) return [];
  return Object.entries(group).flatMap(([name, value]) => {
    if (name !== "unknownElements") return strangers(value, `${path}/${name}`, problems);
    return (
      (value as readonly WireElement[])
        // Unreadable values are kept in the same place and have their own reason.
        .filter((element) => !problems.some((problem) => problem.path.endsWith(`/${element.name}`)))
        .map((element) => `${path}/${element.name}: この電文にない項目です / not in the layout of this message`)
    );
  });
}
