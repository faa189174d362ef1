import type { Application } from "./file-system.ts";
import type { Secret } from "./secret.ts";

/**
 * Which secrets were verified, and for which application. The status outlives disconnect, warm reset and selecting the
 * same application again; another application, the issuer domain or power-off ends it (`jpki-card §5` point 6, §2.8).
 */
export class SecurityState {
  readonly #verified = new Set<Secret>();
  #owner: Application | undefined;

  /** An application becomes current; undefined is the issuer security domain. */
  enter(application: Application | undefined): void {
    if (application !== this.#owner) this.#verified.clear();
    this.#owner = application;
  }

  /** Power-off. */
  clear(): void {
    this.enter(undefined);
  }

  grant(secret: Secret): void {
    this.#verified.add(secret);
  }

  revoke(secret: Secret): void {
    this.#verified.delete(secret);
  }

  /** True when the guard was verified, or when there is none. */
  allows(guard: Secret | undefined): boolean {
    return guard === undefined || this.#verified.has(guard);
  }
}
