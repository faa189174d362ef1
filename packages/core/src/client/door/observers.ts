import type { Observer, OnshiEvent } from "./events.ts";
import { isListenedTo, publish } from "./node.ts";

/** All observers of a door. */
export class Observers {
  readonly #observers: readonly Observer[];

  constructor(observers: readonly Observer[]) {
    this.#observers = observers;
  }

  /** Reports an event; it is created only if somebody wants it. */
  tell<Type extends OnshiEvent["type"]>(
    type: Type,
    make: () => Omit<Extract<OnshiEvent, { type: Type }>, "type">,
  ): void {
    const isPublished = isListenedTo(type);
    if (this.#observers.length === 0 && !isPublished) return;
    const event = Object.freeze({ type, ...make() }) as unknown as OnshiEvent;
    for (const observer of this.#observers) tellOne(observer, event);
    if (isPublished) publish(event);
  }
}

function tellOne(observer: Observer, event: OnshiEvent): void {
  try {
    // An async function is accepted where a synchronous one is expected.
    const pending: unknown = observer(event);
    if (pending instanceof Promise) pending.catch(() => undefined);
  } catch {
    // The call goes on.
  }
}
