import { type Clock, OnshiError } from "../../base/index.ts";
import type { CardChallenge, Incoming } from "../../transports/index.ts";
import type { ConsentKind } from "../viewing/consent-kinds.ts";
import type { ClientCall, DoorOperation } from "./names.ts";
import type { Observers } from "./observers.ts";

/**
 * One use of the transport, as middleware sees it: an exchange, a wait for a late answer, a check-in that is delivered, a
 * step of a card check-in. It names no person.
 */
export interface DoorCall {
  /** When the client asked for it, ISO in UTC. */
  readonly at: string;
  readonly operation: DoorOperation;
  readonly call: ClientCall;
  /** File id of the request, or of a check-in's message; missing for a challenge. */
  readonly messageId?: string;
  /** The door it goes through, as its transport calls it: `folder`, `http`. */
  readonly route: string;
  /** 医療機関コード of the client. */
  readonly institutionCode: string;
  /** Handle for the late answer, if it is one of the client's own. */
  readonly reference?: string;
  /** The consents it is based on (閲覧同意). */
  readonly consents: readonly ConsentKind[];
  /** Ends the call. */
  readonly signal?: AbortSignal;
  /** How long it may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** What comes back through the door: a message, or a challenge for a card. Contains personal data. */
export type DoorResult = Incoming | CardChallenge;

/**
 * Wraps every use of the transport: sees the call, passes it on with `next`, sees what comes back or is thrown. What it
 * throws ends the call.
 *
 * It may change the call's `signal` and `timeoutMs`. It may call `next` again after a failure; a request that has left,
 * or may have, is never sent twice: then `next` returns the same outcome again.
 *
 * @example
 * ```ts
 * import type { Middleware } from "@onshi/core";
 *
 * let open = 0;
 * export const atMostFour: Middleware = async (call, next) => {
 *   if (open >= 4) throw new Error("too many calls at once");
 *   open++;
 *   try {
 *     return await next({ ...call, timeoutMs: 30_000 });
 *   } finally {
 *     open--;
 *   }
 * };
 * ```
 */
export type Middleware = (call: DoorCall, next: (call?: DoorCall) => Promise<DoorResult>) => Promise<DoorResult>;

/** What a client call itself passes to the door. */
export interface DoorOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly middleware?: readonly Middleware[] | undefined;
}

/** Why the transport is used. */
export interface Occasion {
  readonly call: ClientCall;
  /** The request that names whom it is about; inspected only if somebody asks. */
  readonly about?: object | undefined;
  readonly consents?: readonly ConsentKind[] | undefined;
  /** The reference is one of the client's own, made now or known to the journal, and may therefore be reported. */
  readonly isReferenceOurs?: boolean;
}

/** What the door needs from its client. */
export interface DoorParts {
  readonly institutionCode: string;
  readonly clock: Clock;
  readonly middleware: readonly Middleware[];
  readonly observers: Observers;
}

/** @throws OnshiError `config.invalid` */
export function checkMiddleware(middleware: unknown): readonly Middleware[] {
  if (middleware === undefined) return [];
  if (Array.isArray(middleware) && middleware.every((one) => typeof one === "function")) return middleware;
  throw new OnshiError("config.invalid", {
    field: "middleware",
    expected: { ja: "関数の一覧", en: "a list of functions `(call, next) => …`" },
  });
}
