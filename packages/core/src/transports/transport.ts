import type { CardToken } from "../base/index.ts";
import type { MessageDeclaration, WireElement } from "../messages/index.ts";
import type { ByteSource, DocumentForm, DocumentFormat } from "../wire/index.ts";

/** A message on its way out. The transport moves it and knows nothing of its meaning. */
export interface Outgoing {
  /** File id of the request, e.g. `OQSsiquc01req`. */
  readonly id: string;
  /** What leaves, byte for byte, in the form of the transport. */
  readonly bytes: Uint8Array;
  /** Layout of the request. */
  readonly layout: MessageDeclaration;
  /** Layout of the answer; JSON needs it to tell lists from single elements. */
  readonly answerLayout: MessageDeclaration;
  /** The answer may be large: a transport that can do so passes it on to be read piece by piece. */
  readonly streamed?: boolean;
}

/**
 * What came back: a document, a file passed on as bytes or, on request, a file to be read in place, which is gone after
 * `acknowledge`.
 */
export type IncomingContent =
  | { readonly format: DocumentFormat; readonly document: WireElement }
  | { readonly format: "pdf" | "zip"; readonly bytes: Uint8Array }
  | { readonly format: "stream"; readonly of: "xml" | "zip"; readonly source: ByteSource };

/** Form of the bytes of a message that came in. */
export type ContentFormat = DocumentFormat | "pdf" | "zip";

/** A received message. */
export interface Incoming {
  /** File id of the answer, e.g. `OQSsiquc01res`. */
  readonly id: string;
  readonly content: IncomingContent;
  /** {@link Transport.route} of the transport that brought it. */
  readonly route: string;
  /** Name of the file in the folder exchange. */
  readonly fileName?: string;
  /** The bytes as received, for storing and for support; empty for a source. They hold personal data. */
  readonly rawBytes: Uint8Array;
  readonly receivedAt: Date;
  /** Confirms that the message is safe with its owner; only now is a file deleted. Calling it twice does no harm. */
  acknowledge(): Promise<void>;
}

/** A pushed file that could not be read; it stays where it is. */
export type UnreadableHandler = (error: Error, fileName: string) => void;

/** Options of every call of a transport. */
export interface ExchangeOptions {
  readonly signal?: AbortSignal;
  /** How long to wait for the answer, in milliseconds. */
  readonly timeoutMs?: number;
  /**
   * Handle for {@link Transport.awaitAnswer}, chosen by a caller who has to store it before anything leaves: 1 to 32 of
   * `0-9A-Za-z`, never used before. Has no effect where answers cannot be awaited.
   */
  readonly reference?: string;
}

/** How a late answer is waited for. */
export interface LateAnswerWanted extends ExchangeOptions, Pick<Outgoing, "streamed"> {
  /** Id of the answer, if it is not the request's id with the other direction. */
  readonly answerId?: string;
}

/** A one-time challenge of the server for a card. */
export interface CardChallenge {
  /** Handle of the challenge; opaque. */
  readonly id: string;
  /** What the card has to sign (at least 32 random bytes). */
  readonly challenge: Uint8Array;
  /** The server the signature is addressed to, as an origin. */
  readonly audience: string;
  readonly expiresAt: Date;
}

/** The SDK's own card profile over HTTPS. */
export interface CardDoor {
  challenge(options?: ExchangeOptions): Promise<CardChallenge>;
  checkIn(
    body: {
      readonly token: CardToken;
      readonly challengeId: string;
      readonly consents: Readonly<Record<string, boolean>>;
    },
    answerLayout: MessageDeclaration,
    options?: ExchangeOptions,
  ): Promise<Incoming>;
}

/**
 * A door to the centre. What it can do is said by its properties and by nothing else: a method that is not there is not
 * offered, and calls of the client that need it end with `transport.unsupported` before anything leaves.
 */
export interface Transport extends DocumentForm {
  /** What logs, records and answers call this door: 1 to 32 of `0-9A-Za-z-`. Nothing depends on it. */
  readonly route: string;
  /** Answers may be files (PDF). Without it nothing is asked for that would come as one. */
  readonly carriesFiles: boolean;
  /** Bulk requests have their place here: uploads of many persons, and answers as large as their results. */
  readonly carriesBulk: boolean;
  /** 医療機関コード of the account the transport uses, if it has one; the client's has to be the same. */
  readonly institutionCode?: string;
  /**
   * The transport leads to a test centre: only test numbers (prefecture 99) and test cards (JPKI-TEST) go through it, and
   * its answers are marked. Without it only real ones do. The client enforces both; the transport only declares it.
   */
  readonly testOnly?: boolean;
  /**
   * Sends a request and waits for its answer. When the request has left and no answer came in time, the error
   * `answer.timeout` carries a `reference` for {@link Transport.awaitAnswer}.
   */
  exchange(request: Outgoing, options?: ExchangeOptions): Promise<Incoming>;
  /**
   * A fresh handle for {@link ExchangeOptions.reference}. Without this method the caller makes one.
   */
  newReference?(): string;
  /** Waits for the answer to a request sent earlier, even by another process. */
  awaitAnswer?(id: string, reference: string, options?: LateAnswerWanted): Promise<Incoming>;
  /** Results pushed by the card reader at the desk (`face`), until the signal is aborted. */
  checkIns?(options?: {
    readonly signal?: AbortSignal;
    readonly onUnreadable?: UnreadableHandler;
  }): AsyncIterable<Incoming>;
  /** Card check-in by challenge and signature. */
  readonly card?: CardDoor;
  /** Releases connections and watchers; open calls end with `transport.closed`. */
  close(): Promise<void>;
}
