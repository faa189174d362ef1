import { type Clock, japanDay } from "@onshi/core/base";
import {
  type BulkEligibilityRequest,
  type BulkReferenceNumberRequest,
  declarations,
  type DownloadRequest,
  type MessageDeclaration,
  type ReceptionResult,
} from "@onshi/core/messages";
import { answerBulkEligibility } from "./answers/bulk-eligibility.ts";
import type { Inquiry } from "./answers/eligibility.ts";
import { type ListCriteria, listPersons } from "./answers/listed-persons.ts";
import { answerReferenceNumbers, type ReferenceNumbers } from "./answers/reference-number.ts";
import { type BulkDesk, bulkDesk, type BulkOutcome } from "./bulk-desk.ts";

/** Where bulk requests of all kinds (OQSmu…) are taken and fetched, by the file id of the upload. */
export interface BulkServices {
  submit(upload: string, request: unknown): ReceptionResult;
  download(upload: string, request: unknown): ReturnType<BulkDesk<object>["download"]>;
}

/** What the services are built from. */
export interface BulkServicesOptions {
  readonly clock: Clock;
  readonly institutionCode: string;
  readonly processingPolls: number;
  readonly inquiry: () => Inquiry;
  readonly numbers: ReferenceNumbers;
}

type Work = (request: never, options: BulkServicesOptions) => BulkOutcome<object>;

/** What becomes of a bulk request, by the layout of its result: kinds that share one are worked on alike. */
const works: Readonly<Record<string, Work>> = {
  BulkEligibilityResult: (request: BulkEligibilityRequest, { inquiry }) => answerBulkEligibility(request, inquiry()),
  BulkReferenceNumberResult: (request: BulkReferenceNumberRequest, { inquiry, numbers }) =>
    answerReferenceNumbers(request, inquiry(), numbers),
  ListedPersonsResult: (request: { readonly body: { readonly criteria: ListCriteria } }, { inquiry, clock }) =>
    listPersons(request.body.criteria, japanDay(clock.now()), inquiry()),
};

/** The services of a centre. All kinds share one sequence, so that a number of one kind is unknown to another. */
export function bulkServices(options: BulkServicesOptions): BulkServices {
  const { clock } = options;
  let count = 0;
  const nextNumber = (): string => `${japanDay(clock.now()).replaceAll("-", "")}${String(++count).padStart(6, "0")}`;
  const desks = new Map(
    bulkUploads().map(({ id, work }) => [id, { work, desk: bulkDesk<object>({ ...options, nextNumber }) }]),
  );
  const deskOf = (upload: string): { readonly work: Work; readonly desk: BulkDesk<object> } => {
    const found = desks.get(upload);
    if (!found) throw new TypeError(`No bulk request: ${upload}`);
    return found;
  };
  return {
    submit(upload, request) {
      const { work, desk } = deskOf(upload);
      const { header } = request as { readonly header: Parameters<BulkDesk<object>["receive"]>[0] };
      return desk.receive(header, () => work(request as never, options));
    },
    download: (upload, request) => deskOf(upload).desk.download(request as DownloadRequest),
  };
}

/** All bulk requests the declarations know, and what becomes of each. */
function bulkUploads(): readonly { readonly id: string; readonly work: Work }[] {
  const named = (id: string | undefined): MessageDeclaration | undefined => declarations.find((one) => one.id === id);
  return declarations.flatMap(({ id, download }) => {
    const work = works[named(named(download)?.answer)?.interface ?? ""];
    return work ? [{ id, work }] : [];
  });
}
