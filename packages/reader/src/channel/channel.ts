/**
 * A powered card in a reader, whatever drives the reader. Everything above this interface is free of native code.
 *
 * An error thrown by any method poisons the session above it: the same handle may reach another person's card after a
 * quick swap, so nothing more is sent on it.
 */
export interface CardChannel {
  /** Name of the reader, as PC/SC gives it. */
  readonly readerName: string;
  /** Answer to reset, for display only; a card is recognised by its application, never by this. */
  readonly atr: Uint8Array;
  /** Starts a transaction: no other process reaches the card until {@link CardChannel.end}. */
  begin(): Promise<void>;
  /** Sends a command APDU and returns the response with its status word (at least 2 bytes). */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /** Ends the transaction. `unpower` drops every security status of the card. */
  end(how: CardDisposition): Promise<void>;
  /** Disconnects. Safe to call twice. */
  close(how: CardDisposition): Promise<void>;
}

/** What happens to the card at the end. */
export type CardDisposition = "leave" | "reset" | "unpower";

/** A reader and whether it holds a card. */
export interface ReaderState {
  readonly name: string;
  readonly cardPresent: boolean;
}

/** A card that lives in this process; the virtual card of `@onshi/mock-server` is one. */
export interface CardInProcess {
  readonly atr: Uint8Array;
  powerOn(): void;
  powerOff(): void;
  /** Warm reset. */
  reset(): void;
  /** Answers one command APDU, status word included. */
  transmit(command: Uint8Array): Uint8Array;
}
