import type { KeyObject } from "node:crypto";
import type { Secret } from "./secret.ts";

/** Bytes that READ BINARY returns, once the guard was verified. */
export interface DataFile {
  readonly kind: "data";
  readonly content: Uint8Array;
  readonly guard?: Secret;
}

/** A PIN or password. */
export interface SecretFile {
  readonly kind: "secret";
  readonly secret: Secret;
}

/** A private key; it never leaves the card. */
export interface KeyFile {
  readonly kind: "key";
  readonly key: KeyObject;
  readonly guard: Secret;
}

/** A file that exists but that nobody can use: its meaning is not public, or its content must not exist here. */
export interface ClosedFile {
  readonly kind: "closed";
}

/** An elementary file (EF) of an application. */
export type ElementaryFile = DataFile | SecretFile | KeyFile | ClosedFile;

/** An application (AP, a dedicated file) of the card. */
export interface Application {
  readonly aid: Uint8Array;
  readonly files: ReadonlyMap<number, ElementaryFile>;
  /** Nothing can be read, whatever was verified. */
  readonly sealed: boolean;
  /** What SET SESSION KEY answers here (`jpki-card §2.6`). */
  readonly sessionKeyAnswer: number;
}
