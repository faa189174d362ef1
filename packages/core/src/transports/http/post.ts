import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { concat } from "../../base/index.ts";

/** An answer, read up to a limit. */
export interface HttpAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** The answer exceeded the limit. */
  readonly isCut: boolean;
  /** How the bytes are packed (`Content-Encoding`); empty for not at all. */
  readonly coding: string;
  /** `Retry-After` as received. */
  readonly retryAfter?: string | undefined;
}

/** What to send. */
export interface HttpRequest {
  readonly path: string;
  readonly token?: string | undefined;
  readonly body: Uint8Array;
  readonly maxAnswerBytes: number;
  readonly headersMs: number;
  readonly bodyMs: number;
}

/** No more of a refusal is read: it is only searched for a code. */
const refusalLimit = 16 * 1024;

/** One POST of JSON. It is written to a connection at most once. */
export class Post implements Dispatcher.DispatchHandler {
  /** The answer, or the library's error. */
  readonly answer: Promise<HttpAnswer>;
  readonly #limit: number;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #hasLeft = false;
  #resolve!: (answer: HttpAnswer) => void;
  #reject!: (error: unknown) => void;

  constructor(dispatcher: Dispatcher, request: HttpRequest) {
    const { path, token, body, maxAnswerBytes, headersMs, bodyMs } = request;
    this.#limit = maxAnswerBytes;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const headers = {
      "content-type": "application/json; charset=utf-8",
      accept: "application/json",
      "accept-encoding": "identity",
      ...(token === undefined ? {} : { authorization: token }),
    };
    const limits = { headersTimeout: headersMs, bodyTimeout: bodyMs };
    dispatcher.dispatch({ path, method: "POST", headers, body, ...limits }, this);
  }

  /** The request was written to a connection, in whole or in part. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // A second start would be a request sent again.
    if (this.#hasLeft) return controller.abort(new Error("sent already"));
    this.#hasLeft = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    const limit = this.#status >= 200 && this.#status < 300 ? this.#limit : Math.min(this.#limit, refusalLimit);
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length <= limit) return;
    this.#finish(true);
    controller.abort(new Error("over the limit"));
  }

  onResponseEnd(): void {
    this.#finish(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }

  #finish(isCut: boolean): void {
    this.#resolve({
      status: this.#status,
      bytes: concat(...this.#chunks),
      isCut,
      coding: headerText(this.#headers["content-encoding"]) ?? "",
      retryAfter: headerText(this.#headers["retry-after"]),
    });
  }
}

function headerText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.join(",");
}
