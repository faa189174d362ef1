import { OnshiError } from "@onshi/core/base";

/** PC/SC return values by the name that pcsc-mini gives them; other bindings show the number only (jpki-card §6, §7). */
const nameByNumber: Readonly<Record<number, string>> = {
  0x1f: "CommError",
  0x80100002: "Cancelled",
  0x80100003: "InvalidHandle",
  0x80100008: "InsufficientBuffer",
  0x80100009: "UnknownReader",
  0x8010000a: "Timeout",
  0x8010000b: "SharingViolation",
  0x8010000c: "NoSmartCard",
  0x8010000f: "ProtoMismatch",
  0x80100010: "NotReady",
  0x80100012: "SystemCancelled",
  0x80100013: "CommError",
  0x80100016: "NotTransacted",
  0x80100017: "ReaderUnavailable",
  0x8010001c: "CardUnsupported",
  0x8010001d: "NoService",
  0x8010001e: "ServiceStopped",
  0x8010002e: "NoReadersAvailable",
  0x8010002f: "CommError",
  0x80100065: "UnsupportedCard",
  0x80100066: "UnresponsiveCard",
  0x80100067: "UnpoweredCard",
  0x80100068: "ResetCard",
  0x80100069: "RemovedCard",
  0x8010006a: "SecurityViolation",
};

/** What a failed function of PC/SC can mean. */
type Failure =
  | "card.serviceMissing"
  | "card.busy"
  | "card.readerMissing"
  | "card.removed"
  | "card.reset"
  | "card.unresponsive"
  | "card.communication";

const codeByName: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ["NoService", "card.serviceMissing"],
  ["ServiceStopped", "card.serviceMissing"],
  ["SystemCancelled", "card.serviceMissing"],
  ["Shutdown", "card.serviceMissing"],
  // The service is running but does not let this user in (Linux: polkit).
  ["SecurityViolation", "card.serviceMissing"],
  ["SharingViolation", "card.busy"],
  ["CardIsBusy", "card.busy"],
  ["UnknownReader", "card.readerMissing"],
  ["ReaderUnavailable", "card.readerMissing"],
  ["NoReadersAvailable", "card.readerMissing"],
  ["NoSmartCard", "card.removed"],
  ["RemovedCard", "card.removed"],
  ["ResetCard", "card.reset"],
  ["UnresponsiveCard", "card.unresponsive"],
  ["UnpoweredCard", "card.unresponsive"],
  ["UnsupportedCard", "card.unresponsive"],
  ["CardUnsupported", "card.unresponsive"],
]);

/** The name of a PC/SC return value; undefined for one that no advice depends on. */
export function failureNameOf(returnValue: number): string | undefined {
  return nameByNumber[returnValue];
}

/**
 * The typed error for what a binding threw. Anything it does not recognise is a communication error. While connecting, a
 * missing card is `card.absent`: there was no session yet that it could have left.
 */
export function failureError(cause: unknown, name: string | undefined, phase: "connect" | "session"): OnshiError {
  if (OnshiError.is(cause)) return cause;
  const code = codeByName.get(name ?? "") ?? "card.communication";
  return new OnshiError(code === "card.removed" && phase === "connect" ? "card.absent" : code, {}, { cause });
}
