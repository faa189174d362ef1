import { OnshiError } from "@onshi/core/base";
import type { WireElement } from "@onshi/core/messages";
import type { Codec, Problem } from "@onshi/core/wire";
import type { Centre } from "./centre.ts";

/** What came of a request: the answer's document, or why it was not accepted. */
export type Answered =
  | { readonly accepted: true; readonly id: string; readonly document: WireElement }
  | { readonly accepted: false; readonly code: RefusalCode; readonly reasons: readonly string[] };

/** Why a request is not accepted: no such message, or it does not keep to its layout. */
export type RefusalCode = "wire.unexpectedMessage" | "wire.duplicate" | "request.invalid";

type Handler = (centre: Centre, codec: Codec, root: WireElement) => WireElement;

const handlers: ReadonlyMap<string, { readonly answer: string; readonly handle: Handler }> = new Map([
  [
    "OQSsiquc01req",
    {
      answer: "OQSsiquc01res",
      handle: (centre, codec, root) => {
        const { message } = codec.decode("OQSsiquc01req", root);
        return codec.encode("OQSsiquc01res", centre.eligibility(message));
      },
    },
  ],
  [
    "YZKsiquc01req",
    {
      answer: "YZKsiquc01res",
      handle: (centre, codec, root) => {
        const { message } = codec.decode("YZKsiquc01req", root);
        return codec.encode("YZKsiquc01res", centre.medication(message));
      },
    },
  ],
]);

/** File ids of the requests that are answered. */
export const simulatedRequests: readonly string[] = [...handlers.keys()];

/** File id of the answer to a request; undefined when it is not simulated. */
export function answerIdOf(requestId: string): string | undefined {
  return handlers.get(requestId)?.answer;
}

/**
 * Answers a request that either door took in. Strict, unlike a reader of answers: whatever does not keep to the layout
 * is refused with all reasons, so that a vendor learns of it here and not at the real terminal.
 */
export function answerMessage(centre: Centre, codec: Codec, id: string, root: WireElement): Answered {
  const handler = handlers.get(id);
  if (!handler) {
    return refused("wire.unexpectedMessage", [
      `この電文は模擬していません / not simulated (${simulatedRequests.join(", ")})`,
    ]);
  }
  try {
    const { message, problems } = codec.decode(id, root);
    const reasons = [...problems.map(reasonOf), ...strangers(message, "XmlMsg", problems)];
    if (reasons.length > 0) return refused("request.invalid", reasons);
    // Writing is strict on lengths and patterns, reading is not.
    codec.encode(id, message);
    return { accepted: true, id: handler.answer, document: handler.handle(centre, codec, root) };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    if (error.code === "request.invalid")
      return refused("request.invalid", [`${error.operatorMessage} / ${error.vendorMessage}`]);
    if (error.code === "wire.duplicate")
      return refused("wire.duplicate", [`${error.details.path ?? ""}: 重複しています / stands twice`]);
    return refused("wire.unexpectedMessage", [error.vendorMessage]);
  }
}

const refused = (code: RefusalCode, reasons: readonly string[]): Answered => ({ accepted: false, code, reasons });

const meanings: Readonly<Record<Problem["kind"], string>> = {
  missing: "必須項目がありません / a mandatory element is missing",
  unreadable: "値の形式が正しくありません / the value does not have the right form",
  duplicate: "重複しています / stands more than once",
  unknownCode: "コード表にない値です / the code is in no table",
};

const reasonOf = ({ kind, path }: Problem): string => `${path}: ${meanings[kind]}`;

/** Elements the layout does not know: mostly another family's tag names (oqs-exchange §6 no. 6). */
function strangers(group: unknown, path: string, problems: readonly Problem[]): readonly string[] {
  if (typeof group !== "object" || group === null) return [];
  return Object.entries(group).flatMap(([name, value]) => {
    if (name !== "unknownElements") return strangers(value, `${path}/${name}`, problems);
    return (
      (value as readonly WireElement[])
        // What could not be read is kept in the same bag and has its own reason.
        .filter((element) => !problems.some((problem) => problem.path.endsWith(`/${element.name}`)))
        .map((element) => `${path}/${element.name}: この電文にない項目です / not in the layout of this message`)
    );
  });
}
