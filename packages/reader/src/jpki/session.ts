import { type CardToken, OnshiError, sameBytes, throwIfAborted } from "@onshi/core/base";
import { type FileAccess, fileStillHolds, readDerFile } from "../apdu/read-file.ts";
import type { ReaderAbilities } from "../apdu/reader-ability.ts";
import { readCertificateFacts, type UserAuthenticationCertificate } from "./certificate.ts";
import type { CardConnection, Turn } from "./connection.ts";
import type { AuthenticateOptions, CallOptions, MyNumberCard } from "./my-number-card.ts";
import {
  askForPin,
  assertMayTry,
  type PinCallback,
  type PinStatus,
  readPinStatus,
  takePin,
  verifyOnce,
  wipe,
} from "./pin.ts";
import type { CardProfile } from "./profile.ts";
import { selectJpki } from "./select.ts";
import { type AuthenticationRequest, framedRequest } from "./signing-request.ts";
import { assertCanSign, signToken } from "./token.ts";

/** What a session stands on. */
export interface SessionParts {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly connection: CardConnection;
  readonly profile: CardProfile;
  readonly abilities: ReaderAbilities;
  /** Lets go of what was opened for this session alone. */
  readonly release?: () => Promise<void>;
}

interface SignOptions {
  readonly signal: AbortSignal | undefined;
  readonly allowLastTry?: boolean;
}

/** {@link MyNumberCard} over a connection. */
export class JpkiSession implements MyNumberCard {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly #parts: SessionParts;
  /** The certificate read first; from then on this session knows no other card. */
  #certificate: UserAuthenticationCertificate | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.readerName = parts.readerName;
    this.atr = parts.atr;
  }

  async userAuthentication({ signal }: CallOptions = {}): Promise<{ certificate: UserAuthenticationCertificate }> {
    throwIfAborted(signal);
    return this.#transaction("leave", async (turn) => {
      await selectJpki(turn, this.#parts.profile);
      return { certificate: await this.#readCertificate(turn) };
    });
  }

  async pinStatus({ signal }: CallOptions = {}): Promise<PinStatus> {
    throwIfAborted(signal);
    return this.#transaction("leave", async (turn) => {
      await this.#openSameCard(turn, turn.isFresh);
      return readPinStatus(turn.gate, this.#parts.profile);
    });
  }

  async authenticate(request: AuthenticationRequest, options: AuthenticateOptions): Promise<CardToken> {
    const { pin, signal } = options;
    if (typeof pin === "function") return this.#authenticateAsking(request, pin, options);
    const given = takePin(pin);
    try {
      const framed = framedRequest(request);
      throwIfAborted(signal);
      return await this.#sign(framed, given, { signal, allowLastTry: options.allowLastTry ?? false });
    } finally {
      wipe(given);
    }
  }

  async close(): Promise<void> {
    const { connection, release } = this.#parts;
    await connection.close();
    await release?.();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** The patient is asked between two transactions, never inside one (jpki-card §5.4). */
  async #authenticateAsking(
    request: AuthenticationRequest,
    ask: PinCallback,
    { signal, allowLastTry = false }: AuthenticateOptions,
  ): Promise<CardToken> {
    const framed = framedRequest(request);
    throwIfAborted(signal);
    const { remaining } = await this.#transaction("leave", (turn) => this.#prepare(turn, allowLastTry));
    const given = await askForPin(ask, remaining, signal);
    try {
      return await this.#sign(framed, given, { signal });
    } finally {
      wipe(given);
    }
  }

  /** Everything that can be refused before the patient is asked: card, certificate, key, counter. */
  async #prepare(turn: Turn, allowLastTry: boolean): Promise<PinStatus> {
    await this.#openSameCard(turn, turn.isFresh);
    const certificate = this.#certificate ?? (await this.#readCertificate(turn));
    assertCanSign(certificate);
    const status = await readPinStatus(turn.gate, this.#parts.profile);
    assertMayTry(status, allowLastTry);
    return status;
  }

  /**
   * The transaction that uses the PIN. It ends without power: re-selecting the application would leave the PIN verified
   * for whoever comes next (jpki-card §5.6). The counter is asked only when `allowLastTry` says that nobody has yet.
   */
  #sign(framed: Uint8Array, pin: Uint8Array, { signal, allowLastTry }: SignOptions): Promise<CardToken> {
    const { profile } = this.#parts;
    return this.#transaction("unpower", async (turn) => {
      throwIfAborted(signal);
      await this.#openSameCard(turn, true);
      const certificate = this.#certificate ?? (await this.#readCertificate(turn));
      assertCanSign(certificate);
      if (allowLastTry !== undefined) assertMayTry(await readPinStatus(turn.gate, profile), allowLastTry);
      throwIfAborted(signal);
      await verifyOnce(turn.gate, profile, pin);
      return signToken(turn.gate, profile, certificate, framed);
    });
  }

  /** Selects the application and, when asked to, makes sure that the card is the one whose certificate was read. */
  async #openSameCard(turn: Turn, compare: boolean): Promise<void> {
    const { profile } = this.#parts;
    await selectJpki(turn, profile);
    if (!compare || this.#certificate === undefined) return;
    const isSame = await fileStillHolds(this.#access(turn), profile.certificateFile, this.#certificate.der);
    if (!isSame) throw new OnshiError("card.changed");
  }

  async #readCertificate(turn: Turn): Promise<UserAuthenticationCertificate> {
    const der = await readDerFile(this.#access(turn), this.#parts.profile.certificateFile);
    if (der === undefined) throw new OnshiError("card.certificateMissing");
    if (this.#certificate !== undefined && !sameBytes(der, this.#certificate.der)) throw new OnshiError("card.changed");
    this.#certificate ??= readCertificateFacts(der);
    return this.#certificate;
  }

  #access({ gate }: Turn): FileAccess {
    const { readerName, abilities } = this.#parts;
    return { gate, readerName, abilities };
  }

  /** A card that is not the one read before ends the session: nobody knows any more who is at the desk. */
  async #transaction<T>(how: "leave" | "unpower", work: (turn: Turn) => Promise<T>): Promise<T> {
    const { connection } = this.#parts;
    try {
      return await connection.transaction(how, work);
    } catch (error) {
      if (OnshiError.is(error) && error.code === "card.changed") await connection.close();
      throw error;
    }
  }
}
