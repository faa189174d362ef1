import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { declarations } from "@onshi/core/messages";
import { httpTransport } from "@onshi/core/http";
import type { Outgoing } from "@onshi/core/ports";
import { readXml, toMirror, writeDocument } from "@onshi/core/wire";
import { tlsTestCa } from "@onshi/mock-server/pki";
import { Pool, request } from "undici";
import { alternate } from "../lib/alternate.ts";
import { childPath } from "../lib/child.ts";
import { faceLayout, faceResult } from "../lib/face-result.ts";
import { requestDocument } from "../lib/request-document.ts";
import type { Effort, Row, Samples } from "../lib/row.ts";

const institutionCode = "9910000000";
const token = "token";
const connections = 4;
const path = "/messages/OQSsiquc01req";

export const httpRequests: Row = {
  name: "http-requests",
  title: `HTTPS exchange, ${connections} at a time`,
  peerName: "bare undici.request, same bytes both ways",
  unit: "requests/s",
  goal: { of: "ratio", atLeast: 0.7 },
  note: "mTLS to a server in another process; our side also makes the JSON mirror and reads the answer into a tree",
  measure,
};

async function measure(effort: Effort): Promise<Samples> {
  const ca = tlsTestCa();
  const server = ca.issueServer();
  const client = ca.issueClient({ institutionCode });
  const answer = JSON.stringify(toMirror(readXml(faceResult).root, faceLayout));
  const child = fork(childPath("https-server.mjs"), { execArgv: [] });
  child.send({ tls: { cert: server.certificate, key: server.key, ca: ca.certificate }, token, answer });
  const [port] = (await once(child, "message")) as [number];
  const baseUrl = `https://127.0.0.1:${port}`;
  const tls = { cert: client.certificate, key: client.key, ca: ca.certificate };
  const transport = httpTransport({ baseUrl, institutionCode, password: "bench", testOnly: true, tls, connections });
  const dispatcher = new Pool(baseUrl, { connections, connect: tls });

  const layout = declarations.find(({ id }) => id === "OQSsiquc01req");
  if (!layout) throw new Error("no layout of the request");
  const form = { format: "json", charset: "utf-8" } as const;
  const written = (): Uint8Array => writeDocument(requestDocument, layout, form);
  const outgoing = (): Outgoing => ({ id: layout.id, bytes: written(), layout, answerLayout: faceLayout });
  const body = JSON.stringify(toMirror(requestDocument, layout));
  const headers = {
    "content-type": "application/json; charset=utf-8",
    accept: "application/json",
    authorization: token,
  };
  const bare = async (): Promise<void> => {
    const response = await request(baseUrl + path, { dispatcher, method: "POST", headers, body });
    const bytes = await response.body.arrayBuffer();
    if (response.statusCode !== 200 || bytes.byteLength === 0) throw new Error("the server did not answer");
  };

  try {
    const sides = {
      ours: () => requestRate(() => transport.exchange(outgoing()), effort.roundMs),
      peer: () => requestRate(bare, effort.roundMs),
    };
    await alternate(2, sides);
    return await alternate(effort.rounds, sides);
  } finally {
    await transport.close();
    await dispatcher.close();
    await end(child);
  }
}

/** Requests per second of as many loops as there are connections. */
async function requestRate(send: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const start = performance.now();
  let count = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      await send();
      count++;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return (count / (performance.now() - start)) * 1000;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
}
