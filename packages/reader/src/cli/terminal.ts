import { readSync } from "node:fs";
import type { ReadStream } from "node:tty";

const longestPin = 32;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const interrupt = 0x03;
const endOfInput = 0x04;
const ends: ReadonlySet<number> = new Set([carriageReturn, lineFeed, interrupt, endOfInput]);
const erase: ReadonlySet<number> = new Set([0x08, 0x7f]);

/** Reads a PIN from a file descriptor: everything up to the first line end, and not a byte more than a PIN can be long. */
export function readPinFrom(descriptor: number): Uint8Array {
  const buffer = new Uint8Array(longestPin);
  let length = 0;
  while (length < longestPin && readSync(descriptor, buffer, length, 1, null) === 1) {
    if (buffer[length] === lineFeed) break;
    length += 1;
  }
  const end = buffer[length - 1] === carriageReturn ? length - 1 : length;
  const pin = buffer.slice(0, end);
  buffer.fill(0);
  return pin;
}

/** The part of a terminal that the prompt needs. */
export type PinTerminal = Pick<ReadStream, "setRawMode" | "on" | "off" | "resume" | "pause">;

/**
 * Asks for a PIN in raw mode: nothing typed is echoed, not even stars, and it is held as bytes only. Enter ends,
 * Ctrl-C, Ctrl-D and the signal give up (undefined).
 */
export function askPinOn(
  terminal: PinTerminal,
  write: (text: string) => void,
  prompt: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const buffer = new Uint8Array(longestPin);
    let length = 0;
    const finish = (answer: Uint8Array | undefined): void => {
      terminal.off("data", take);
      signal.removeEventListener("abort", giveUp);
      terminal.setRawMode(false);
      terminal.pause();
      buffer.fill(0);
      write("\n");
      resolve(answer);
    };
    const giveUp = (): void => finish(undefined);
    const take = (chunk: Uint8Array): void => {
      for (const byte of chunk) {
        if (ends.has(byte)) {
          finish(byte === carriageReturn || byte === lineFeed ? buffer.slice(0, length) : undefined);
          break;
        }
        if (erase.has(byte)) length = Math.max(0, length - 1);
        else if (length < longestPin) buffer[length++] = byte;
      }
      chunk.fill(0);
    };
    if (signal.aborted) return resolve(undefined);
    write(prompt);
    terminal.setRawMode(true);
    terminal.on("data", take);
    signal.addEventListener("abort", giveUp, { once: true });
    terminal.resume();
  });
}
