import { insuranceShape } from "../claims/claim.ts";
import * as is from "../tables/shape.ts";
import { type DeskOutcome, type DeskSituation, failures, presentables } from "./situation.ts";

type Answer = Extract<DeskOutcome, { readonly kind: "answer" }>;
type Failed = Extract<DeskOutcome, { readonly kind: "failure" }>;

/** Words of the wire stay open: what is not known leads to asking, not to an error. */
const answerShape: is.Shape<Answer> = {
  kind: is.oneOf(["answer"]),
  validity: is.text,
  classification: is.optional(is.text),
  isGrace: is.optional(is.flag),
  isOtherPerson: is.optional(is.flag),
  percent: is.optional(is.share),
  insurerNumber: is.optional(is.text),
};

const failureShape: is.Shape<Failed> = { kind: is.oneOf(["failure"]), cause: is.oneOf(failures) };

const outcome: is.Check = (field, value) => {
  is.group<Pick<DeskOutcome, "kind">>({ kind: is.oneOf(["answer", "failure"]) })(field, value);
  const shape: is.Check = (value as DeskOutcome).kind === "answer" ? is.group(answerShape) : is.group(failureShape);
  shape(field, value);
};

const situationShape: is.Shape<DeskSituation> = {
  day: is.day,
  outcome,
  birthdate: is.day,
  presented: is.listOf(is.oneOf(presentables)),
  isReturning: is.optional(is.flag),
  saysUnchanged: is.optional(is.flag),
  percentOnFile: is.optional(is.share),
  percentOnDocument: is.optional(is.share),
  hasDeclaration: is.optional(is.flag),
  declaredPercent: is.optional(is.share),
  former: is.optional(is.group(insuranceShape)),
  onDocument: is.optional(is.group(insuranceShape)),
  isLimitBlank: is.optional(is.flag),
};

/**
 * Refuses a situation that cannot be.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function checkSituation(situation: DeskSituation): void {
  is.requireShape("situation", situation, situationShape);
}
