import { type CardToken, OnshiError, throwIfAborted } from "@onshi/core/base";
import { jpkiFile } from "../apdu/card-map.ts";
import { type FileContent, readStartOfFile } from "../apdu/read-file.ts";
import { readAuthorityCertificate, type AuthorityCertificate } from "./authority-certificate.ts";
import { availabilityLength, type CertificateAvailability, readAvailability } from "./certificate-availability.ts";
import type { UserAuthenticationCertificate } from "./certificate.ts";
import type { CardConnection, Turn } from "./connection.ts";
import { KnownCard, type KnownCardParts, missingFile } from "./known-card.ts";
import type { AuthenticateOptions, CallOptions, MyNumberCard, UserAuthenticationOptions } from "./my-number-card.ts";
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
import { type AuthenticationRequest, framedRequest } from "../token/signing-request.ts";
import { type CardKind, labelLength } from "./token-information.ts";
import { assertCanSign, signToken } from "./sign-token.ts";

/** What a session is built on. */
export interface SessionParts extends KnownCardParts {
  readonly atr: Uint8Array;
  readonly connection: CardConnection;
  /** Releases what was opened for this session alone. */
  readonly release?: () => Promise<void>;
}

/** A PIN that was checked for its form, or how to ask for one. */
interface PinUse extends Omit<AuthenticateOptions, "pin"> {
  readonly pin: PinCallback | Uint8Array;
}

/** What is done once the PIN was verified. */
type Work<T> = (turn: Turn, certificate: UserAuthenticationCertificate) => Promise<T>;

/** Refuses a certificate that is of no use for the work, before anybody is asked. */
type Check = (certificate: UserAuthenticationCertificate) => void;

/** The bytes of a file that every card has, as far as is known. */
function sound(content: FileContent, length: number): Uint8Array {
  if (content instanceof Uint8Array && content.length >= length) return content;
  throw new OnshiError("card.unexpectedAnswer", { variant: missingFile.token });
}

