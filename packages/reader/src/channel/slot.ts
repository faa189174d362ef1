import { OnshiError } from "@onshi/core/base";
import type { CardDisposition, CardInProcess } from "./channel.ts";

/** One simulated reader: its card, whether it is powered, and who holds it. */
export class Slot {
  #card: CardInProcess | undefined;
  #isPowered = false;
  #powering = 0;
  #held: { readonly ended: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(card: CardInProcess | undefined) {
    this.#card = card;
  }

  get card(): CardInProcess | undefined {
    return this.#card;
  }

  /** Changes whenever the card loses its state, so that an older channel notices. */
  get powering(): number {
    return this.#powering;
  }

  get isReserved(): boolean {
    return this.#held !== undefined;
  }

  /** Powers the card unless it is on already; a card left on keeps its state, as on a real reader. */
  power(): CardInProcess {
    if (this.#card === undefined) throw new OnshiError("card.absent");
    if (!this.#isPowered) this.#card.powerOn();
    this.#isPowered = true;
    return this.#card;
  }

  /** Waits for the transaction of anyone else to end, then starts one; the returned function ends it. */
  async reserve(): Promise<() => void> {
    while (this.#held !== undefined) await this.#held.ended;
    let resolve = (): void => undefined;
    const ended = new Promise<void>((done) => (resolve = done));
    const held = { ended, resolve };
    this.#held = held;
    return () => this.#held === held && this.#release();
  }

  dispose(how: CardDisposition): void {
    if (how === "leave" || !this.#isPowered) return;
    if (how === "reset") this.#card?.reset();
    else this.#cutPower();
    this.#powering += 1;
  }

  replace(card: CardInProcess | undefined): void {
    this.#cutPower();
    this.#powering += 1;
    this.#card = card;
    // A transaction ends with its card.
    this.#release();
  }

  swapUnnoticed(card: CardInProcess): void {
    const wasPowered = this.#isPowered;
    this.#cutPower();
    this.#card = card;
    if (wasPowered) this.power();
  }

  #release(): void {
    this.#held?.resolve();
    this.#held = undefined;
  }

  #cutPower(): void {
    if (this.#isPowered) this.#card?.powerOff();
    this.#isPowered = false;
  }
}
