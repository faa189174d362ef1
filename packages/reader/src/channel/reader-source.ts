import { OnshiError } from "@onshi/core/base";
import type { CardChannel, ReaderState } from "./channel.ts";

/**
 * Where readers come from: {@link pcscSource}, or {@link inProcessSource} for simulated ones. It lists readers but gives
 * no access to cards: only {@link waitForCard} gets that from it, and puts the gate in between.
 */
export interface ReaderSource {
  /** The readers as they are now. */
  list(): Promise<readonly ReaderState[]>;
  /** Resolves when something may have changed since the last {@link ReaderSource.list}, or when the signal is aborted. */
  changed(signal?: AbortSignal): Promise<void>;
  /** Releases the service. */
  close(): Promise<void>;
}

/** Powers the card in a reader. The channel bypasses the gate, so it never leaves the package. */
export type Connect = (readerName: string) => Promise<CardChannel>;

/** A source as the package uses it internally. */
export interface OpenSource extends ReaderSource {
  readonly connect: Connect;
}

/** Held here and not in the sources, where any caller could reach it. */
const ways = new WeakMap<ReaderSource, Connect>();

/** The public face of a source: everything but the access to cards, which only {@link connectThrough} has. */
export function sealed<S extends OpenSource>(source: S): Omit<S, "connect"> {
  const { connect, ...shown } = source;
  const outside = Object.freeze(shown);
  ways.set(outside, connect);
  return outside;
}

/**
 * Access to the cards of a source.
 *
 * @throws OnshiError `config.invalid` for a source that this package did not make
 */
export function connectThrough(source: ReaderSource): Connect {
  const connect = ways.get(source);
  if (connect !== undefined) return connect;
  throw new OnshiError("config.invalid", {
    field: "source",
    expected: {
      ja: "pcscSource() か inProcessSource() の戻り値",
      en: "what pcscSource() or inProcessSource() returned",
    },
  });
}
