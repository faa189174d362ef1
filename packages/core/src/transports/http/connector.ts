import type { Socket } from "node:net";
import type { SecureContextOptions, TLSSocket } from "node:tls";
import { buildConnector } from "undici";
import { tlsRules } from "./tls-rules.ts";

/** How far a connection had come when it failed. */
export type ConnectStage =
  /** The other side had not answered the handshake, or with something else. */
  | "start"
  /** Its certificate was not accepted. */
  | "certificate"
  /** It had shown its certificate; what failed came after. */
  | "handshake";

/** There was no connection: whatever was to be sent over it has not left. */
export class ConnectFailed extends Error {
  override readonly name = "ConnectFailed";
  readonly stage: ConnectStage;

  constructor(cause: Error, stage: ConnectStage) {
    super("No connection", { cause });
    this.stage = stage;
  }
}

/** Makes connections, reports each socket as soon as it exists, and marks errors that occurred while connecting. */
export function connector(
  tls: SecureContextOptions | undefined,
  connectMs: number,
  onSocket: (socket: Socket) => void,
): buildConnector.connector {
  const connect = buildConnector({ ...tls, ...(tls && tlsRules), timeout: connectMs });
  return (options, callback) => {
    let hasServerSpoken = false;
    // The library returns its socket, although its types do not say so.
    const made = connect(options, (...[error, socket]) => {
      if (!error) return callback(null, socket);
      const isUntrusted = Boolean((made as Partial<TLSSocket> | undefined)?.authorizationError);
      const stage = isUntrusted ? "certificate" : hasServerSpoken ? "handshake" : "start";
      return callback(new ConnectFailed(error, stage), null);
    }) as unknown as Socket | undefined;
    if (!made) return;
    onSocket(made);
    if (!tls) return;
    // `NODE_OPTIONS=--tls-keylog` would make the platform write the connection's keys to a file.
    made.removeAllListeners("keylog");
    // Keys exist once the server has shown its certificate; only their existence is used, never the keys.
    made.once("keylog", () => (hasServerSpoken = true));
  };
}
