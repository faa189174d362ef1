import { OnshiError } from "../../base/index.ts";
import { hasControlByte } from "./decode-text.ts";
import { type Charset, sniffCharset } from "./sniff-charset.ts";

/** How much of a document is searched for its character set; header and declaration lie well within. */
const headLength = 64 * 1024;

/** Bytes to text piece by piece, as {@link decodeText} does for a whole document. */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let head: Uint8Array[] | undefined = [];
  let gathered = 0;
  let decode: ((chunk?: Uint8Array) => string) | undefined;
  for await (const chunk of chunks) {
    if (decode) {
      yield decode(chunk);
      continue;
    }
    head?.push(chunk);
    gathered += chunk.length;
    if (gathered < headLength) continue;
    const start = Buffer.concat(head ?? []);
    head = undefined;
    decode = decoderFor(sniffCharset(start));
    yield decode(start);
  }
  if (!decode) {
    const whole = Buffer.concat(head ?? []);
    decode = decoderFor(sniffCharset(whole));
    yield decode(whole);
  }
  yield decode();
}

function decoderFor(charset: Charset): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder(charset, { fatal: true });
  return (chunk) => {
    try {
      if (chunk && charset === "shift_jis" && hasControlByte(chunk)) throw new TypeError("control byte");
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new OnshiError("wire.charset", { variant: charset });
    }
  };
}
