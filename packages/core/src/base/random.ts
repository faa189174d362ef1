/** The only source of randomness. Tests and the simulated centre provide a seeded one. */
export interface Random {
  /** `count` unpredictable bytes. */
  bytes(count: number): Uint8Array;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` random characters of 32 that cannot be mistaken for one another: 5 bits each. */
export function randomText(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => alphabet[byte % 32]).join("");
}
