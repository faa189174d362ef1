import { OnshiError } from "../../base/index.ts";
import type {
  EntrustedPersonsCriteria,
  HomeVisitConsentsCriteria,
  OnlineConsultationConsentsCriteria,
} from "../../messages/index.ts";
import type { Bulk, BulkOptions, PendingBulk } from "../bulk/bulk.ts";
import type { UploadId } from "../bulk/kind.ts";
import { checkDays, checkMonth, type DayRange } from "./days.ts";
import type { ListedPersonAnswer } from "./listed-person.ts";

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

/** The lists by the names of their capabilities. A new kind of list is a line here, and its entry in {@link listKinds}. */
export interface ListCapabilities {
  /** 訪問診療等 */
  readonly homeVisits: HomeVisitsCapability;
  /** オンライン診療等 */
  readonly onlineConsultations: OnlineConsultationsCapability;
  /** 医療扶助 */
  readonly publicAssistance: PublicAssistanceCapability;
}

/** Name of a list. */
export type ListName = keyof ListCapabilities;

/** What makes a kind of list. */
export interface ListKind<Method = string> {
  /** File id of the request. */
  readonly upload: UploadId;
  /** Method of the capability that asks for it. */
  readonly method: Method;
  /**
   * Whom the list is to hold, from what the caller gave.
   *
   * @throws OnshiError `request.invalid` naming what is wrong as the caller calls it
   */
  readonly criteria: (asked: never) => object;
  /** Consents of it may go on without an end. */
  readonly consentsContinue?: true;
}

type MethodOf<Capability> = Exclude<keyof Capability, keyof ListRequests>;

/**
 * All kinds of list that the centre keeps for an institution (oqs-exchange §4.6): the one table of them. Capabilities,
 * entries of the journal and the page of what is covered follow from it, the messages from their declarations.
 */
export const listKinds: { readonly [Name in ListName]: ListKind<MethodOf<ListCapabilities[Name]>> } = {
  homeVisits: {
    upload: "OQSmuhvq01req",
    method: "listConsented",
    criteria: (days: DayRange): HomeVisitConsentsCriteria => {
      const { from: consentFrom, to: consentUntil } = checkDays(days);
      return { consentFrom, consentUntil, treatmentFlag: "homeVisit" };
    },
    consentsContinue: true,
  },
  onlineConsultations: {
    upload: "OQSmuonq01req",
    method: "listConsented",
    criteria: (days: OnlineConsultationDays): OnlineConsultationConsentsCriteria => ({
      ...onlineDays(days),
      treatmentFlag: "online",
    }),
  },
  publicAssistance: {
    upload: "OQSmutic01req",
    method: "listEntrusted",
    criteria: ({ month }: { readonly month: string }): EntrustedPersonsCriteria => ({
      treatmentMonth: checkMonth(month),
    }),
  },
};

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
