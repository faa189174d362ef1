import { OnshiError } from "@onshi/core/base";
import { ChangeSignal } from "./change-signal.ts";
import type { CardDisposition, CardInProcess, CardChannel } from "./channel.ts";
import { type OpenSource, type ReaderSource, sealed } from "./reader-source.ts";
import { Slot } from "./slot.ts";

/** A simulated reader, with or without a card. */
export interface InProcessSlot {
  readonly name: string;
  readonly card?: CardInProcess;
}

/** A {@link ReaderSource} whose readers and cards live in this process. */
export interface InProcessSource extends ReaderSource {
  /** Puts a card on a reader. */
  insert(readerName: string, card: CardInProcess): void;
  /** Takes the card away. Sessions get an empty answer, as from vpcd (jpki-card §6). */
  remove(readerName: string): void;
  /**
   * Swaps the card without any event: sessions carry on and talk to the other card, as a quick swap did with a real
   * driver.
   */
  swapUnnoticed(readerName: string, card: CardInProcess): void;
  /** Another process resets the card: sessions get `card.reset`. */
  resetByOther(readerName: string): void;
}

/**
 * Readers and cards simulated in this process, for development without hardware and for tests.
 *
 * @throws OnshiError `card.readerMissing` when a reader's name is not one of the slots
 * @example
 * ```ts
 * import { inProcessSource } from "@onshi/reader";
 *
 * const source = inProcessSource([{ name: "Reader A" }]);
 * console.log(await source.list()); // [{ name: "Reader A", cardPresent: false }]
 * ```
 */
export function inProcessSource(slots: readonly InProcessSlot[]): InProcessSource {
  const byName = new Map(slots.map(({ name, card }) => [name, new Slot(card)]));
  const changes = new ChangeSignal();

  const slotOf = (name: string): Slot => {
    const slot = byName.get(name);
    if (slot === undefined) throw new OnshiError("card.readerMissing");
    return slot;
  };
  return sealed({
    async list() {
      changes.look();
      return [...byName].map(([name, slot]) => ({ name, cardPresent: slot.card !== undefined }));
    },
    changed: (signal) => changes.wait(signal),
    connect: async (readerName) => channelTo(readerName, slotOf(readerName)),
    async close() {
      changes.wake();
    },
    insert(readerName, card) {
      slotOf(readerName).replace(card);
      changes.notify();
    },
    remove(readerName) {
      slotOf(readerName).replace(undefined);
      changes.notify();
    },
    swapUnnoticed: (readerName, card) => slotOf(readerName).swapUnnoticed(card),
    resetByOther: (readerName) => slotOf(readerName).dispose("reset"),
  } satisfies InProcessSource & OpenSource);
}

function channelTo(readerName: string, slot: Slot): CardChannel {
  const card = slot.power();
  let powering = slot.powering;
  let isOpen = true;
  let release: (() => void) | undefined;

  const assertSame = (): void => {
    if (!isOpen) throw new OnshiError("card.sessionClosed");
    if (slot.card === undefined) throw new OnshiError("card.removed");
    if (slot.powering !== powering) throw new OnshiError("card.reset");
  };
  const finish = (how: CardDisposition): void => {
    release?.();
    release = undefined;
    if (slot.card !== undefined && slot.powering === powering) slot.dispose(how);
  };
  return {
    readerName,
    atr: card.atr,
    async begin() {
      assertSame();
      release = await slot.reserve();
      assertSame();
    },
    async transmit(command) {
      if (slot.card === undefined) return new Uint8Array();
      assertSame();
      if (release === undefined && slot.isReserved) throw new OnshiError("card.busy");
      return slot.card.transmit(command);
    },
    async end(how) {
      assertSame();
      finish(how);
    },
    async close(how) {
      // Even after a reset by another process: PC/SC releases a card in the way it was asked to.
      if (slot.card === card) powering = slot.powering;
      if (isOpen) finish(how);
      isOpen = false;
      powering = -1;
    },
  };
}
