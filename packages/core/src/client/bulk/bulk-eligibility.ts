import { isCalendarDay, japanDay, missing, OnshiError } from "../../base/index.ts";
import type {
  BulkEligibilityInquiry,
  BulkEligibilityInquiryEcho,
  BulkEligibilityUnit,
  LimitCertificate,
} from "../../messages/index.ts";
import { type BulkEligibilityAnswer, bulkEligibilityAnswerOf } from "./bulk-eligibility-answer.ts";
import type { Bulk, BulkOptions } from "./bulk.ts";
import type { BulkKind } from "./kind.ts";
import { eachEntry, withEntryNames } from "./entries.ts";
import { submitBulk } from "./submit.ts";
import type { ClientContext } from "../context.ts";
import { type PersonKey, personKeyOnWire } from "../eligibility/person-key.ts";
import { personKeys, type UnitKeys } from "../question/unit-keys.ts";

/** One person of a bulk request. */
export interface BulkEligibilityQuestion extends PersonKey {
  /** 生年月日, `YYYY-MM-DD`. */
  readonly birthdate: string;
  /**
   * 任意の識別子 of your own: the answer carries it, and nothing else says whose answer it is. At most 50 characters,
   * each only once. Default: the person's place in the list, from `1`.
   */
  readonly arbitraryIdentifier?: string;
  /** The limit certificate (限度額適用認定証) your chart holds, so that the answer can say whether it changed. */
  readonly heldLimitCertificate?: LimitCertificate;
}

/** Options of `verifyMany`. */
export interface VerifyManyOptions extends BulkOptions {
  /** 資格確認日, `YYYY-MM-DD`, e.g. the day of the appointments. Default today in Japan. */
  readonly confirmationDate?: string;
}

export const bulkEligibility: BulkKind<BulkEligibilityUnit, BulkEligibilityAnswer> = {
  name: "eligibility",
  upload: "OQSmuquc01req",
  methods: { ask: "verifyMany", resume: "resumeMany" },
  units: "units",
  answerOf: bulkEligibilityAnswerOf,
  keysOf: ({ inquiry = {} }) => keysOf(inquiry),
};

/**
 * Checks the eligibility of many persons (資格確認一括照会).
 *
 * @param purpose - by which `resumePurpose` finds the request again
 */
export async function verifyMany(
  context: ClientContext,
  people: readonly BulkEligibilityQuestion[],
  options: VerifyManyOptions,
  purpose?: string,
): Promise<Bulk<BulkEligibilityAnswer>> {
  const today = japanDay(context.clock.now());
  const inquiries = eachEntry("people", people, (person, index) => inquiryOf(person, index, today));
  assertDistinct(inquiries);
  const { confirmationDate = today } = options;
  return withEntryNames({ inquiries: "people" }, () =>
    submitBulk(
      context,
      bulkEligibility,
      {
        message: (fileIdentifier) => ({
          header: { confirmationDate, institutionCode: context.institutionCode, fileIdentifier },
          body: { inquiries },
        }),
        count: inquiries.length,
        entries: inquiries.map(keysOf),
        purpose,
      },
      options,
    ),
  );
}

function inquiryOf(person: BulkEligibilityQuestion, index: number, today: string): BulkEligibilityInquiry {
  const { birthdate, arbitraryIdentifier = String(index + 1), heldLimitCertificate } = person;
  if (typeof birthdate !== "string" || !isCalendarDay(birthdate) || birthdate > today) {
    throw new OnshiError("request.invalid", {
      field: "birthdate",
      label: "生年月日",
      ...missing(birthdate),
      expected: { ja: "今日以前の実在する日付（YYYY-MM-DD）", en: "a day that exists, not after today, YYYY-MM-DD" },
    });
  }
  return {
    ...personKeyOnWire(person),
    birthdate,
    ...(heldLimitCertificate && { limitCertificate: heldLimitCertificate }),
    arbitraryIdentifier,
  };
}

function assertDistinct(inquiries: readonly BulkEligibilityInquiry[]): void {
  const seen = new Set<string | undefined>();
  for (const [index, { arbitraryIdentifier }] of inquiries.entries()) {
    if (seen.has(arbitraryIdentifier)) {
      throw new OnshiError("request.invalid", {
        field: `people[${index}].arbitraryIdentifier`,
        label: "任意の識別子",
        expected: { ja: "一覧の中で重複しない値", en: "a value no other person of the list has" },
      });
    }
    seen.add(arbitraryIdentifier);
  }
}

const echo = "body.units.inquiry";

/** An answer under somebody else's identifier, or a second one, must never reach a chart (oqs-exchange §2.7, §4.4). */
function keysOf(inquiry: BulkEligibilityInquiryEcho): UnitKeys {
  return { id: [`${echo}.arbitraryIdentifier`, inquiry.arbitraryIdentifier], keys: personKeys(echo, inquiry) };
}
