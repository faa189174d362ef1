import { type Clock, japanDateTime } from "@onshi/core/base";
import type { BulkResultHeader, DownloadRequest, ReceptionResult } from "@onshi/core/messages";
import { notices } from "./notices.ts";

/** What a bulk request contained: the counted units under their property of the body. */
export interface BulkOutcome<Body> {
  readonly confirmationDate?: string;
  readonly total: number;
  readonly errors: number;
  readonly body: Body;
}

interface Job<Body> {
  readonly institutionCode: string;
  readonly work: () => BulkOutcome<Body>;
  polls: number;
  outcome?: BulkOutcome<Body>;
}

/** Where bulk requests of one kind are submitted and fetched (oqs-exchange §2.4). */
export interface BulkDesk<Body> {
  /** Accepts a request; the work is done when its result is first fetched after it is ready. */
  receive(header: RequestHeader, work: () => BulkOutcome<Body>): ReceptionResult;
  /** Answers a download request: still processing, or the result. */
  download(request: DownloadRequest): {
    readonly header: BulkResultHeader;
    readonly body: Body | Record<string, never>;
  };
}

interface RequestHeader {
  readonly institutionCode: string;
  readonly fileIdentifier?: string;
}

/** What the desks of a centre share: the clock, the institution, how long they take, and one sequence of numbers. */
export interface BulkDeskOptions {
  readonly clock: Clock;
  readonly institutionCode: string;
  /** How many download requests are answered 処理中 first. */
  readonly processingPolls: number;
  readonly nextNumber: () => string;
}

/** An empty desk. */
export function bulkDesk<Body>({
  clock,
  institutionCode,
  processingPolls,
  nextNumber,
}: BulkDeskOptions): BulkDesk<Body> {
  const jobs = new Map<string, Job<Body>>();
  const common = (asked: RequestHeader) =>
    ({
      executedAt: japanDateTime(clock.now()),
      institutionCode: asked.institutionCode,
      ...(asked.fileIdentifier !== undefined && { fileIdentifier: asked.fileIdentifier }),
      characterCode: "utf8",
    }) as const;
  return {
    receive(header, work) {
      if (header.institutionCode !== institutionCode) {
        const { code, text } = notices.otherInstitution;
        const failed = { segmentOfResult: "failed", errorCode: code, errorMessage: text } as const;
        return { header: { ...common(header), ...failed }, body: {} };
      }
      const receptionNumber = nextNumber();
      jobs.set(receptionNumber, { institutionCode, work, polls: 0 });
      return {
        header: common(header),
        body: { receptionNumber, receivedAt: japanDateTime(clock.now()), processingResultStatus: "completed" },
      };
    },
    download({ header, body: { receptionNumber } }) {
      const job = jobs.get(receptionNumber);
      const base = { ...common(header), receptionNumber };
      if (job?.institutionCode !== header.institutionCode) {
        const { code, text } = notices.receptionUnknown;
        return {
          header: { ...base, segmentOfResult: "failed", errorCode: code, errorMessage: text },
          body: {},
        };
      }
      job.polls++;
      if (job.polls <= processingPolls) return { header: { ...base, segmentOfResult: "processing" }, body: {} };
      job.outcome ??= job.work();
      const { confirmationDate, total, errors, body } = job.outcome;
      return {
        header: {
          ...base,
          ...(confirmationDate !== undefined && { confirmationDate }),
          segmentOfResult: "completed",
          total: String(total),
          completed: String(total - errors),
          errors: String(errors),
        },
        body,
      };
    },
  };
}
