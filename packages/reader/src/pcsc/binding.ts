import type { CardDisposition } from "../channel/channel.ts";

/** What a Node binding to PC/SC does for us; one file per binding knows how, and everything else is shared. */
export interface PcscBinding {
  /**
   * Starts to watch the readers. Readers that are there already are reported like a change. Throws the binding's own
   * error at once when there is no PC/SC service.
   */
  watch(events: WatchEvents): PcscWatch;
  /** Name of a PC/SC failure as in `pcsc-failure.ts`; undefined when the binding does not say. */
  failureName(cause: unknown): string | undefined;
}

/** Reports of a watch. After `failed` it reports nothing more. */
export interface WatchEvents {
  readonly changed: (readerName: string, cardPresent: boolean) => void;
  readonly gone: (readerName: string) => void;
  readonly failed: (cause: unknown) => void;
}

/** A running watch. */
export interface PcscWatch {
  /** Connects to the card in a reader; undefined when the watch does not know the reader. */
  connect(readerName: string): Promise<CardHandle | undefined>;
  /** Ends the watch, so that the process can end too. Never throws. */
  stop(): void;
}

/** A connected card, raw: errors are the binding's, and only one call at a time is allowed. */
export interface CardHandle {
  readonly atr: Uint8Array;
  begin(): Promise<void>;
  /** The answer stays valid until the next call. */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  end(how: CardDisposition): Promise<void>;
  disconnect(how: CardDisposition): Promise<void>;
}

/** Room for the longest answer with extended length and its status word; the bindings' own default is 264 bytes. */
export const longestAnswer: number = 65_536 + 2;
