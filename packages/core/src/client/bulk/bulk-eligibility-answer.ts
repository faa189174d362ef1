import type { LimitCertificateChanged, UnknownCode } from "../../codes/index.ts";
import type { BulkEligibilityInquiryEcho, BulkEligibilityUnit, BulkInsurance } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { UnitContext } from "./kind.ts";
import { type Coverage, coverageOf } from "../eligibility/coverage.ts";
import type { CentreNotice } from "../eligibility/eligibility-answer.ts";
import type { AnswerSource } from "../source.ts";

/**
 * One insurance as bulk answers have it: without limit certificate, without consents. When `limitCertificateChanged` is
 * not `unchanged`, ask for the person alone or take the card (oqs-exchange §6 pitfall 36).
 */
export interface BulkCoverage extends Omit<Coverage, "limitCertificate" | "raw"> {
  /** 限度額適用認定証情報変更有無, against the certificate named in the question. */
  readonly limitCertificateChanged?: LimitCertificateChanged;
  /** The block as received, unknown elements included. */
  readonly raw: BulkInsurance;
}

interface BulkAnswerBase {
  /** 任意の識別子 of the question: whose answer this is. */
  readonly arbitraryIdentifier?: string;
  /** The keys that were asked for, as the centre repeats them. */
  readonly inquiry: BulkEligibilityInquiryEcho;
  /** 照会番号 this institution registered for the person. */
  readonly referenceNumber?: string;
  readonly notice?: CentreNotice;
  readonly source: AnswerSource;
  /** Oddities of this person's block, by name and place only. */
  readonly problems: readonly Problem[];
  /** The block as it came. */
  readonly raw: BulkEligibilityUnit;
}

/** A person whose insurances are shown: in force, lapsed, or with a validity this version does not know. */
export interface BulkInsuredAnswer extends BulkAnswerBase {
  readonly validity: "valid" | "validNotEntrusted" | "invalid" | "invalidNewerExists" | UnknownCode;
  readonly insurances: readonly BulkCoverage[];
  /** 医療扶助 */
  readonly publicAssistance?: BulkCoverage;
  /** At least one insurance says that the limit certificate changed, or that it cannot tell. */
  readonly limitCertificateChanged: boolean;
}

/** 該当資格なし, 複数該当, or the centre could not process this person (`notice` says why). */
export interface BulkUninsuredAnswer extends BulkAnswerBase {
  readonly validity: "notFound" | "multipleMatches" | "notProcessed";
}

/**
 * The answer for one person of a bulk request. Switch on `validity`, as for a single one.
 *
 * @see oqs-exchange §4.4
 */
export type BulkEligibilityAnswer = BulkInsuredAnswer | BulkUninsuredAnswer;

/** Puts one unit into the shape desks use. */
export function bulkEligibilityAnswerOf(
  raw: BulkEligibilityUnit,
  { source, problems }: UnitContext,
): BulkEligibilityAnswer {
  const { inquiry = {}, referenceNumber, processingResultCode: code, processingResultMessage: message } = raw;
  const { arbitraryIdentifier } = inquiry;
  const notice = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  const base = {
    ...(arbitraryIdentifier !== undefined && { arbitraryIdentifier }),
    inquiry,
    ...(referenceNumber !== undefined && { referenceNumber }),
    ...(Object.keys(notice).length > 0 && { notice }),
    source,
    problems,
    raw,
  };
  const { processingResultStatus = "completed", qualificationValidity: validity = "unknown:" } = raw;
  if (processingResultStatus !== "completed") return { ...base, validity: "notProcessed" };
  if (validity === "notFound" || validity === "multipleMatches") return { ...base, validity };
  const all = (raw.results ?? []).map(bulkCoverageOf);
  const publicAssistance = all.find(({ classification }) => classification === "publicAssistance");
  return {
    ...base,
    validity,
    insurances: all.filter(({ classification }) => classification !== "publicAssistance"),
    ...(publicAssistance && { publicAssistance }),
    limitCertificateChanged: all.some((one) => (one.limitCertificateChanged ?? "unchanged") !== "unchanged"),
  };
}

function bulkCoverageOf(raw: BulkInsurance): BulkCoverage {
  const { limitCertificateChanged, ...insurance } = raw;
  const { limitCertificate: _none, ...coverage } = coverageOf(insurance);
  return { ...coverage, ...(limitCertificateChanged !== undefined && { limitCertificateChanged }), raw };
}
