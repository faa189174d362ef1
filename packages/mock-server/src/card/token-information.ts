import { createHash } from "node:crypto";
import { concat } from "@onshi/core/base";

const text = (value: string, length: number): Uint8Array => new TextEncoder().encode(value.padEnd(length, " "));

function integers(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value);
  return bytes;
}

const unknown = 0xffffffff;

/**
 * EF `0006`: a PKCS#11 `CK_TOKEN_INFO` of 160 bytes with big-endian integers (`jpki-card §1.2`). The serial number is
 * invented and belongs to no real card; it differs from card to card, which is known for real cards and a guess for
 * phones.
 */
export function tokenInformation(label: string, certificate: Uint8Array): Uint8Array {
  const mark = createHash("sha256").update(certificate).digest().readUInt32BE() % 1_000_000;
  return concat(
    text(label, 32),
    text("1".padStart(32, "0"), 32),
    text("E16R01NJ", 16),
    text(`0000000099${String(mark).padStart(6, "0")}`, 16),
    // flags; sessions and read-write sessions: maximum, open; longest and shortest PIN; public and private memory
    integers(0x040d, 1, 0, 1, 0, 16, 6, unknown, unknown, unknown, unknown),
    text("03", 2),
    text("01", 2),
    text("9".repeat(16), 16),
  );
}
