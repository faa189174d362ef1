import type { Socket } from "node:net";

/** No HTTP server sends more than this before an answer; the HTTP library then reports it. */
const longest = 16 * 1024;
const interim = /^HTTP\/1\.[01] 1(?!01)\d\d[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/;
const beginning = /^HTTP\/1\.[01] 1(?!01)\d\d/;

/**
 * Removes interim answers (1xx, RFC 9110 §15.2) from what a socket receives: a client has to accept them at any time, but
 * the HTTP library breaks the connection on `100 Continue`.
 *
 * @returns a function to call before each further request, whose answer may begin with interim ones again
 */
export function skipInterim(socket: Socket): () => void {
  let isBeginning = true;
  let held = Buffer.alloc(0);
  const take = (chunk: Buffer): Buffer => {
    if (!isBeginning) return chunk;
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const text = held.toString("latin1", 0, longest);
      const [whole] = interim.exec(text) ?? [];
      if (whole !== undefined) {
        held = held.subarray(whole.length);
        continue;
      }
      const isOpen = text.length < 12 ? "HTTP/1.".startsWith(text.slice(0, 7)) : beginning.test(text);
      if (isOpen && text.length < longest) return Buffer.alloc(0);
      isBeginning = false;
      const rest = held;
      held = Buffer.alloc(0);
      return rest;
    }
  };
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  socket.read = (size?: number): Buffer | null => {
    for (;;) {
      const chunk = read(size);
      if (chunk === null) return null;
      const rest = take(chunk);
      if (rest.length > 0) return rest;
    }
  };
  return () => {
    isBeginning = true;
  };
}
