import type { Dispatcher } from "undici";
import { concat } from "../../base/index.ts";

/** An answer, read up to a limit. */
export interface HttpAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** There was more than the limit. */
  readonly isCut: boolean;
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

/** More of a refusal is not read: it is only looked at for a code. */
const refusalLimit = 16 * 1024;

/** One POST of JSON. It is written to a connection at most once. */
export class Post implements Dispatcher.DispatchHandler {
  /** The answer, or the library's error. */
  readonly answer: Promise<HttpAnswer>;
  readonly #limit: number;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  #status = 0;
  #hasLeft = false;
  #isCancelled = false;
  #controller: Dispatcher.DispatchController | undefined;
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
      ...(token === undefined ? {} : { authorization: token }),
    };
    const limits = { headersTimeout: headersMs, bodyTimeout: bodyMs };
    dispatcher.dispatch({ path, method: "POST", headers, body, ...limits }, this);
  }

  /** The request was written to a connection, in whole or in part. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Gives up: a request still in the queue is never sent, one under way loses its connection. */
  cancel(): void {
    this.#isCancelled = true;
    this.#controller?.abort(new Error("cancelled"));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // A second start would be a request sent again.
    if (this.#isCancelled || this.#hasLeft) return controller.abort(new Error("cancelled"));
    this.#controller = controller;
    this.#hasLeft = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
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
    this.#resolve({ status: this.#status, bytes: concat(...this.#chunks), isCut });
  }
}
