import { createHash } from "node:crypto";
import type { Random } from "@onshi/core/base";

/**
 * A generator whose bytes depend on the seed alone: the same seed gives the same answers, byte for byte. Predictable by
 * design, so never use it for anything secret.
 *
 * @param seed - any number or text
 *
 * @example
 * ```ts
 * import { seededRandom } from "@onshi/mock-server";
 * import { toHex } from "@onshi/core/base";
 *
 * console.log(toHex(seededRandom(1).bytes(4)) === toHex(seededRandom(1).bytes(4))); // true
 * ```
 */
export function seededRandom(seed: number | string): Random {
  let block = 0;
  let rest = Buffer.alloc(0);
  return {
    bytes(count) {
      while (rest.length < count) {
        const next = createHash("sha256").update(`${seed}\n${block++}`).digest();
        rest = Buffer.concat([rest, next]);
      }
      const taken = new Uint8Array(rest.subarray(0, count));
      rest = rest.subarray(count);
      return taken;
    },
  };
}
