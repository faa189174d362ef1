import { isOnshiError, japanDay, OnshiError } from "../../base/index.ts";
import { checkVisit, type FiledVisit } from "../../rules/index.ts";
import type { Bulk } from "../bulk/bulk.ts";
import { bulkEligibility, type BulkEligibilityQuestion, verifyMany } from "../bulk/bulk-eligibility.ts";
import type { BulkEligibilityAnswer } from "../bulk/bulk-eligibility-answer.ts";
import { eachEntry } from "../bulk/entries.ts";
import { resumePurpose } from "../bulk/resume.ts";
import type { ClientContext } from "../context.ts";
import { sealWith } from "../question/keys.ts";
import type { RecheckOptions } from "./recheck-options.ts";

/** The visits of one day, and the bulk request that asks about them. */
export interface DayRequest {
  readonly visits: readonly FiledVisit[];
  readonly bulk: Bulk<BulkEligibilityAnswer>;
}

/**
 * The requests of a re-check, one a day: those that are under way already, by the journal, and new ones for the rest. All are with the
 * centre before the first result is waited for.
 */
export async function requestsOf(
  context: ClientContext,
  visits: readonly FiledVisit[],
  { onProgress: _ours, ...options }: RecheckOptions,
): Promise<readonly DayRequest[]> {
  checkVisits(visits, japanDay(context.clock.now()));
  const requests: DayRequest[] = [];
  for (const [day, group] of byDay(visits)) {
    const purpose = await purposeOf(context, day, group);
    const bulk =
      (await resumePurpose(context, bulkEligibility, purpose, options)) ??
      (await ask(context, visits, day, group, purpose, options));
    requests.push({ visits: group, bulk });
  }
  return requests;
}

function checkVisits(visits: readonly FiledVisit[], today: string): void {
  const seen = new Set<string>();
  eachEntry("visits", visits, (visit) => {
    checkVisit(visit);
    const { id, day } = visit;
    if (day > today) {
      const expected = { ja: "今日以前の日付", en: "a day not after today" };
      throw new OnshiError("request.invalid", { field: "day", label: "受診日", expected });
    }
    if (seen.has(id)) {
      const expected = { ja: "一覧の中で重複しない値", en: "a value no other visit of the list has" };
      throw new OnshiError("request.invalid", { field: "id", label: "識別子", expected });
    }
    seen.add(id);
  });
}

function byDay(visits: readonly FiledVisit[]): ReadonlyMap<string, readonly FiledVisit[]> {
  const days = new Map<string, FiledVisit[]>();
  for (const visit of visits) days.set(visit.day, [...(days.get(visit.day) ?? []), visit]);
  return days;
}

/** By which the journal knows a request for the same visits again; a digest by the site's key says nothing about them. */
async function purposeOf({ siteKeys }: ClientContext, day: string, visits: readonly FiledVisit[]): Promise<string> {
  const { bytes } = await siteKeys.current();
  const asked = visits.map(({ id, insurerNumber, symbol = "", number, branch = "", birthdate }) =>
    JSON.stringify([id, insurerNumber, symbol, number, branch, birthdate]),
  );
  return sealWith(bytes, "recheck")(day, asked.toSorted((a, b) => (a < b ? -1 : 1)).join("\n"));
}

async function ask(
  context: ClientContext,
  all: readonly FiledVisit[],
  day: string,
  group: readonly FiledVisit[],
  purpose: string,
  options: Omit<RecheckOptions, "onProgress">,
): Promise<Bulk<BulkEligibilityAnswer>> {
  try {
    return await verifyMany(context, group.map(questionOf), { ...options, confirmationDate: day }, purpose);
  } catch (error) {
    throw asVisit(error, all, group);
  }
}

function questionOf({ id, insurerNumber, symbol, number, branch, birthdate }: FiledVisit): BulkEligibilityQuestion {
  return {
    arbitraryIdentifier: id,
    insurerNumber,
    ...(symbol && { symbol }),
    number,
    ...(branch && { branch }),
    birthdate,
  };
}

/** An error about one of a day's persons, told by its place in the whole list. */
function asVisit(error: unknown, all: readonly FiledVisit[], group: readonly FiledVisit[]): unknown {
  if (!isOnshiError(error, "request.invalid", "wire.unencodable")) return error;
  const [, index = "", rest = ""] = /^people\[(\d+)\](.*)$/.exec(error.details.field) ?? [];
  const visit = group[Number(index)];
  if (index === "" || !visit) return error;
  const field = `visits[${all.indexOf(visit)}]${rest.replace(".arbitraryIdentifier", ".id")}`;
  return error.with({ field });
}
