import type { Bilingual } from "../../base/index.ts";
import { type Claim, claimFor, type ClaimInput, type ClaimOptions, type KnownInsurance } from "../claims/claim.ts";
import { canBeRerouted, type Rerouting } from "../claims/rerouting.ts";
import { isNotInForce } from "../import/contradictions.ts";
import { compare } from "../import/decide.ts";
import { isSameInsurance } from "../import/pairs.ts";
import { type RecheckReason, recheckReasons, type RecheckStatus } from "./recheck-reasons.ts";
import { checkVisit, type FiledVisit } from "./visit.ts";

/** One insurance of an answer: a `BulkCoverage` or `Coverage` fits as it is. */
export interface RecheckCoverage {
  readonly insurerNumber?: string;
  readonly insurerName?: string;
  readonly symbol?: string;
  readonly number?: string;
  readonly branch?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly qualifiedOn?: string;
  readonly disqualifiedOn?: string;
}

/** What the centre says now: a `BulkEligibilityAnswer` or `EligibilityAnswer` fits as it is. */
export interface RecheckAnswer {
  /** 資格有効性 as OQSCD006 names it. */
  readonly validity: string;
  readonly insurances?: readonly RecheckCoverage[];
  readonly publicAssistance?: RecheckCoverage;
}

/** A visit before its claim is filed. It holds personal data. */
export interface RecheckedVisit {
  readonly visit: FiledVisit;
  readonly status: RecheckStatus;
  readonly reason: RecheckReason;
  /** What to do. */
  readonly todo: Bilingual;
  /** How to write the claim; absent: staff have to find out first. */
  readonly claim?: Claim;
  /** Whether the payers would put right a claim that is filed as it stands. Its obstacles say why not. */
  readonly rerouting: Rerouting;
  /** The insurance it rests on. */
  readonly coverage?: RecheckCoverage;
  readonly rowIds: readonly string[];
}

/** What is known of a visit after its answer. */
interface Finding {
  readonly reason: RecheckReason;
  readonly coverage?: RecheckCoverage | undefined;
}

/**
 * Judges a visit by what the centre says now, before the claim is filed (desk-rules §2.5, §2.6): whether its numbers still hold,
 * how the claim is written, and whether the payers would re-route it as it stands. What is not certain is `ask`, without a claim.
 *
 * @param visit - with the numbers of the claim
 * @param answer - asked for the day of the visit; undefined when there is none
 * @throws OnshiError `request.invalid` naming the field of the visit
 *
 * @example
 * ```ts
 * import { recheckVisit } from "@onshi/core/rules";
 *
 * const visit = { id: "chart-1", day: "2026-11-10", insurerNumber: "06990014", number: "0005678", birthdate: "1980-01-31" };
 * const { status, claim } = recheckVisit(visit, { validity: "invalid", insurances: [] });
 * console.log(status, claim?.kind); // lapsed former
 * ```
 */
export function recheckVisit(
  visit: FiledVisit,
  answer: RecheckAnswer | undefined,
  options: ClaimOptions = {},
): RecheckedVisit {
  checkVisit(visit);
  const { reason, coverage } = findingOf(visit, answer);
  const { status, todo } = recheckReasons[reason];
  const input = claimInput(visit, status, reason, coverage);
  const claim = input && claimFor(input, options);
  const rerouting = reroutingOf(visit, status, reason);
  return {
    visit,
    status,
    reason,
    todo,
    ...(claim && { claim }),
    rerouting,
    ...(coverage && { coverage }),
    rowIds: [...new Set([...(claim?.rowIds ?? []), ...rerouting.rowIds])],
  };
}

function findingOf(visit: FiledVisit, answer: RecheckAnswer | undefined): Finding {
  if (!answer) return { reason: "notAnswered" };
  switch (answer.validity) {
    case "valid":
      return valid(visit, answer);
    case "invalid":
      return lapsed(visit, answer, "lapsed");
    case "invalidNewerExists":
      return lapsed(visit, answer, "newerExists");
    case "notFound":
    case "multipleMatches":
    case "notProcessed":
      return { reason: answer.validity };
    case "validNotEntrusted":
      return { reason: "notEntrusted" };
    default:
      return { reason: "unknownValidity" };
  }
}