/** {@link MyNumberCard} over a connection. */
export class JpkiSession implements MyNumberCard {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly #parts: SessionParts;
  readonly #card: KnownCard;
  #isPinInUse = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#card = new KnownCard(parts);
    this.readerName = parts.readerName;
    this.atr = parts.atr;
  }

  async userAuthentication(
    options: UserAuthenticationOptions = {},
  ): Promise<{ certificate: UserAuthenticationCertificate }> {
    const { pin, signal } = options;
    const entered = pin === undefined || typeof pin === "function" ? pin : takePin(pin);
    try {
      throwIfAborted(signal);
      const certificate = await this.#transaction("leave", (turn) => this.#certificateWithoutPin(turn));
      if (certificate !== undefined) return { certificate };
      if (entered === undefined) throw new OnshiError("card.pinRequired", { variant: this.#card.kind ?? "unknown" });
      const keep: Work<UserAuthenticationCertificate> = async (_turn, read) => read;
      return { certificate: await this.#usingPin({ ...options, pin: entered }, () => undefined, keep) };
    } finally {
      if (typeof entered !== "function") wipe(entered);
    }
  }

  async caCertificate({ signal }: CallOptions = {}): Promise<{ certificate: AuthorityCertificate }> {
    throwIfAborted(signal);
    return this.#onSameCard(async (turn) => ({
      certificate: readAuthorityCertificate(await this.#card.readAuthority(turn)),
    }));
  }

  async certificateAvailability({ signal }: CallOptions = {}): Promise<CertificateAvailability> {
    throwIfAborted(signal);
    return this.#onSameCard(async (turn) => {
      const content = await readStartOfFile(this.#card.access(turn), jpkiFile.availability, availabilityLength);
      return readAvailability(sound(content, availabilityLength));
    });
  }

  async kind({ signal }: CallOptions = {}): Promise<CardKind> {
    throwIfAborted(signal);
    return this.#onSameCard(async (turn) => {
      const { bytes, kind } = await this.#card.readToken(turn);
      sound(bytes, labelLength);
      return kind;
    });
  }

  async pinStatus({ signal }: CallOptions = {}): Promise<PinStatus> {
    throwIfAborted(signal);
    return this.#onSameCard((turn) => readPinStatus(this.#card.pin(turn)));
  }

  async authenticate(request: AuthenticationRequest, options: AuthenticateOptions): Promise<CardToken> {
    const { pin } = options;
    const given = typeof pin === "function" ? pin : takePin(pin);
    try {
      const framed = framedRequest(request);
      const sign: Work<CardToken> = (turn, certificate) => signToken(this.#card.key(turn), certificate, framed);
      return await this.#usingPin({ ...options, pin: given }, assertCanSign, sign);
    } finally {
      if (typeof given !== "function") wipe(given);
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

  /** The certificate, unless the card wants the PIN first. */
  async #certificateWithoutPin(turn: Turn): Promise<UserAuthenticationCertificate | undefined> {
    const { certificate, isGuarded } = this.#card;
    // Already read after an earlier PIN: there is no need to read it again, only to check that this is the same phone.
    const isKnownPhone = isGuarded && certificate !== undefined;
    await this.#card.open(turn, isKnownPhone);
    return isKnownPhone ? certificate : this.#card.readCertificate(turn);
  }

  /**
   * One PIN at a time: a second click on the button is not a second action of the patient, and the counter it was told
   * would be out of date when its PIN is sent (jpki-card §5.1, §5.3).
   */
  async #usingPin<T>(options: PinUse, check: Check, work: Work<T>): Promise<T> {
    if (this.#isPinInUse) throw new OnshiError("pin.inProgress");
    this.#isPinInUse = true;
    try {
      return await this.#withPin(options, check, work);
    } finally {
      this.#isPinInUse = false;
    }
  }

  /** One PIN, one VERIFY, then the work. The patient is asked between two transactions, never inside one (§5.4). */
  async #withPin<T>(options: PinUse, check: Check, work: Work<T>): Promise<T> {
    const { pin, signal, allowLastTry = false } = options;
    throwIfAborted(signal);
    if (typeof pin !== "function") {
      return this.#verified(pin, check, work, signal, (turn) => this.#assertMayTry(turn, allowLastTry));
    }
    const { remaining } = await this.#transaction("leave", async (turn) => {
      await this.#card.open(turn, turn.isFresh);
      const certificate = await this.#certificateIfFree(turn);
      if (certificate !== undefined) check(certificate);
      return this.#assertMayTry(turn, allowLastTry);
    });
    const given = await askForPin(pin, remaining, signal);
    try {
      return await this.#verified(given, check, work, signal, async () => undefined);
    } finally {
      wipe(given);
    }
  }

  /**
   * The transaction that uses the PIN. It ends without power: re-selecting the application would leave the PIN verified
   * for whoever comes next (jpki-card §5.6).
   */
  #verified<T>(
    pin: Uint8Array,
    check: Check,
    work: Work<T>,
    signal: AbortSignal | undefined,
    mayTry: (turn: Turn) => Promise<unknown>,
  ): Promise<T> {
    return this.#transaction("unpower", async (turn) => {
      throwIfAborted(signal);
      await this.#card.open(turn, true);
      const before = await this.#certificateIfFree(turn);
      if (before !== undefined) check(before);
      await mayTry(turn);
      throwIfAborted(signal);
      await verifyOnce(this.#card.pin(turn), pin);
      const certificate = before ?? (await this.#certificateAfterPin(turn));
      check(certificate);
      return work(turn, certificate);
    });
  }

  async #assertMayTry(turn: Turn, allowLastTry: boolean): Promise<PinStatus> {
    const status = await readPinStatus(this.#card.pin(turn));
    assertMayTry(status, allowLastTry);
    return status;
  }

  /** The certificate as far as it is known without the PIN. On a phone it is read after each VERIFY, to be compared. */
  async #certificateIfFree(turn: Turn): Promise<UserAuthenticationCertificate | undefined> {
    const { certificate, isGuarded } = this.#card;
    return isGuarded ? undefined : (certificate ?? this.#card.readCertificate(turn));
  }

  async #certificateAfterPin(turn: Turn): Promise<UserAuthenticationCertificate> {
    const certificate = await this.#card.readCertificate(turn);
    if (certificate === undefined) throw new OnshiError("card.unexpectedAnswer", { variant: "guarded" });
    return certificate;
  }

  #onSameCard<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    return this.#transaction("leave", async (turn) => {
      await this.#card.open(turn, turn.isFresh);
      return work(turn);
    });
  }

  /** A card that is not the one read before ends the session: nobody knows any more who is at the desk. */
  async #transaction<T>(how: "leave" | "unpower", work: (turn: Turn) => Promise<T>): Promise<T> {
    const { connection } = this.#parts;
    try {
      return await connection.transaction(how, async (turn) => {
        try {
          return await work(turn);
        } catch (error) {
          throw await this.#explained(turn, error);
        }
      });
    } catch (error) {
      if (OnshiError.is(error) && error.code === "card.changed") await connection.close();
      throw error;
    }
  }

  /** The error itself, or the reason behind it: a card swapped without an event gives answers that make no sense. */
  async #explained(turn: Turn, error: unknown): Promise<unknown> {
    if (!OnshiError.is(error) || !turn.gate.isUsable) return error;
    const { code, details } = error;
    const isLost = details.variant === missingFile.certificate || details.variant === missingFile.token;
    if (!isLost && (code !== "card.unexpectedAnswer" || details.statusWord === undefined)) return error;
    try {
      await this.#card.assertStillThere(turn, details.variant);
    } catch (reason) {
      if (!turn.gate.isUsable || (OnshiError.is(reason) && reason.code === "card.changed")) return reason;
    }
    return error;
  }
}
