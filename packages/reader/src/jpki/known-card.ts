import { OnshiError, sameBytes } from "@onshi/core/base";
import { jpkiFile } from "../apdu/card-map.ts";
import type { NamedFile, NamingMemory } from "../apdu/file-naming.ts";
import { type FileAccess, fileStillHolds, readDerFile, readStartOfFile } from "../apdu/read-file.ts";
import type { ReaderAbilities } from "../apdu/reader-ability.ts";
import { readCertificateFacts, type UserAuthenticationCertificate } from "./certificate.ts";
import type { Turn } from "./connection.ts";
import { selectJpki } from "./select.ts";
import {
  type CardKind,
  labelLength,
  readTokenInformation,
  type TokenInformation,
  tokenInformationLength,
} from "./token-information.ts";

/** Which file was not there, as the error tells it; a second look is worth it then. */
export const missingFile = { certificate: "certificateFile", token: "tokenFile" } as const;

const missing = (file: keyof typeof missingFile): OnshiError =>
  new OnshiError("card.unexpectedAnswer", { variant: missingFile[file] });

/** What a card is read through. */
export interface KnownCardParts {
  readonly readerName: string;
  readonly abilities: ReaderAbilities;
}

/**
 * The one card a session is about: what was learned of it, and whether the card in the reader still is that one. It is
 * recognised by its certificate; a phone, which shows that only after the PIN, by its token information.
 */
export class KnownCard {
  readonly #parts: KnownCardParts;
  readonly #naming: NamingMemory = new Map();
  #certificate: UserAuthenticationCertificate | undefined;
  #token: TokenInformation | undefined;
  #isGuarded = false;

  constructor(parts: KnownCardParts) {
    this.#parts = parts;
  }

  /** The certificate once it was read; from then on the session knows no other card. */
  get certificate(): UserAuthenticationCertificate | undefined {
    return this.#certificate;
  }

  /** True after the card refused to show its certificate without the PIN. */
  get isGuarded(): boolean {
    return this.#isGuarded;
  }

  /** What the card is, once the token information was read. */
  get kind(): CardKind | undefined {
    return this.#token?.kind;
  }

  /** The file of the PIN, for commands in this turn. */
  pin({ gate }: Turn): NamedFile {
    return { gate, naming: this.#naming, file: jpkiFile.pin };
  }

  /** The file of the private key, for commands in this turn. */
  key({ gate }: Turn): NamedFile {
    return { gate, naming: this.#naming, file: jpkiFile.key };
  }

  /** Files are read through this in a turn. */
  access({ gate }: Turn): FileAccess {
    const { readerName, abilities } = this.#parts;
    return { gate, readerName, abilities, naming: this.#naming };
  }

  /** Selects the application and, when asked to, makes sure that the card is the one the session began with. */
  async open(turn: Turn, compare: boolean): Promise<void> {
    await selectJpki(turn);
    if (!compare) return;
    const mark = this.#mark();
    if (mark === undefined) return;
    if (!(await fileStillHolds(this.access(turn), mark.file, mark.bytes))) throw new OnshiError("card.changed");
  }

  /**
   * Reads the certificate; undefined when the card wants the PIN first, and then what the card is instead.
   *
   * @throws OnshiError `card.certificateMissing`, `card.changed`
   */
  async readCertificate(turn: Turn): Promise<UserAuthenticationCertificate | undefined> {
    const content = await readDerFile(this.access(turn), jpkiFile.certificate);
    if (content === "guarded") {
      this.#isGuarded = true;
      const token = await this.readToken(turn);
      // Without it nobody could tell this device from the next one, so it gets no PIN. 6982 is also what a card may say on
      // which nothing is selected any more.
      if (token.bytes.length < labelLength) throw missing("token");
      return undefined;
    }
    if (content === "missing" || content === "empty") {
      throw new OnshiError("card.certificateMissing", { variant: missingFile.certificate });
    }
    if (this.#certificate !== undefined && !sameBytes(content, this.#certificate.der)) {
      throw new OnshiError("card.changed");
    }
    this.#certificate ??= readCertificateFacts(content);
    return this.#certificate;
  }

  /**
   * Reads the certificate of the authority.
   *
   * @throws OnshiError `card.unexpectedAnswer` when there is none
   */
  async readAuthority(turn: Turn): Promise<Uint8Array> {
    const content = await readDerFile(this.access(turn), jpkiFile.authorityCertificate);
    // Of a card without it there is no report; the certificate itself tells whether it still is the same card.
    if (!(content instanceof Uint8Array)) throw missing("certificate");
    return content;
  }

  /** Reads the token information, which tells cards from phones (jpki-card §1.2). */
  async readToken(turn: Turn): Promise<TokenInformation> {
    const content = await readStartOfFile(this.access(turn), jpkiFile.tokenInformation, tokenInformationLength);
    const token = readTokenInformation(content instanceof Uint8Array ? content : new Uint8Array());
    if (this.#token !== undefined && !sameBytes(token.bytes, this.#token.bytes)) throw new OnshiError("card.changed");
    if (token.bytes.length > 0) this.#token = token;
    return token;
  }

  /**
   * Looks again after an answer that made no sense, or after a file that was not there: a card exchanged without an event
   * answers so, because nothing is selected on it.
   *
   * @throws OnshiError `card.changed` when it is another card
   */
  async assertStillThere(turn: Turn, variant: string | undefined): Promise<void> {
    try {
      await this.open(turn, true);
    } catch (error) {
      // The application was there at the beginning of this turn.
      if (OnshiError.is(error) && error.code === "card.notJpki") throw new OnshiError("card.changed");
      throw error;
    }
    const isToken = variant === missingFile.token;
    if (this.#mark() !== undefined || (!isToken && variant !== missingFile.certificate)) return;
    const content = await readStartOfFile(
      this.access(turn),
      isToken ? jpkiFile.tokenInformation : jpkiFile.certificate,
      1,
    );
    // Nothing was there a moment ago, and now there is something: this is not the card that was selected then.
    if (content instanceof Uint8Array || content === "guarded") throw new OnshiError("card.changed");
  }

  #mark(): { readonly file: number; readonly bytes: Uint8Array } | undefined {
    if (this.#certificate !== undefined && !this.#isGuarded) {
      return { file: jpkiFile.certificate, bytes: this.#certificate.der };
    }
    return this.#token && { file: jpkiFile.tokenInformation, bytes: this.#token.bytes };
  }
}
