import { types } from "node:util";
import { OnshiError, throwIfAborted } from "@onshi/core/base";
import { pinCounter, verifyPin, selectFile } from "../apdu/command.ts";
import type { CardGate } from "../apdu/gate.ts";
import { type NamedFile, sendOnFile } from "../apdu/file-naming.ts";
import { statusText, unexpected } from "../apdu/response.ts";
import { secretBytes, secretCopy } from "../apdu/secret-bytes.ts";

/** The only module that touches a PIN (jpki-card §5). */

/** A PIN as the caller has it. Prefer bytes: they are wiped after use, a string cannot be. */
export type PinInput = string | Uint8Array;

/** What the PIN callback is told. */
export interface PinQuestion {
  /** Tries left before this one; show it to the patient. */
  readonly remaining: number;
  /** Aborted when the call is; close the dialogue then. */
  readonly signal?: AbortSignal;
}

/**
 * Asks the patient for the PIN: four ASCII digits. Bytes are wiped by the library after one VERIFY; undefined means that
 * the patient gave up (`pin.cancelled`).
 */
export type PinCallback = (question: PinQuestion) => PinInput | undefined | Promise<PinInput | undefined>;

/** Tries left for the PIN of user authentication. */
export interface PinStatus {
  /** 3 on a fresh card, 0 when blocked. Only a correct PIN resets it. */
  readonly remaining: number;
}

const pinLength = 4;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * The bytes of a PIN, checked. Anything but four ASCII digits is refused with `pin.format` before a card sees it:
 * full-width digits, spaces, or the six characters of the other password must never cost a try. That is the check of
 * jpki-card §5.2 without its folding (NFKC): input that looks like an unintended keyboard mode is asked for again.
 *
 * Bytes are moved: copied, then wiped at the source, so that whoever still holds them cannot change what is sent.
 */
export function takePin(input: PinInput | undefined | null): Uint8Array {
  if (input === undefined || input === null) throw new OnshiError("pin.cancelled");
  const pin = typeof input === "string" ? bytesOf(input) : moved(input);
  if (pin?.length === pinLength && pin.every(isDigit)) return pin;
  wipe(pin);
  throw new OnshiError("pin.format");
}

/** Overwrites a PIN. */
export function wipe(pin: Uint8Array | undefined): void {
  pin?.fill(0);
}

/** Not `instanceof`: an object that only pretends to be bytes would fail later, and bytes from another realm are fine. */
function moved(given: unknown): Uint8Array | undefined {
  if (!types.isUint8Array(given)) return undefined;
  const pin = secretCopy(given);
  wipe(given);
  return pin;
}

/** Code units above 7 bits become FF, which is not a digit; TextEncoder would leave another copy behind. */
function bytesOf(text: string): Uint8Array {
  const pin = secretBytes(text.length);
  for (let index = 0; index < text.length; index += 1) pin[index] = Math.min(text.charCodeAt(index), 0xff);
  return pin;
}

/** Asks the callback, outside any transaction: a card left idle in one is reset after 5 s on Windows (jpki-card §5.4). */
export async function askForPin(
  callback: PinCallback,
  remaining: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  throwIfAborted(signal);
  const question = signal === undefined ? { remaining } : { remaining, signal };
  const answer = (async () => callback(question))();
  const pin = await firstOf(answer, signal).catch((cause: unknown) => {
    throw OnshiError.is(cause) ? cause : new OnshiError("pin.cancelled", {}, { cause });
  });
  return takePin(pin);
}

/** The answer, or `call.aborted` as soon as the signal says so; a PIN that comes too late is wiped. */
async function firstOf(
  answer: Promise<PinInput | undefined>,
  signal: AbortSignal | undefined,
): Promise<PinInput | undefined> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(new OnshiError("call.aborted", {}, { cause: signal.reason }));
      answer.then((late) => wipe(moved(late))).catch(() => undefined);
    };
    signal.addEventListener("abort", abort, { once: true });
    // The callback may have aborted the call itself, before anyone listened.
    if (signal.aborted) abort();
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Tries left. Costs none. */
export async function readPinStatus(at: NamedFile): Promise<PinStatus> {
  const response = await sendOnFile(at, "verify", (file) => at.gate.transmit(pinCounter(file)));
  if (response.meaning === "counter") return { remaining: response.statusWord & 0x0f };
  // One parser of a public client also takes 6984 here as blocked (jpki-card §2.2).
  if (response.meaning === "blocked") return { remaining: 0 };
  throw unexpected(response);
}

/** Refuses when no try is left, and at the last one unless the caller has the patient's consent to risk it. */
export function assertMayTry({ remaining }: PinStatus, allowLastTry: unknown): void {
  if (remaining === 0) throw new OnshiError("pin.blocked", { remaining });
  // Only `true` is consent: the text "false" would count as true, too.
  if (remaining === 1 && allowLastTry !== true) throw new OnshiError("pin.lastTry", { remaining });
}

async function selectPin(gate: CardGate, file: number): Promise<void> {
  const response = await gate.transmit(selectFile(file));
  if (response.meaning !== "ok") throw unexpected(response);
}

/**
 * VERIFY, once. Whatever happens, it is not sent again: the card may have counted it. PIN and command are wiped. The file
 * is named in the form that the card accepted for the counter, which was read before.
 *
 * @throws OnshiError `pin.wrong`, `pin.blocked`; `pin.unknownOutcome` when the answer was lost.
 */
export async function verifyOnce({ gate, naming, file }: NamedFile, pin: Uint8Array): Promise<void> {
  const isSelected = naming.get("verify") === "selected";
  const command = verifyPin(isSelected ? undefined : file, pin);
  let isSent = false;
  try {
    if (isSelected) await selectPin(gate, file);
    isSent = true;
    const response = await gate.transmit(command);
    const statusWord = statusText(response.statusWord);
    switch (response.meaning) {
      case "ok":
        return;
      case "counter": {
        const remaining = response.statusWord & 0x0f;
        throw new OnshiError(remaining === 0 ? "pin.blocked" : "pin.wrong", { remaining, statusWord });
      }
      case "wrongPin":
        throw new OnshiError("pin.wrong", { statusWord });
      case "blocked":
        throw new OnshiError("pin.blocked", { remaining: 0, statusWord });
      case "executionError":
        throw new OnshiError("pin.unknownOutcome", { statusWord });
      default:
        throw unexpected(response);
    }
  } catch (cause) {
    const wasLost = isSent && !gate.isUsable;
    throw wasLost ? new OnshiError("pin.unknownOutcome", {}, { cause }) : cause;
  } finally {
    wipe(command);
    wipe(pin);
  }
}
