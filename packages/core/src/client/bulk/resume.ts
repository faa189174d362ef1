import { OnshiError } from "../../base/index.ts";
import { newFreePart } from "../../wire/index.ts";
import type { ClientContext } from "../context.ts";
import { type Bulk, type BulkOptions, checkBulkOptions, type PendingBulk } from "./bulk.ts";
import { BulkRequest } from "./bulk-request.ts";
import type { BulkRecord } from "./journal.ts";
import type { BulkKind } from "./kind.ts";
import { assertCarriesBulk, journalOf, recoverBulk } from "./submit.ts";

/** The requests of a kind that the journal knows and that are not finished, oldest first. */
export async function pendingBulks<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
): Promise<readonly PendingBulk[]> {
  return (await openOf(context, kind)).flatMap((record) => {
    const { state, receptionNumber, reference, count, submittedAt } = record;
    if (state === "delivered" || state === "failed") return [];
    return [
      {
        reference,
        ...(receptionNumber !== undefined && { receptionNumber }),
        state,
        ...(count !== undefined && { count }),
        submittedAt: new Date(submittedAt),
      },
    ];
  });
}

/**
 * A request made by an earlier call or program, perhaps days ago. A reception number that the journal does not know is
 * accepted too, because the journal may have been lost or be another machine's.
 *
 * @param handle - 受付番号, or an entry of {@link pendingBulks}, which may have none yet
 */
export async function resumeBulk<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  handle: string | PendingBulk,
  options: BulkOptions,
): Promise<Bulk<Answer>> {
  context.assertOpen();
  checkBulkOptions(options);
  assertCarriesBulk(context, kind);
  const journal = journalOf(context);
  const wanted = typeof handle === "string" ? handle.trim() : (handle.receptionNumber ?? handle.reference);
  if (wanted === "")
    throw new OnshiError("request.invalid", { field: "receptionNumber", label: "受付番号", variant: "missing" });
  const known = named(await openOf(context, kind), wanted) ?? named(await overOf(context, kind), wanted);
  if (known && known.receptionNumber === undefined) return recoverBulk(context, kind, known, options);
  const record = known ?? newRecord(context, kind, wanted);
  return new BulkRequest({
    context,
    kind,
    journal,
    record: { ...record, receptionNumber: record.receptionNumber ?? wanted },
    options,
  });
}

/**
 * A request that is under way and was sent for this purpose; undefined when there is none. One whose receipt never came is
 * given up: asking again does no harm.
 */
export async function resumePurpose<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  purpose: string,
  options: BulkOptions,
): Promise<Bulk<Answer> | undefined> {
  const open = (await openOf(context, kind)).filter((record) => record.purpose === purpose);
  const known = open.find(({ receptionNumber }) => receptionNumber !== undefined) ?? open[0];
  if (!known) return undefined;
  try {
    return await resumeBulk(context, kind, known.receptionNumber ?? known.reference, options);
  } catch (error) {
    const isLost = OnshiError.is(error) && (error.code === "answer.timeout" || error.code === "transport.unsupported");
    if (isLost && known.receptionNumber === undefined) return undefined;
    throw error;
  }
}

function named(records: readonly BulkRecord[], wanted: string): BulkRecord | undefined {
  return (
    records.find(({ receptionNumber }) => receptionNumber?.trim() === wanted) ??
    records.find(({ reference }) => reference === wanted)
  );
}

async function openOf<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
): Promise<readonly BulkRecord[]> {
  const entries = await journalOf(context).open();
  return ours(
    context,
    kind,
    entries.filter((entry) => entry.state !== "damaged"),
  );
}

async function overOf<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
): Promise<readonly BulkRecord[]> {
  return ours(context, kind, await journalOf(context).over());
}

function ours<Unit, Answer>(
  { institutionCode }: ClientContext,
  { name }: BulkKind<Unit, Answer>,
  records: readonly BulkRecord[],
): readonly BulkRecord[] {
  return records.filter((one) => one.kind === name && one.institutionCode === institutionCode);
}

function newRecord<Unit, Answer>(
  { institutionCode, random, clock }: ClientContext,
  { name }: BulkKind<Unit, Answer>,
  receptionNumber: string,
): BulkRecord {
  const now = clock.now().toISOString();
  const reference = newFreePart(random);
  return {
    v: 1,
    kind: name,
    state: "waiting",
    institutionCode,
    reference,
    receptionNumber,
    submittedAt: now,
    updatedAt: now,
  };
}
