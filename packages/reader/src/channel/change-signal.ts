/** Tells waiters that something may have changed since somebody last looked, and tells nothing twice. */
export class ChangeSignal {
  readonly #waiting = new Set<() => void>();
  #version = 0;
  #seen = 0;

  /** Something may have changed. */
  notify(): void {
    this.#version += 1;
    this.wake();
  }

  /** Ends all waiting, although nothing changed. */
  wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Somebody looks now. */
  look(): void {
    this.#seen = this.#version;
  }

  /** Resolves when something may have changed since the last look, or when the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.#version !== this.#seen || signal?.aborted) return resolve();
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal?.addEventListener("abort", wake, { once: true });
    });
  }
}