function valid(visit: FiledVisit, { insurances = [], publicAssistance }: RecheckAnswer): Finding {
  if (insurances.length === 0) return { reason: publicAssistance ? "assistanceOnly" : "contradiction" };
  const inForce = insurances.filter((one) => !isNotInForce(one, visit.day));
  const own = inForce.find((one) => isSameInsurance(one, visit));
  if (own) return { reason: isOtherBranch(own, visit) ? "branchDiffers" : "sameNumbers", coverage: own };
  const [first, ...more] = inForce;
  if (!first) return { reason: "contradiction" };
  if (more.length > 0) return { reason: "severalInsurances" };
  const isUsable = Boolean(first.insurerNumber) && Boolean(first.number);
  return isUsable ? { reason: "otherNumbers", coverage: first } : { reason: "contradiction" };
}

/** A claim needs the branch number that the insurer states; one that the answer lacks says nothing. */
function isOtherBranch({ branch }: RecheckCoverage, visit: FiledVisit): boolean {
  if (branch === undefined || branch.trim() === "") return false;
  return !["same", "equivalent"].includes(compare("padded", branch, visit.branch).verdict);
}

function lapsed(visit: FiledVisit, answer: RecheckAnswer, reason: "lapsed" | "newerExists"): Finding {
  const own = answer.insurances?.find((one) => isSameInsurance(one, visit));
  // The day of the loss is the first one without the insurance.
  const isAfter = own?.disqualifiedOn !== undefined && own.disqualifiedOn > visit.day;
  return { reason: isAfter ? "lossAfterVisit" : reason, coverage: own };
}

function claimInput(
  visit: FiledVisit,
  status: RecheckStatus,
  reason: RecheckReason,
  coverage: RecheckCoverage | undefined,
): ClaimInput | undefined {
  const { day, hasDeclaration, declaredKind, details } = visit;
  const declared = {
    ...(hasDeclaration !== undefined && { hasDeclaration }),
    ...(declaredKind !== undefined && { declaredKind }),
    ...(details !== undefined && { details }),
  };
  const known = coverage ? registered(visit, coverage, reason === "otherNumbers") : asFiled(visit);
  if (status === "unchanged" || status === "changed") return { day, current: known };
  if (status === "lapsed" || status === "newer") return { day, former: known, ...declared };
  return status === "notFound" ? { day, ...declared } : undefined;
}

/** Numbers go out in the form in which the insurer registered them; what the answer lacks is as filed. */
function registered(visit: FiledVisit, coverage: RecheckCoverage, isOther: boolean): KnownInsurance {
  const filed = isOther ? { insurerNumber: "", number: "" } : asFiled(visit);
  const { insurerNumber, symbol, number, branch } = coverage;
  return {
    ...filed,
    ...(insurerNumber && { insurerNumber: insurerNumber.trim() }),
    ...(symbol && { symbol }),
    ...(number && { number }),
    ...(branch && { branch }),
  };
}

function asFiled({ insurerNumber, symbol, number, branch }: FiledVisit): KnownInsurance {
  return {
    insurerNumber: insurerNumber.trim(),
    ...(symbol && { symbol }),
    number,
    ...(branch && { branch }),
  };
}

/** For the claim as it stands. Only what the answer makes certain counts for re-routing. */
function reroutingOf(visit: FiledVisit, status: RecheckStatus, reason: RecheckReason): Rerouting {
  const { filedElectronically = true, combinedWithPublicExpense, highCost } = visit;
  const isStillValid = status === "unchanged" || reason === "branchDiffers";
  const isNoMore = status === "lapsed" || status === "newer" || reason === "otherNumbers";
  return canBeRerouted({
    filedElectronically,
    ...(isStillValid && { writtenEligibilityValid: true }),
    ...(isNoMore && { writtenEligibilityValid: false }),
    newEligibilityRegistered: status === "newer" || reason === "otherNumbers",
    ...(combinedWithPublicExpense !== undefined && { combinedWithPublicExpense }),
    ...(highCost !== undefined && { highCost }),
  });
}
