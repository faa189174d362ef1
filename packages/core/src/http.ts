/**
 * The HTTPS door. Apart from the main entry, so that undici loads only for those who use it.
 *
 * @module
 */
export { type HttpTransport, httpTransport } from "./transports/http/http-transport.ts";
export type { HttpPaths, HttpTimeouts, HttpTls, HttpTransportOptions } from "./transports/http/options.ts";
