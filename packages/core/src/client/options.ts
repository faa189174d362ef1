import { trueOrFalse, type Clock, OnshiError, type Random } from "../base/index.ts";
import type { Overlay } from "../messages/index.ts";
import type { Transport } from "../transports/index.ts";
import { flag } from "../transports/limits.ts";
import { assertInstitutionFits } from "../transports/test-material.ts";
import { assertTransport } from "../transports/transport-shape.ts";
import { checkMiddleware, type Middleware } from "./door/call.ts";
import type { Observer } from "./door/events.ts";
import type { LogLevel, OnshiLogger } from "./door/logger.ts";
import { requireToldOrUsable } from "./viewing/consent.ts";
import type { OnshiLayouts } from "./layouts.ts";
import type { SiteStore } from "./site/store.ts";

/** Options of every call, with the same names as the client's. */
export interface CallOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal;
  /** How long to wait for the answer, in milliseconds. Default: the client's, else the transport's. */
  readonly timeoutMs?: number;
  /** Stands around this call's use of the transport, inside the client's middleware. */
  readonly middleware?: readonly Middleware[];
}

/** How to wait for a late answer. */
export interface AwaitOptions extends CallOptions {
  /**
   * Takes the answer even when nothing is known about its question (`answer.unchecked`). Only you can then tell whose it
   * is: compare it with the chart yourself. Default false.
   */
  readonly acceptUnchecked?: boolean;
}

/** @throws OnshiError `config.invalid`: a value that is merely truthy is refused */
export function checkAwaitOptions({ acceptUnchecked }: Pick<AwaitOptions, "acceptUnchecked">): void {
  if (acceptUnchecked === undefined || typeof acceptUnchecked === "boolean") return;
  throw new OnshiError("config.invalid", {
    field: "acceptUnchecked",
    expected: trueOrFalse,
  });
}

/** How an {@link OnshiClient} is made. */
export interface OnshiClientOptions {
  /**
   * 医療機関コード: 10 digits, prefecture (2), fee table (1), number (7). Prefecture 99 is for tests and needs a transport
   * with `testOnly: true`; such a transport takes no other.
   */
  readonly institutionCode: string;
  /** The door to the centre: `folderTransport(…)`, `httpTransport(…)` or one of your own. The client closes it. */
  readonly transport: Transport;
  /** Default for every call, in milliseconds. */
  readonly timeoutMs?: number;
  /**
   * Where the programs of this site keep what has to outlive them: `nodeSiteStore(folder)`. Bulk requests need it,
   * because their reception number must be safe before the call returns.
   */
  readonly site?: SiteStore;
  /**
   * How long the journal keeps finished bulk requests, and single requests whose answer nobody took, in days. Default 30.
   * Unfinished bulk requests stay.
   */
  readonly journalRetentionDays?: number;
  /**
   * What the consents of 医療扶助 open, alone or with an answer 有効（未登録）. `told`: states and times are reported but open nothing;
   * `usable`: they open the calls, and the centre decides. Sources disagree, see `docs/en/consent.md`. Default: `told`.
   */
  readonly publicAssistanceConsents?: "told" | "usable";
  /**
   * What a consent without an end opens in the lists of `homeVisits`. Such consents last until they are withdrawn, but
   * whether the centre states an end is not public. `told`: nothing, as everywhere else; `usable`: it opens the calls.
   * An unreadable end never opens anything. Default: `told`.
   */
  readonly homeVisitConsentsWithoutEnd?: "told" | "usable";
  /**
   * 診療識別 by which an operation (手術) is recognised among the treatments of `treatments.history`. Default: `["50"]`, as in
   * receipts; what the centre passes on is not public.
   */
  readonly operationClasses?: readonly string[];
  /** Corrections of the layout, from `parseOverlay`; of several, each is applied to the result of those before it. */
  readonly overlay?: Overlay | readonly Overlay[];
  /** Layouts that many clients share, from `onshiLayouts`; instead of `overlay`. */
  readonly layouts?: OnshiLayouts;
  /** Stands around every use of the transport, the first outermost: see {@link Middleware}. */
  readonly middleware?: readonly Middleware[];
  /** Is told what happens at the transport, without anything of a person. */
  readonly observe?: Observer;
  /**
   * Where log lines go: `console`, or any object with `error`, `warn`, `info` and `debug`. They hold what events tell and
   * nothing else. Default: one JSON object a line on standard error, when `logLevel` or `ONSHI_LOG` says so.
   */
  readonly logger?: OnshiLogger;
  /**
   * How much is logged. Default: what the environment variable `ONSHI_LOG` says, else `info` with a `logger` and `off`
   * without.
   */
  readonly logLevel?: LogLevel;
  /** Source of time. Default: the machine's clock. */
  readonly clock?: Clock;
  /** Source of randomness, for identifiers. Default: the operating system's generator. */
  readonly random?: Random;
}

/** @throws OnshiError `config.invalid` naming the option */
export function checkClientOptions(options: OnshiClientOptions): void {
  const { institutionCode, timeoutMs, transport, journalRetentionDays: days } = options;
  const {
    publicAssistanceConsents = "told",
    homeVisitConsentsWithoutEnd = "told",
    operationClasses: classes = [],
  } = options;
  requireToldOrUsable("publicAssistanceConsents", publicAssistanceConsents);
  requireToldOrUsable("homeVisitConsentsWithoutEnd", homeVisitConsentsWithoutEnd);
  checkMiddleware(options.middleware);
  if (options.observe !== undefined && typeof options.observe !== "function") {
    throw new OnshiError("config.invalid", {
      field: "observe",
      expected: { ja: "関数", en: "a function that takes an event" },
    });
  }
  if (!Array.isArray(classes) || !classes.every((one) => typeof one === "string" && /^[0-9A-Za-z]{1,4}$/.test(one))) {
    throw new OnshiError("config.invalid", {
      field: "operationClasses",
      expected: { ja: "診療識別の一覧", en: "a list of 診療識別 codes" },
    });
  }
  if (typeof institutionCode !== "string" || !/^\d{10}$/.test(institutionCode)) {
    throw new OnshiError("config.invalid", {
      field: "institutionCode",
      expected: { ja: "半角数字10桁", en: "10 digits" },
    });
  }
  if (typeof transport?.exchange !== "function") {
    throw new OnshiError("config.invalid", {
      field: "transport",
      expected: { ja: "接続方式", en: "a transport, such as `folderTransport` and `httpTransport` return" },
    });
  }
  assertInstitutionFits(institutionCode, flag("transport.testOnly", transport.testOnly));
  if (transport.institutionCode !== undefined && transport.institutionCode !== institutionCode) {
    throw new OnshiError("config.invalid", {
      field: "institutionCode",
      expected: {
        ja: "接続方式に指定したものと同じ医療機関コード",
        en: "the same institution code as the transport's",
      },
    });
  }
  assertTransport(transport);
  if (timeoutMs !== undefined && !(timeoutMs > 0)) {
    throw new OnshiError("config.invalid", {
      field: "timeoutMs",
      expected: { ja: "正のミリ秒数", en: "milliseconds, more than 0" },
    });
  }
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= longestRetentionDays)) {
    throw new OnshiError("config.invalid", {
      field: "journalRetentionDays",
      expected: { ja: `1～${longestRetentionDays}の整数（日）`, en: `whole days, 1 to ${longestRetentionDays}` },
    });
  }
}

/** Ten years. */
const longestRetentionDays = 3653;
