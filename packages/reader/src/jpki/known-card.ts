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

/** Which file was missing, as the error tells it; that deserves a second look. */
export const missingFile = { certificate: "certificateFile", token: "tokenFile" } as const;

const missing = (file: keyof typeof missingFile): OnshiError =>
  new OnshiError("card.unexpectedAnswer", { variant: missingFile[file] });

/** What it takes to read a card. */
export interface KnownCardParts {
  readonly readerName: string;
  readonly abilities: ReaderAbilities;
}

/**
 * The one card a session is about: what was learned about it, and whether the card in the reader is still that one. It is
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

  /** The certificate once it was read; from then on the session accepts no other card. */
  get certificate(): UserAuthenticationCertificate | undefined {
    return this.#certificate;
  }

  /** True after the card refused to show its certificate without the PIN. */
  get isGuarded(): boolean {
    return this.#isGuarded;
  }

  /** The kind of card, once the token information was read. */
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

  /** Access to files in this turn. */
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
   * Reads the certificate; undefined when the card wants the PIN first, in which case the kind of card is read instead.
   *
   * @throws OnshiError `card.certificateMissing`, `card.changed`
   */
  async readCertificate(turn: Turn): Promise<UserAuthenticationCertificate | undefined> {
    const content = await readDerFile(this.access(turn), jpkiFile.certificate);
    if (content === "guarded") {
      this.#isGuarded = true;
      const token = await this.readToken(turn);
      // Without it this device could not be told from the next one, so it gets no PIN. A card on which nothing is
      // selected any more may answer 6982 as well.
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
    // No card without it has been reported; the certificate itself shows whether this is still the same card.
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
   * Looks again after an answer that made no sense or a missing file: a card swapped without an event answers that way,
   * because nothing is selected on it.
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
