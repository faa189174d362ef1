import { toHex } from "@onshi/core/base";
import { instruction } from "../apdu/command.ts";

const headerLength = 4;

/**
 * A command as a transcript may hold it: the header, and data only of SELECT. Everything else is replaced by its length,
 * and what may be a PIN (INS 20 VERIFY, 24 CHANGE REFERENCE DATA) by a mark without one. The default is to hide, so that
 * a command nobody thought of gives nothing away.
 */
export function redactCommand(command: Uint8Array): string {
  if (command.length < headerLength) return `‹${command.length} bytes›`;
  const header = toHex(command.subarray(0, headerLength));
  const body = command.subarray(headerLength);
  const ins = command[1];
  if (ins === instruction.verify || ins === 0x24) return body.length > 0 ? `${header} ‹secret›` : header;
  if (ins === instruction.select) return `${header} ${toHex(body)}`.trimEnd();
  if (body.length === 0) return header;
  const isLength = body.length === 1 || (body.length === 3 && body[0] === 0);
  return isLength ? `${header} ${toHex(body)}` : `${header} ‹${body.length} bytes›`;
}

/** An answer as a transcript may hold it: the status word, data only by its length. */
export function redactResponse(response: Uint8Array): string {
  if (response.length < 2) return `‹${response.length} bytes›`;
  const statusWord = toHex(response.subarray(-2));
  return response.length === 2 ? statusWord : `‹${response.length - 2} bytes› ${statusWord}`;
}
