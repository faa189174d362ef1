import { concat } from "@onshi/core/base";
import { secretBytes } from "./secret-bytes.ts";

/** Instruction bytes this package knows how to build (jpki-card §2). */
export const instruction = {
  select: 0xa4,
  readBinary: 0xb0,
  verify: 0x20,
  sign: 0x2a,
  getResponse: 0xc0,
} as const;

/** The parts of a command APDU (ISO 7816-4). */
export interface CommandParts {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** Command data; absent or empty means that there is none. */
  readonly data?: Uint8Array;
  /** Most bytes expected in the answer: 1–256 in short form, up to 65,536 in extended form. */
  readonly le?: number;
}

/** P2 that names a file by its short id, or the current file. */
const reference = (file: number | undefined): number => 0x80 | (file ?? 0);

const highLow = (value: number): [number, number] => [(value >> 8) & 0xff, value & 0xff];

/** The bytes of a command, in extended form only when data or expected length do not fit the short one. */
export function encodeCommand({ cla, ins, p1, p2, data = new Uint8Array(), le }: CommandParts): Uint8Array {
  const header = [cla, ins, p1, p2];
  const extended = data.length > 255 || (le ?? 0) > 256;
  if (!extended) {
    return concat(
      Uint8Array.from(data.length > 0 ? [...header, data.length] : header),
      data,
      Uint8Array.from(le === undefined ? [] : [le & 0xff]),
    );
  }
  const lengthOfData = data.length > 0 ? highLow(data.length) : [];
  return concat(
    Uint8Array.from([...header, 0, ...lengthOfData]),
    data,
    Uint8Array.from(le === undefined ? [] : highLow(le)),
  );
}

/** Selects an application by its whole name, without asking for file control information (jpki-card §2.1). */
export function selectApplication(application: Uint8Array): Uint8Array {
  return encodeCommand({ cla: 0x00, ins: instruction.select, p1: 0x04, p2: 0x0c, data: application });
}

/** Selects an elementary file of the current application and makes it the current file (jpki-card §2.1). */
export function selectFile(file: number): Uint8Array {
  return encodeCommand({
    cla: 0x00,
    ins: instruction.select,
    p1: 0x02,
    p2: 0x0c,
    data: Uint8Array.from(highLow(file)),
  });
}

/**
 * Reads from the start of a file named by its short id, which becomes the current file (jpki-card §2.3), or of the
 * current file.
 */
export function readFromStart(file: number | undefined, le: number): Uint8Array {
  return file === undefined
    ? readAt(0, le)
    : encodeCommand({ cla: 0x00, ins: instruction.readBinary, p1: 0x80 | file, p2: 0, le });
}

/** Reads from an offset in the current file. */
export function readAt(offset: number, le: number): Uint8Array {
  const [p1, p2] = highLow(offset);
  return encodeCommand({ cla: 0x00, ins: instruction.readBinary, p1, p2, le });
}

/** The empty VERIFY: asks for the tries left and never costs one (jpki-card §2.2). */
export function pinCounter(file: number | undefined): Uint8Array {
  return encodeCommand({ cla: 0x00, ins: instruction.verify, p1: 0, p2: reference(file) });
}

/** VERIFY with a PIN. The caller wipes the returned bytes. */
export function verifyPin(file: number | undefined, pin: Uint8Array): Uint8Array {
  const command = secretBytes(5 + pin.length);
  command.set([0x00, instruction.verify, 0, reference(file), pin.length]);
  command.set(pin, 5);
  return command;
}

/** COMPUTE DIGITAL SIGNATURE with a key named by its short id, or with the current one (jpki-card §2.5). */
export function computeSignature(keyFile: number | undefined, input: Uint8Array): Uint8Array {
  return encodeCommand({ cla: 0x80, ins: instruction.sign, p1: 0, p2: reference(keyFile), data: input, le: 256 });
}

/** Fetches what a `61xx` answer announced. */
export function getResponse(le: number): Uint8Array {
  return encodeCommand({ cla: 0x00, ins: instruction.getResponse, p1: 0, p2: 0, le });
}
