import type { ClientContext } from "../context.ts";
import { type FiledVisit, recheckVisit, type RecheckedVisit } from "../../rules/index.ts";
import { type DayRequest, requestsOf } from "./day-requests.ts";
import type { RecheckOptions, RecheckProgress } from "./recheck-options.ts";

/**
 * A re-check that the centre has taken. Iterating hands out every visit exactly once; only an iteration that comes to its end
 * takes the centre's results away. One that is left early, or ends in an exception or a crash, gets everything again.
 */
export interface Recheck extends AsyncIterable<RecheckedVisit> {
  /** 受付番号 of the bulk requests behind it, one a day of visits. */
  readonly receptionNumbers: readonly string[];
  readonly progress: RecheckProgress;
}

/** What is done before claims are filed (月末・請求前). */
export interface MonthEndCapability {
  /**
   * Asks for the eligibility of visits again before their claims are filed (請求前の再確認), each for its own day: what has
   * changed, how the claim is written then, and whether the payers would re-route it.
   *
   * Durable: the journal of the site knows what is under way. Called again with the same visits, by the same or another program,
   * after a crash or on another day, it goes on with requests that are not over instead of sending them a second time.
   *
   * @throws OnshiError `request.invalid` naming visit and field (`visits[3].day`) before anything is sent; `config.invalid` when
   *   the client has no `site`; `site.failed`; `centre.failed`; the errors of the transport
   * @example
   * ```ts
   * const recheck = await onshi.monthEnd.recheck([
   *   { id: "chart-1/11-10", day: "2026-11-10", insurerNumber: "990010", symbol: "12-34", number: "0005678", birthdate: "1980-01-31" },
   * ]);
   * for await (const { visit, status, claim } of recheck) console.log(visit.id, status, claim?.kind);
   * ```
   * @see desk-rules §2.5, §2.6
   */
  recheck(visits: readonly FiledVisit[], options?: RecheckOptions): Promise<Recheck>;
}

/** The capability over a client's context. */
export function monthEndCapability(context: ClientContext): MonthEndCapability {
  return { recheck: (visits, options = {}) => recheck(context, visits, options) };
}

async function recheck(
  context: ClientContext,
  visits: readonly FiledVisit[],
  options: RecheckOptions,
): Promise<Recheck> {
  let progress: RecheckProgress = { asked: 0, days: 0, delivered: 0 };
  const tell = (change: Partial<RecheckProgress>): void => {
    progress = { ...progress, ...change };
    options.onProgress?.(progress);
  };
  const requests = await requestsOf(context, visits, options);
  tell({ asked: visits.length, days: requests.length });
  return {
    receptionNumbers: requests.map(({ bulk }) => bulk.receptionNumber),
    get progress() {
      return progress;
    },
    async *[Symbol.asyncIterator]() {
      tell({ delivered: 0 });
      for await (const rechecked of handedOut(requests)) {
        tell({ delivered: progress.delivered + 1 });
        yield rechecked;
      }
    },
  };
}

/**
 * Every visit once. No result is taken to its end, and so taken away, before all visits were handed out: a list that is lost on the
 * way can be made again.
 */
async function* handedOut(requests: readonly DayRequest[]): AsyncGenerator<RecheckedVisit, void, undefined> {
  const open = requests.map(({ bulk, visits }) => ({ bulk, visits, answers: bulk[Symbol.asyncIterator]() }));
  try {
    for (const { bulk, visits, answers } of open) {
      const waiting = new Map(visits.map((visit) => [visit.id, visit]));
      for (let taken = 0; taken < Math.max(visits.length, bulk.progress.total ?? 0); taken++) {
        const next = await answers.next();
        if (next.done) break;
        const visit = waiting.get(next.value.arbitraryIdentifier ?? "");
        if (!visit) continue;
        waiting.delete(visit.id);
        yield recheckVisit(visit, next.value);
      }
      // Somebody the centre left out is told as well, never dropped.
      for (const visit of waiting.values()) yield recheckVisit(visit, undefined);
    }
    for (const { answers } of open) while (!(await answers.next()).done);
  } finally {
    for (const { answers } of open) await answers.return?.();
  }
}
