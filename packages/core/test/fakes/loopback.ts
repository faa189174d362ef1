import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Server as HttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** What a test server got. */
export interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Answers a request; a returned value is sent as JSON with status 200, `undefined` means that the handler did it. */
export type Handler = (received: Received, response: ServerResponse, request: IncomingMessage) => unknown;

/** A server on a free loopback port that keeps what it got. */
export interface Loopback {
  readonly port: number;
  readonly received: readonly Received[];
  /** How many requests came to a path. */
  count(path: string): number;
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

/** Starts a server with one handler per path. A path without a handler is answered with 404. */
export async function loopback(
  handlers: Readonly<Record<string, Handler>>,
  server: Server | HttpsServer = createServer(),
  host: string = "127.0.0.1",
): Promise<Loopback> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || "null");
      const entry = { path: request.url ?? "", authorization: request.headers.authorization, body };
      received.push(entry);
      const value = await (handlers[entry.path] ?? notFound)(entry, response, request);
      if (value !== undefined) response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    })().catch(() => response.destroy());
  });
  server.listen(0, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    received,
    count: (path) => received.filter((entry) => entry.path === path).length,
    sockets,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function notFound(_received: Received, response: ServerResponse): void {
  response.writeHead(404).end();
}
