import { createHmac } from "node:crypto";
import { nfkc, OnshiError, trueOrFalse } from "../../base/index.ts";
import type { ConsentKind } from "../viewing/consent-kinds.ts";
import { type NamedPerson, personsOf } from "./about.ts";
import type { DoorCall, Middleware } from "./call.ts";
import type { FailedEvent } from "./events.ts";
import type { ClientCall, DoorOperation } from "./names.ts";
import { warn } from "./node.ts";
import { codeOf } from "./trace.ts";

/** One line of the audit trail (監査証跡): who asked for whose information, under which consents, and what came of it. */
export interface AuditEntry {
  /** When it was requested, ISO in UTC. */
  readonly at: string;
  /** 医療機関コード of the client. */
  readonly institutionCode: string;
  /** Who asked, according to `actor`. */
  readonly actor?: string;
  readonly operation: DoorOperation;
  /** The client call, e.g. `medication.history`. */
  readonly call: ClientCall;
  /** File id of the request, or of a check-in's message. */
  readonly messageId?: string;
  /** The door it went through: `folder`, `http`. */
  readonly route: string;
  /** Handle that links the entry of a late answer to that of its request. */
  readonly reference?: string;
  /**
   * Whose information: digests of insurer, symbol, number and branch, the same for the same person as long as the salt
   * stays the same. Empty where the message names nobody (a late answer, a list of the centre, bytes sent as they are).
   */
  readonly persons: readonly string[];
  /** The persons themselves, only with `plainPersons`; personal data. */
  readonly plainPersons?: readonly NamedPerson[];
  /** The consents it is based on. */
  readonly consents: readonly ConsentKind[];
  readonly outcome: "answered" | "failed";
  /** Code of the error, `unexpected` for one that is not the SDK's. */
  readonly code?: FailedEvent["code"];
  /** Result code of the centre, if it gave one. */
  readonly centreCode?: string;
}

/** Where entries of the audit trail go. */
export type AuditSink = (entry: AuditEntry) => void | Promise<void>;

/** How to keep the audit trail. */
export interface AuditOptions {
  /** The vendor's secret for the digests of persons, at least 16 bytes: there are too few numbers for a plain hash. */
  readonly salt: string | Uint8Array;
  /** Who is at work: the vendor's own name for the user. */
  readonly actor?: string | (() => string | undefined);
  /** Writes the persons themselves beside the digests: then the audit trail is personal data. Default false. */
  readonly plainPersons?: boolean;
  /** Receives what the sink throws. Default: a process warning without any content. */
  readonly onFault?: (error: unknown) => void;
}

/**
 * Middleware that writes an audit trail. Calls do not wait for the sink, and what it throws never breaks a call.
 *
 * @throws OnshiError `config.invalid`
 * @example
 * ```ts
 * import { appendFile } from "node:fs/promises";
 * import { auditLog, folderTransport, OnshiClient } from "@onshi/core";
 *
 * const onshi = new OnshiClient({
 *   institutionCode: "9910000000",
 *   transport: folderTransport({ req: "//TERMINAL/OQS/req", res: "//TERMINAL/OQS/res", testOnly: true }),
 *   middleware: [
 *     auditLog((entry) => appendFile("audit.jsonl", `${JSON.stringify(entry)}\n`), {
 *       salt: process.env["AUDIT_SALT"] ?? "",
 *       actor: () => "reception-1",
 *     }),
 *   ],
 * });
 * ```
 */
export function auditLog(sink: AuditSink, options: AuditOptions): Middleware {
  const { salt, actor, plainPersons = false, onFault = warnOfLoss } = checked(sink, options);
  const report = (error: unknown): void => {
    try {
      onFault(error);
    } catch {
      // The call goes on.
    }
  };
  const write = (call: DoorCall, outcome: Pick<AuditEntry, "outcome" | "code" | "centreCode">): void => {
    try {
      const { at, institutionCode, operation, call: name, messageId, route, reference, consents } = call;
      const persons = personsOf(call);
      const who = typeof actor === "function" ? actor() : actor;
      const entry: AuditEntry = {
        at,
        institutionCode,
        ...(who !== undefined && { actor: who }),
        operation,
        call: name,
        ...(messageId !== undefined && { messageId }),
        route,
        ...(reference !== undefined && { reference }),
        persons: [...new Set(persons.map((person) => digest(salt, person)))],
        ...(plainPersons && { plainPersons: persons }),
        consents,
        ...outcome,
      };
      Promise.resolve(sink(entry)).catch(report);
    } catch (error) {
      report(error);
    }
  };
  return async (call, next) => {
    try {
      const result = await next(call);
      write(call, { outcome: "answered" });
      return result;
    } catch (error) {
      write(call, { outcome: "failed", ...codeOf(error) });
      throw error;
    }
  };
}

/** The same person can be written in several ways: full width, padded, with and without hyphens. */
function digest(salt: string | Uint8Array, { insurerNumber, symbol = "", number, branch = "" }: NamedPerson): string {
  const plain = [insurerNumber, symbol, number, branch].map((part) =>
    nfkc(part)
      .replaceAll(/[\s\p{Pd}・.]/gu, "")
      .replace(/^0+/, ""),
  );
  return createHmac("sha256", salt).update(plain.join("\n")).digest("hex");
}

const shortestSalt = 16;

function checked(sink: AuditSink, options: AuditOptions): AuditOptions {
  const { salt, actor, plainPersons, onFault } = (options ?? {}) as Partial<AuditOptions>;
  const length = typeof salt === "string" ? Buffer.byteLength(salt) : salt instanceof Uint8Array ? salt.length : 0;
  const faults = [
    typeof sink !== "function" && ["sink", "関数", "a function that takes an entry"],
    length < shortestSalt && ["salt", "16バイト以上の秘密の値", "a secret of at least 16 bytes"],
    !["undefined", "string", "function"].includes(typeof actor) && [
      "actor",
      "文字列または関数",
      "a text or a function",
    ],
    !["undefined", "boolean"].includes(typeof plainPersons) && ["plainPersons", trueOrFalse.ja, trueOrFalse.en],
    !["undefined", "function"].includes(typeof onFault) && ["onFault", "関数", "a function"],
  ];
  const fault = faults.find((one) => one !== false);
  if (!fault) return options;
  const [field = "", ja = "", en = ""] = fault;
  throw new OnshiError("config.invalid", { field, expected: { ja, en } });
}

function warnOfLoss(): void {
  warn("An entry of the audit trail could not be written. Give auditLog an onFault to see why.", "ONSHI_AUDIT");
}
