import type { QualificationValidity } from "../../codes/index.ts";
import type { ListedPerson } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { UnitContext } from "../bulk/kind.ts";
import { consentProblems, type Consents, consentsOf } from "../viewing/consent.ts";
import { type Coverage, coverageOf } from "../eligibility/coverage.ts";
import type { CentreNotice } from "../eligibility/eligibility-answer.ts";
import type { AnswerSource } from "../source.ts";

/** One person of a list that the centre keeps for an institution (同意済資格情報, 委託先資格情報). */
export interface ListedPersonAnswer {
  /** 資格有効性, or `notProcessed`: the centre could not process this person, `notice` says why. */
  readonly validity: QualificationValidity | "notProcessed";
  readonly insurances: readonly Coverage[];
  /** 医療扶助, with its tickets. */
  readonly publicAssistance?: Coverage;
  /** What the person consented to have viewed; opens `medication.history` and its siblings. */
  readonly consents: Consents;
  /** 照会番号 this institution registered; there may be several. */
  readonly referenceNumbers: readonly string[];
  readonly notice?: CentreNotice;
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
  /** The block as received, unknown elements included. */
  readonly raw: ListedPerson;
}

/** Puts one unit of a list into the shape desks use. */
export function listedPersonOf(
  raw: ListedPerson,
  { source, problems, institutionCode, consentOptions }: UnitContext,
): ListedPersonAnswer {
  const { processingResultStatus = "completed", qualificationValidity = "unknown:", results = [] } = raw;
  const { processingResultCode: code, processingResultMessage: message, referenceNumbers = [] } = raw;
  const isProcessed = processingResultStatus === "completed";
  const notice = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  const all = isProcessed ? results.map(coverageOf) : [];
  const publicAssistance = all.find(({ classification }) => classification === "publicAssistance");
  const consents = consentsOf(
    {
      header: { segmentOfResult: "completed", institutionCode },
      body: { results, qualificationValidity, processingResultStatus },
    },
    consentOptions,
  );
  const own = all.flatMap(({ referenceNumber }) => (referenceNumber === undefined ? [] : [referenceNumber]));
  return {
    validity: isProcessed ? qualificationValidity : "notProcessed",
    insurances: all.filter(({ classification }) => classification !== "publicAssistance"),
    ...(publicAssistance && { publicAssistance }),
    consents,
    referenceNumbers: [...new Set([...referenceNumbers, ...own])],
    ...(Object.keys(notice).length > 0 && { notice }),
    source,
    problems: [...problems, ...consentProblems(consents)],
    raw,
  };
}
