import type { CommandParts } from "./command.ts";

/** A parsed command; `data` is a view into the command, not a copy. */
export interface ParsedCommand extends CommandParts {
  readonly data: Uint8Array;
}

/**
 * Parses a command APDU (ISO 7816-4, all seven cases); undefined when its lengths do not add up. The gate judges these
 * bytes, because they are what the card receives.
 */
export function parseCommand(command: Uint8Array): ParsedCommand | undefined {
  if (command.length < 4) return undefined;
  const [cla = 0, ins = 0, p1 = 0, p2 = 0, first = 0] = command;
  const parsed = (start: number, length: number, le?: number): ParsedCommand => {
    const data = command.subarray(start, start + length);
    return le === undefined ? { cla, ins, p1, p2, data } : { cla, ins, p1, p2, data, le };
  };
  const byteAt = (index: number): number => command[index] ?? 0;
  const pairAt = (index: number): number => byteAt(index) * 256 + byteAt(index + 1);

  const body = command.length - 4;
  if (body === 0) return parsed(4, 0);
  if (body === 1) return parsed(5, 0, first || 256);
  if (first > 0) {
    if (body === 1 + first) return parsed(5, first);
    if (body === 2 + first) return parsed(5, first, byteAt(command.length - 1) || 256);
    return undefined;
  }
  if (body === 3) return parsed(7, 0, pairAt(5) || 65_536);
  const length = body > 3 ? pairAt(5) : 0;
  if (length === 0) return undefined;
  if (body === 3 + length) return parsed(7, length);
  if (body === 5 + length) return parsed(7, length, pairAt(command.length - 2) || 65_536);
  return undefined;
}
