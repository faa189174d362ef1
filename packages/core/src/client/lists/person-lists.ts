import { isCalendarDay, missing, OnshiError } from "../../base/index.ts";
import type { ListedPerson } from "../../messages/index.ts";
import type { Bulk, BulkOptions, PendingBulk } from "../bulk/bulk.ts";
import type { BulkKind, UnitContext } from "../bulk/kind.ts";
import { pendingBulks, resumeBulk } from "../bulk/resume.ts";
import { submitBulk } from "../bulk/submit.ts";
import type { ClientContext } from "../context.ts";
import { type ListedPersonAnswer, listedPersonOf } from "./listed-person.ts";

/** First and last day, `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Lists requested earlier. */
export interface ListRequests {
  /** A list requested by an earlier call or program, by its reception number or an entry of `pendingLists`. */
  resumeList(list: string | PendingBulk, options?: BulkOptions): Promise<Bulk<ListedPersonAnswer>>;
  /** Lists that have not been taken to the end, oldest first. */
  pendingLists(): Promise<readonly PendingBulk[]>;
}

/**
 * Home visits (訪問診療等). A consent continues until it is withdrawn, so the list of those who gave it replaces the card
 * at each visit (oqs-exchange §4.6).
 */
export interface HomeVisitsCapability extends ListRequests {
  /**
   * The persons who consented on these days, with their insurances and consents.
   *
   * @throws OnshiError `request.invalid` naming `from` or `to`; `config.invalid` without `site`; `site.failed`;
   *   `centre.failed` and the errors of the transport
   * @example
   * ```ts
   * const list = await onshi.homeVisits.listConsented({ from: "2026-11-01", to: "2026-11-20" });
   * for await (const person of list) console.log(person.validity, person.referenceNumbers);
   * ```
   * @see oqs-exchange §4.6
   */
  listConsented(days: DayRange, options?: BulkOptions): Promise<Bulk<ListedPersonAnswer>>;
}

/** Which days a list of online consultations is about: those of the consents, or those of the consultations. */
export type OnlineConsultationDays = { readonly consented: DayRange } | { readonly examination: DayRange };

/** Online consultations (オンライン診療等). A consent is bound to the day of the consultation (oqs-exchange §4.6). */
export interface OnlineConsultationsCapability extends ListRequests {
  /**
   * The persons who consented on these days, or for consultations on these days.
   *
   * @throws OnshiError as `homeVisits.listConsented`
   * @see oqs-exchange §4.6
   */
  listConsented(days: OnlineConsultationDays, options?: BulkOptions): Promise<Bulk<ListedPersonAnswer>>;
}

/** Public assistance (医療扶助). */
export interface PublicAssistanceCapability extends ListRequests {
  /**
   * The persons on public assistance who are entrusted to this institution for a month (委託先), with their tickets.
   *
   * @param when - month of treatment, `YYYY-MM`
   * @throws OnshiError as `homeVisits.listConsented`
   * @see oqs-exchange §4.6, §4.9
   */
  listEntrusted(when: { readonly month: string }, options?: BulkOptions): Promise<Bulk<ListedPersonAnswer>>;
}

type ListKind = BulkKind<ListedPerson, ListedPersonAnswer>;

/** Only consents of home visits may go on without an end. */
const ofCheckIns = ({ consentOptions, ...unit }: UnitContext): UnitContext => ({
  ...unit,
  consentOptions: { ...consentOptions, continuingConsents: "told" },
});
const common = {
  units: "persons",
  answerOf: (person: ListedPerson, unit: UnitContext) => listedPersonOf(person, ofCheckIns(unit)),
} as const;
const homeVisits: ListKind = { units: "persons", answerOf: listedPersonOf, name: "homeVisits", stem: "OQSmuhvq" };
const onlineConsultations: ListKind = { ...common, name: "onlineConsultations", stem: "OQSmuonq" };
const publicAssistance: ListKind = { ...common, name: "publicAssistance", stem: "OQSmutic" };

function listRequests(context: ClientContext, kind: ListKind): ListRequests {
  return {
    resumeList: (list, options = {}) => resumeBulk(context, kind, list, options),
    pendingLists: () => pendingBulks(context, kind),
  };
}

/** The capability over a client's context. */
export function homeVisitsCapability(context: ClientContext): HomeVisitsCapability {
  const { institutionCode } = context;
  return {
    ...listRequests(context, homeVisits),
    listConsented: async (days, options = {}) => {
      const { from: consentFrom, to: consentUntil } = checkDays(days);
      const criteria = { consentFrom, consentUntil, treatmentFlag: "homeVisit" } as const;
      const message = (fileIdentifier: string) => ({ header: { institutionCode, fileIdentifier }, body: { criteria } });
      return submitBulk(context, homeVisits, { message }, options);
    },
  };
}

/** The capability over a client's context. */
export function onlineConsultationsCapability(context: ClientContext): OnlineConsultationsCapability {
  const { institutionCode } = context;
  return {
    ...listRequests(context, onlineConsultations),
    listConsented: async (days, options = {}) => {
      const criteria = { ...onlineDays(days), treatmentFlag: "online" } as const;
      const message = (fileIdentifier: string) => ({ header: { institutionCode, fileIdentifier }, body: { criteria } });
      return submitBulk(context, onlineConsultations, { message }, options);
    },
  };
}

/** The capability over a client's context. */
export function publicAssistanceCapability(context: ClientContext): PublicAssistanceCapability {
  const { institutionCode } = context;
  return {
    ...listRequests(context, publicAssistance),
    listEntrusted: async ({ month: treatmentMonth }, options = {}) => {
      if (!isCalendarDay(`${treatmentMonth}-01`)) {
        throw new OnshiError("request.invalid", {
          field: "month",
          label: "診療年月",
          ...missing(treatmentMonth),
          expected: { ja: "年月（YYYY-MM）", en: "a month, YYYY-MM" },
        });
      }
      const criteria = { treatmentMonth };
      const message = (fileIdentifier: string) => ({ header: { institutionCode, fileIdentifier }, body: { criteria } });
      return submitBulk(context, publicAssistance, { message }, options);
    },
  };
}

/** Either kind of days, never both (oqs-exchange §4.6). */
function onlineDays(days: OnlineConsultationDays): Readonly<Record<string, string>> {
  const given = days as { readonly consented?: DayRange; readonly examination?: DayRange };
  if ((given.consented === undefined) === (given.examination === undefined)) {
    throw new OnshiError("request.invalid", {
      field: "consented",
      label: "同意日・診療予定日",
      expected: { ja: "同意日または診療予定日のどちらか一方", en: "either `consented` or `examination`" },
    });
  }
  if (given.consented) {
    const { from, to } = checkDays(given.consented);
    return { consentFrom: from, consentUntil: to };
  }
  const { from, to } = checkDays(given.examination);
  return { examinationFrom: from, examinationUntil: to };
}

function checkDays(days: DayRange | undefined): DayRange {
  const { from, to } = days ?? { from: "", to: "" };
  const wrong = [
    ["from", isDay(from)],
    ["to", isDay(to) && from <= to],
  ].find(([, isRight]) => !isRight);
  if (!wrong) return { from, to };
  throw new OnshiError("request.invalid", {
    field: String(wrong[0]),
    label: wrong[0] === "from" ? "開始日" : "終了日",
    ...missing(wrong[0] === "from" ? from : to),
    expected: {
      ja: "実在する日付（YYYY-MM-DD）、開始日は終了日以前",
      en: "a day that exists, YYYY-MM-DD, `from` not after `to`",
    },
  });
}

const isDay = (text: unknown): boolean => typeof text === "string" && isCalendarDay(text);
