import type { Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import { buildConnector } from "undici";

/** No connection came about: whatever was to be sent over it has not left. */
export class ConnectFailed extends Error {
  override readonly name = "ConnectFailed";
  /** The server had begun to answer the handshake when it closed the connection, as it does on a refusal in TLS 1.2. */
  readonly isHandshakeCut: boolean;

  constructor(cause: Error, isHandshakeCut: boolean) {
    super("No connection", { cause });
    this.isHandshakeCut = isHandshakeCut;
  }
}

/** Makes connections and marks the errors of making one. */
export function connector(tls: SecureContextOptions | undefined, connectMs: number): buildConnector.connector {
  const connect = buildConnector({ ...tls, timeout: connectMs });
  return (options, callback) => {
    // The library hands its socket out, which its types do not say.
    const made = connect(options, (...[error, socket]) => {
      if (!error) return callback(null, socket);
      const isCut = "code" in error && error.code === "ECONNRESET" && (made?.bytesRead ?? 0) > 0;
      return callback(new ConnectFailed(error, tls !== undefined && isCut), null);
    }) as unknown as Socket | undefined;
  };
}
