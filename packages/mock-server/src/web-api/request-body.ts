import { readJson } from "@onshi/core/wire";
import type { HonoRequest } from "hono";
import { ApiError } from "./api-error.ts";

const maxBytes = 1_000_000;

/** The JSON body of a request, read strictly; reading stops at the limit, whether the length was announced or not. */
export async function readBody(request: HonoRequest): Promise<unknown> {
  if (Number(request.header("content-length") ?? 0) > maxBytes) throw tooLarge();
  return readJson(await readBounded(request.raw.body), { maxBytes });
}

/** The JSON body, which has to be an object. */
export async function readObject(request: HonoRequest): Promise<Readonly<Record<string, unknown>>> {
  const value = await readBody(request);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ApiError(400, "request.invalid", "本文はJSONオブジェクトです / the body must be a JSON object");
}

async function readBounded(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream: a sender that keeps sending is ignored.
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (): ApiError =>
  new ApiError(413, "wire.tooLarge", `本文が${maxBytes}バイトを超えています / the body exceeds ${maxBytes} bytes`);
