import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { OnshiError } from "../../base/index.ts";

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const codings: ReadonlyMap<string, Unpack> = new Map([
  ["gzip", promisify(gunzip) as Unpack],
  ["x-gzip", promisify(gunzip) as Unpack],
  ["deflate", promisify(inflate) as Unpack],
  ["br", promisify(brotliDecompress) as Unpack],
]);

/**
 * The body as it was before the server packed it (`Content-Encoding`). None is requested, but some servers and proxies
 * compress anyway.
 *
 * @throws OnshiError `wire.refused` for a coding that is not known, `wire.malformed`, `wire.tooLarge`
 */
export async function unpacked(bytes: Uint8Array, coding: string, limit: number): Promise<Uint8Array> {
  const names = coding.toLowerCase().split(",");
  const steps = names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  // The only reason to compress three times is to exhaust the reader.
  if (steps.length > 2) throw new OnshiError("wire.refused", { variant: "content-encoding" });
  let plain = bytes;
  for (const step of steps.toReversed()) {
    const unpack = codings.get(step);
    if (!unpack) throw new OnshiError("wire.refused", { variant: "content-encoding" }, { rawBytes: bytes });
    try {
      plain = await unpack(plain, { maxOutputLength: limit });
    } catch (cause) {
      if ((cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE")
        throw new OnshiError("wire.tooLarge", { limit });
      throw new OnshiError("wire.malformed", { path: "content-encoding" }, { cause, rawBytes: bytes });
    }
  }
  return new Uint8Array(plain);
}
