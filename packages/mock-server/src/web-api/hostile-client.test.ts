import { request } from "node:https";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../mock.ts";
import { clockAt, type SetClock } from "../test-world.ts";

let mock: Mock;
let clock: SetClock;
beforeEach(async () => {
  clock = clockAt("2026-11-20T00:00:00.000Z");
  mock = await startMock({ clock, seed: 1 });
});
afterEach(() => mock.close());

/** Sends a chunk again and again until somebody answers or hangs up. */
async function pour(chunk: Buffer, atMost: number): Promise<{ readonly sent: number; readonly status: number }> {
  let sent = 0;
  const status = await new Promise<number>((resolve) => {
    const outgoing = request(`${mock.web.baseUrl}/auth`, {
      method: "POST",
      ca: mock.web.ca,
      ...mock.web.clientCertificate,
      agent: false,
    });
    const more = (): void => {
      if (outgoing.destroyed || sent >= atMost) return;
      sent += chunk.length;
      outgoing.write(chunk, more);
    };
    outgoing.on("response", (incoming) => {
      outgoing.destroy();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.on("error", () => resolve(0));
    more();
  });
  return { sent, status };
}

test("a body without announced length is cut off at the limit, not collected first", async () => {
  const { sent, status } = await pour(Buffer.alloc(64 * 1024, " "), 900_000_000);
  expect(status).toBe(413);
  // What the machine's buffers hold besides the million bytes that are allowed.
  expect(sent).toBeLessThan(20_000_000);
});

function login(password: string): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    const tls = { ca: mock.web.ca, ...mock.web.clientCertificate, agent: false as const };
    const outgoing = request(`${mock.web.baseUrl}/auth`, { method: "POST", ...tls }, (incoming) => {
      incoming.resume();
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, retryAfter: incoming.headers["retry-after"] }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify({ institutionCode: mock.web.institutionCode, password }));
  });
}

test("guessing passwords is slowed down, and the right one waits as well", async () => {
  const guesses = [];
  for (let guess = 0; guess < 6; guess += 1) guesses.push(await login(`guess ${guess}`));
  expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await login(mock.web.password)).toEqual({ status: 429, retryAfter: "1" });
  clock.set("2026-11-20T00:00:01.000Z");
  expect(await login(mock.web.password)).toEqual({ status: 200, retryAfter: undefined });
});
