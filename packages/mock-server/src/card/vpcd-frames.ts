import { concat } from "@onshi/core/base";

/** One-byte messages of vpcd; everything longer is a command for the card (`jpki-card §2.8`). */
export const vpcdControl = { powerOff: 0x00, powerOn: 0x01, reset: 0x02, requestAtr: 0x04 } as const;

const lengthBytes = 2;

/** A message as vpcd expects it: its length in two bytes, big-endian, then the message. */
export function vpcdFrame(message: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(message.length >> 8, message.length & 0xff), message);
}

/** Cuts a stream of bytes into messages, because TCP keeps no boundaries. */
export class VpcdFrames {
  #rest: Uint8Array = new Uint8Array();

  /** The messages that are complete now. */
  take(chunk: Uint8Array): readonly Uint8Array[] {
    const bytes = concat(this.#rest, chunk);
    const messages: Uint8Array[] = [];
    let at = 0;
    for (;;) {
      const [high, low] = bytes.subarray(at, at + lengthBytes);
      if (high === undefined || low === undefined) break;
      const end = at + lengthBytes + (high << 8) + low;
      if (bytes.length < end) break;
      messages.push(bytes.slice(at + lengthBytes, end));
      at = end;
    }
    this.#rest = bytes.slice(at);
    return messages;
  }
}
