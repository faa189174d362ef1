import type { Answered } from "../centre/answer-message.ts";

/**
 * Content of an `.err` file. What the real terminal writes is not public (oqs-exchange §2.6); here it is UTF-8 text with
 * all reasons: names of elements, never a value.
 */
export function rejection({ code, reasons }: Extract<Answered, { readonly accepted: false }>): Uint8Array {
  const lines = ["要求を受け付けできません（模擬端末） / request not accepted (simulated terminal)", code, ...reasons];
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);
}
