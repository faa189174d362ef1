import { EventEmitter } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { askPinOn, type PinTerminal, readPinFrom } from "./terminal.ts";

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();

describe("a PIN from a descriptor", () => {
  test.each([
    ["1234", "1234"],
    ["1234\n", "1234"],
    ["1234\r\n", "1234"],
    ["1234\nmore", "1234"],
    ["", ""],
    ["９１８２\n", "９１８２"],
    ["5".repeat(100), "5".repeat(32)],
  ])("%j", (content, expected) => {
    const folder = mkdtempSync(join(tmpdir(), "onshi-pin-"));
    const file = join(folder, "pin");
    writeFileSync(file, content);
    const descriptor = openSync(file, "r");
    try {
      expect(text(readPinFrom(descriptor))).toBe(expected);
    } finally {
      closeSync(descriptor);
      rmSync(folder, { recursive: true });
    }
  });
});

/** A terminal that remembers whether it echoes. */
class FakeTerminal extends EventEmitter {
  isRaw = false;
  setRawMode(mode: boolean): this {
    this.isRaw = mode;
    return this;
  }
  resume(): this {
    return this;
  }
  pause(): this {
    return this;
  }
}

function prompt(signal = new AbortController().signal): {
  readonly terminal: FakeTerminal;
  readonly answer: Promise<Uint8Array | undefined>;
  readonly written: string[];
} {
  const terminal = new FakeTerminal();
  const written: string[] = [];
  const write = (line: string): void => {
    // What is typed right behind the prompt must not be echoed.
    if (line === "PIN: ") expect([terminal.isRaw, terminal.listenerCount("data")]).toEqual([true, 1]);
    written.push(line);
  };
  const answer = askPinOn(terminal as unknown as PinTerminal, write, "PIN: ", signal);
  return { terminal, answer, written };
}

describe("a PIN from the terminal", () => {
  test.each([
    ["typed and entered", ["1", "2", "3", "4", "\r"], "1234"],
    ["pasted with the line end", ["1234\n"], "1234"],
    ["corrected", ["129", "\u007F", "34\r"], "1234"],
    ["erased beyond the start", ["\b\b1234\r"], "1234"],
    ["interrupted", ["12\u0003"], undefined],
    ["ended", ["\u0004"], undefined],
    ["far too long", [`${"1".repeat(50)}\r`], "1".repeat(32)],
  ])("%s", async (_name, chunks, expected) => {
    const { terminal, answer, written } = prompt();
    expect(terminal.isRaw).toBe(true);
    const buffers = chunks.map((chunk) => Buffer.from(chunk));
    for (const buffer of buffers) terminal.emit("data", buffer);
    expect(text(await answer)).toBe(expected);
    expect([terminal.isRaw, terminal.listenerCount("data")]).toEqual([false, 0]);
    expect(written).toEqual(["PIN: ", "\n"]);
    expect(Buffer.concat(buffers).every((byte) => byte === 0)).toBe(true);
  });

  test.each(["end", "error"])("given up when the terminal is closed (%s)", async (event) => {
    const { terminal, answer } = prompt();
    terminal.emit(event, new Error("read EIO"));
    expect([await answer, terminal.isRaw, terminal.eventNames()]).toEqual([undefined, false, []]);
  });

  test("a PIN has its own memory, neither in a pool nor in the heap", async () => {
    const { terminal, answer } = prompt();
    terminal.emit("data", Buffer.from("1234\r"));
    const pin = await answer;
    expect(pin?.buffer.byteLength).toBe(4);
  });

  test("given up by the signal", async () => {
    const controller = new AbortController();
    const { terminal, answer } = prompt(controller.signal);
    controller.abort();
    expect([await answer, terminal.isRaw]).toEqual([undefined, false]);
  });
});
