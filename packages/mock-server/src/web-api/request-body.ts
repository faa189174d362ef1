import { readJson } from "@onshi/core/wire";
import type { HonoRequest } from "hono";
import { ApiError } from "./api-error.ts";

const maxBytes = 1_000_000;

/** The JSON body of a request, read strictly and bounded. */
export async function readBody(request: HonoRequest): Promise<unknown> {
  if (Number(request.header("content-length") ?? 0) > maxBytes) {
    throw new ApiError(
      413,
      "wire.tooLarge",
      `本文が${maxBytes}バイトを超えています / the body exceeds ${maxBytes} bytes`,
    );
  }
  return readJson(new Uint8Array(await request.arrayBuffer()), { maxBytes });
}

/** The JSON body when it has to be an object. */
export async function readObject(request: HonoRequest): Promise<Readonly<Record<string, unknown>>> {
  const value = await readBody(request);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ApiError(400, "request.invalid", "本文はJSONオブジェクトです / the body has to be a JSON object");
}
