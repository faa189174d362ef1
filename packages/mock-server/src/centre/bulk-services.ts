import { type Clock, japanDay } from "@onshi/core/base";
import type {
  BulkEligibilityRequest,
  BulkEligibilityResultBody,
  BulkReferenceNumberRequest,
  BulkReferenceNumberResultBody,
  DownloadRequest,
  EntrustedPersonsRequest,
  HomeVisitConsentsRequest,
  ListedPersonsResultBody,
  OnlineConsultationConsentsRequest,
  ReceptionResult,
} from "@onshi/core/messages";
import { answerBulkEligibility } from "./answers/bulk-eligibility.ts";
import type { Inquiry } from "./answers/eligibility.ts";
import { listConsented, listEntrusted } from "./answers/listed-persons.ts";
import { answerReferenceNumbers, type ReferenceNumbers } from "./answers/reference-number.ts";
import { type BulkDesk, bulkDesk, type BulkOutcome } from "./bulk-desk.ts";

/** One kind of bulk request: upload, and where its result is fetched. */
export interface BulkService<Request, Body> {
  submit(request: Request): ReceptionResult;
  download(request: DownloadRequest): ReturnType<BulkDesk<Body>["download"]>;
}

/** All kinds of bulk request (OQSmu…). */
export interface BulkServices {
  readonly eligibility: BulkService<BulkEligibilityRequest, BulkEligibilityResultBody>;
  readonly referenceNumbers: BulkService<BulkReferenceNumberRequest, BulkReferenceNumberResultBody>;
  readonly homeVisits: BulkService<HomeVisitConsentsRequest, ListedPersonsResultBody>;
  readonly onlineConsultations: BulkService<OnlineConsultationConsentsRequest, ListedPersonsResultBody>;
  readonly publicAssistance: BulkService<EntrustedPersonsRequest, ListedPersonsResultBody>;
}

/** What the services are built from. */
export interface BulkServicesOptions {
  readonly clock: Clock;
  readonly institutionCode: string;
  readonly processingPolls: number;
  readonly inquiry: () => Inquiry;
  readonly numbers: ReferenceNumbers;
}

/** The services of a centre. All kinds share one sequence, so that a number of one kind is unknown to another. */
export function bulkServices({ inquiry, numbers, ...options }: BulkServicesOptions): BulkServices {
  const { clock } = options;
  let count = 0;
  const today = (): string => japanDay(clock.now());
  const nextNumber = (): string => `${today().replaceAll("-", "")}${String(++count).padStart(6, "0")}`;
  const service = <Request extends { readonly header: Parameters<BulkDesk<Body>["receive"]>[0] }, Body>(
    work: (request: Request) => BulkOutcome<Body>,
  ): BulkService<Request, Body> => {
    const desk = bulkDesk<Body>({ ...options, nextNumber });
    return {
      submit: (request) => desk.receive(request.header, () => work(request)),
      download: (request) => desk.download(request),
    };
  };
  return {
    eligibility: service((request) => answerBulkEligibility(request, inquiry())),
    referenceNumbers: service((request) => answerReferenceNumbers(request, inquiry(), numbers)),
    homeVisits: service(({ body: { criteria } }) =>
      listConsented("homeVisit", { from: criteria.consentFrom, until: criteria.consentUntil }, today(), inquiry()),
    ),
    onlineConsultations: service(({ body: { criteria } }) => {
      const { consentFrom, consentUntil, examinationFrom = "", examinationUntil = "" } = criteria;
      const range = { from: consentFrom ?? examinationFrom, until: consentUntil ?? examinationUntil };
      return listConsented("online", range, today(), inquiry());
    }),
    publicAssistance: service(({ body: { criteria } }) => listEntrusted(criteria.treatmentMonth, today(), inquiry())),
  };
}
