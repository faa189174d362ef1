/** Wakes those who wait when something may have changed since the last look; each change is reported once. */
export class ChangeSignal {
  readonly #waiting = new Set<() => void>();
  #version = 0;
  #seen = 0;

  /** Something may have changed. */
  notify(): void {
    this.#version += 1;
    this.wake();
  }

  /** Wakes everybody although nothing changed. */
  wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Marks everything up to now as seen. */
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
