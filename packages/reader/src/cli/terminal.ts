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

/** Reads a PIN from a file descriptor: everything up to the first line end, and not a byte more than a PIN can be long. */
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
 * Asks for a PIN in raw mode: nothing typed is echoed, not even stars, and it is held as bytes only. Enter ends,
 * Ctrl-C, Ctrl-D, the signal and the end of the terminal give up (undefined). Keys typed before the prompt are the shell's
 * business; from the prompt on nothing is echoed.
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
    // Before the prompt: a key that comes right behind it would be echoed otherwise.
    terminal.setRawMode(true);
    terminal.on("data", take);
    // A terminal that was closed.
    terminal.once("end", giveUp);
    terminal.once("error", giveUp);
    signal.addEventListener("abort", giveUp, { once: true });
    terminal.resume();
    write(prompt);
  });
}

/** Echo and line editing again. A terminal that is gone has neither. */
function restore(terminal: PinTerminal): void {
  try {
    terminal.setRawMode(false);
  } catch {
    // EIO: nobody is left to see the echo.
  }
}
