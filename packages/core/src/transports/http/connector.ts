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
    let hasServerSpoken = false;
    // The library hands its socket out, which its types do not say.
    const made = connect(options, (...[error, socket]) => {
      if (!error) return callback(null, socket);
      const isReset = "code" in error && error.code === "ECONNRESET";
      return callback(new ConnectFailed(error, isReset && hasServerSpoken), null);
    }) as unknown as Socket | undefined;
    // Keys exist once the server has shown its certificate; only that they do is looked at, never the keys.
    if (tls) made?.once("keylog", () => (hasServerSpoken = true));
  };
}
