import { readSync } from "node:fs";
import type { ReadStream } from "node:tty";
import { secretBytes, secretCopy } from "../apdu/secret-bytes.ts";

const longestPin = 32;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const interrupt = 0x03;
const endOfInput = 0x04;
const ends: ReadonlySet<number> = new Set([carriageReturn, lineFeed, interrupt, endOfInput]);
const erase: ReadonlySet<number> = new Set([0x08, 0x7f]);

/** Reads a PIN from a file descriptor: everything up to the first line end, and no more bytes than a PIN can have. */
export function readPinFrom(descriptor: number): Uint8Array {
  const buffer = secretBytes(longestPin);
  let length = 0;
  while (length < longestPin && readSync(descriptor, buffer, length, 1, null) === 1) {
    if (buffer[length] === lineFeed) break;
    length += 1;
  }
  const end = buffer[length - 1] === carriageReturn ? length - 1 : length;
  const pin = secretCopy(buffer.subarray(0, end));
  buffer.fill(0);
  return pin;
}

/** The part of a terminal that the prompt needs. */
export type PinTerminal = Pick<ReadStream, "setRawMode" | "on" | "once" | "off" | "resume" | "pause">;

/**
 * Asks for a PIN in raw mode: nothing typed is echoed, not even stars, and it is held as bytes only. Enter submits;
 * Ctrl-C, Ctrl-D, the signal and the end of the terminal cancel (undefined). Keys typed before the prompt belong to the
 * shell; from the prompt on nothing is echoed.
 */
export function askPinOn(
  terminal: PinTerminal,
  write: (text: string) => void,
  prompt: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const buffer = secretBytes(longestPin);
    let length = 0;
    const finish = (answer: Uint8Array | undefined): void => {
      terminal.off("data", take);
      terminal.off("end", giveUp);
      terminal.off("error", giveUp);
      signal.removeEventListener("abort", giveUp);
      restore(terminal);
      terminal.pause();
      buffer.fill(0);
      write("\n");
      resolve(answer);
    };
    const giveUp = (): void => finish(undefined);
    const take = (chunk: Uint8Array): void => {
      for (const byte of chunk) {
        if (ends.has(byte)) {
          finish(byte === carriageReturn || byte === lineFeed ? secretCopy(buffer.subarray(0, length)) : undefined);
          break;
        }
        if (erase.has(byte)) length = Math.max(0, length - 1);
        else if (length < longestPin) buffer[length++] = byte;
      }
      chunk.fill(0);
    };
    if (signal.aborted) return resolve(undefined);
    // Before the prompt: otherwise a key that comes right after it would be echoed.
    terminal.setRawMode(true);
    terminal.on("data", take);
    // The terminal was closed.
    terminal.once("end", giveUp);
    terminal.once("error", giveUp);
    signal.addEventListener("abort", giveUp, { once: true });
    terminal.resume();
    write(prompt);
  });
}

/** Restores echo and line editing. A terminal that is gone has neither. */
function restore(terminal: PinTerminal): void {
  try {
    terminal.setRawMode(false);
  } catch {
    // EIO: nobody is there any more to see the echo.
  }
}
