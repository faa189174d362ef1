import { OnshiError } from "../../base/index.ts";
import type { MessageTypes } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { answerIdOf } from "../answer-id.ts";
import { type ClientContext, exchangeOptions, newReference, prepare, receive, transmit } from "../context.ts";
import { judged } from "../door/trace.ts";
import { safeCode } from "../outcome.ts";
import { mayHaveLeft } from "../question/departure.ts";
import { sealWith } from "../question/keys.ts";
import { type SealedUnits, sealUnits, type UnitKeys } from "../question/unit-keys.ts";
import { type Bulk, type BulkOptions, checkBulkOptions } from "./bulk.ts";
import { BulkRequest } from "./bulk-request.ts";
import { type BulkJournal, bulkJournal, type BulkRecord } from "./journal.ts";
import { type BulkFamily, type BulkKind, idsOf, type UploadId } from "./kind.ts";

/** What is sent. */
export interface Submission {
  /** The upload, given the file identifier by which its answer is recognised. */
  readonly message: (fileIdentifier: string) => MessageTypes[UploadId];
  /** How many entries it has; undefined for lists. */
  readonly count?: number | undefined;
  /** How each entry is recognised in the result; undefined for lists. */
  readonly entries?: readonly UnitKeys[];
  /** What it is sent for, where that is looked up again. */
  readonly purpose?: string | undefined;
}

/**
 * Sends a bulk request. The journal knows of it before it leaves, and knows its reception number before this returns
 * and before the centre's receipt is taken away: a crash at any moment loses nothing (oqs-exchange §2.4).
 *
 * @throws OnshiError `request.invalid` or `config.invalid` before anything leaves; `site.failed`; `centre.failed` when
 *   the centre does not accept it; the errors of the transport
 */
export async function submitBulk<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  { message, count, entries, purpose }: Submission,
  options: BulkOptions,
): Promise<Bulk<Answer>> {
  checkBulkOptions(options);
  assertCarriesBulk(context, kind);
  const journal = journalOf(context);
  const ids = idsOf(context.codec, kind);
  const reference = newReference(context);
  const uploaded = message(reference);
  const request = prepare(context, { request: ids.submit, answer: ids.reception }, uploaded as never);
  const now = context.clock.now().toISOString();
  const record: BulkRecord = {
    v: 1,
    kind: kind.name,
    state: "sending",
    institutionCode: context.institutionCode,
    reference,
    ...(count !== undefined && { count }),
    ...(purpose !== undefined && { purpose }),
    submittedAt: now,
    updatedAt: now,
  };
  let incoming: Incoming;
  try {
    // Digests first: the result of a request that is known to have been sent can always be checked.
    if (entries) await journal.putKeys(reference, await sealedUnits(context, reference, entries));
    await journal.put(record);
    const occasion = { call: `bulk.${kind.name}`, about: uploaded } as const;
    incoming = await transmit(context, request, occasion, { ...options, reference });
  } catch (error) {
    // What is thrown says what happened to the request, whatever happened to its note.
    if (!mayHaveLeft(error)) await journal.remove(reference).catch(() => undefined);
    throw error;
  }
  const taken = await judged(incoming, () => settle(context, kind, journal, record, incoming));
  void context.tidy();
  return new BulkRequest({ context, kind, journal, record: taken, options });
}

/** The receipt of a request whose program ended before reading it. Folder exchange only. */
export async function recoverBulk<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  record: BulkRecord,
  options: BulkOptions,
): Promise<Bulk<Answer>> {
  const journal = journalOf(context);
  const { id } = context.codec.layout(idsOf(context.codec, kind).submit);
  const occasion = { call: `bulk.${kind.name}`, isReferenceOurs: true } as const;
  const incoming = await context.door.awaitAnswer(id, record.reference, occasion, {
    ...exchangeOptions(context, options),
    answerId: answerIdOf(context.codec, id),
  });
  const taken = await judged(incoming, () => settle(context, kind, journal, record, incoming));
  return new BulkRequest({ context, kind, journal, record: taken, options });
}

async function sealedUnits(
  { siteKeys }: ClientContext,
  reference: string,
  entries: readonly UnitKeys[],
): Promise<SealedUnits> {
  const { id, bytes } = await siteKeys.current();
  return sealUnits(id, sealWith(bytes, reference), entries);
}

/** @throws OnshiError `transport.unsupported` where bulk requests have no place */
export function assertCarriesBulk({ transport }: ClientContext, { name, methods }: BulkFamily): void {
  if (!transport.carriesBulk) throw new OnshiError("transport.unsupported", { field: `${name}.${methods.ask}` });
}

/** @throws OnshiError `config.invalid` when the client has no site */
export function journalOf({ site }: ClientContext): BulkJournal {
  if (site) return bulkJournal(site);
  throw new OnshiError("config.invalid", {
    field: "site",
    expected: {
      ja: "記録を保存する場所（nodeSiteStore）",
      en: "a store for the journal, e.g. `nodeSiteStore(folder)`",
    },
  });
}

async function settle<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  journal: BulkJournal,
  record: BulkRecord,
  incoming: Incoming,
): Promise<BulkRecord & { readonly receptionNumber: string }> {
  const { rawBytes } = incoming;
  const { header, body } = receive(context, idsOf(context.codec, kind).reception, incoming).message;
  if (header.fileIdentifier !== undefined && header.fileIdentifier !== record.reference) {
    throw new OnshiError("answer.mismatch", { path: "header.fileIdentifier" }, { rawBytes });
  }
  const updatedAt = context.clock.now().toISOString();
  // The header states the outcome only when it is a failure (oqs-exchange §4.4).
  const { segmentOfResult = "completed" } = header;
  const isSilent = body.receptionNumber === undefined && header.errorCode !== undefined;
  const isTaken = !isSilent && (segmentOfResult === "completed" || segmentOfResult === "processing");
  if (!isTaken || body.processingResultStatus === "error") {
    const centreCode = safeCode(header.errorCode ?? body.processingResultCode);
    const code = centreCode === undefined ? {} : { centreCode };
    await journal.put({ ...record, state: "failed", ...code, updatedAt });
    throw new OnshiError("centre.failed", code, { rawBytes });
  }
  const { receptionNumber, receivedAt } = body;
  if (receptionNumber === undefined) {
    throw new OnshiError("wire.missing", { path: "body.receptionNumber" }, { rawBytes });
  }
  const taken = {
    ...record,
    state: "waiting",
    receptionNumber,
    ...(receivedAt !== undefined && { receivedAt }),
    updatedAt,
  } as const;
  await journal.put(taken);
  await incoming.acknowledge().catch((error: unknown) => {
    // The number is safe; the terminal sweeps a receipt that stays.
    if (!OnshiError.is(error)) throw error;
  });
  return taken;
}
