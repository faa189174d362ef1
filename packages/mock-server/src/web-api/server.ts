import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { OnshiError } from "@onshi/core/base";

/** Certificates of the HTTPS door, PEM. */
export interface ServerIdentity {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** A server that listens. */
export interface WebServer {
  /** `https://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Connects the app; until then calls are answered with 503. */
  serve(fetch: (request: Request, env: object) => Response | Promise<Response>): void;
  close(): Promise<void>;
}

/**
 * Listens on the loopback address with mTLS: without a certificate of the test CA a client gets no HTTP answer at all.
 */
export async function listen(port: number, identity: ServerIdentity): Promise<WebServer> {
  let handler: (request: Request, env: object) => Response | Promise<Response> = () =>
    new Response(null, { status: 503 });
  // hono would otherwise replace the globals Request and Response in the whole process of a vendor's tests.
  const listener = getRequestListener((request, env) => handler(request, env), { overrideGlobalObjects: false });
  const server = createServer(
    {
      ca: identity.ca,
      cert: identity.certificate,
      key: identity.key,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: "TLSv1.2",
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(portTaken(cause)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (fetch) => {
      handler = fetch;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portTaken = (cause: Error): OnshiError =>
  new OnshiError(
    "config.invalid",
    { field: "port", expected: { ja: "空いているポート番号", en: "a free port" } },
    { cause },
  );
