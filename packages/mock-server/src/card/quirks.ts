/** Deviations of cards and readers that clients encounter; none of them is the default. */
export interface VirtualCardQuirks {
  /** The first command after power-up is answered `6F00` once (`jpki-card §2.1`, one measured card). */
  readonly firstCommandFails?: boolean;
  /**
   * How commands with extended length are treated (`jpki-card §2.4`): the default `supported`; `wrongLength` answers
   * `6700`; `truncated` cuts the answer to 256 bytes, as some readers do.
   */
  readonly extendedLength?: "supported" | "wrongLength" | "truncated";
  /** False: commands that name a file by short identifier are answered `6A86`. The status word is a guess. */
  readonly shortIdentifiers?: boolean;
  /** Most bytes that one READ BINARY returns, for readers with small buffers. */
  readonly longestRead?: number;
  /**
   * How a READ BINARY for more than `longestRead` is answered: default `short`, that many bytes; `wrongLength`, `6700`.
   */
  readonly tooLongRead?: "short" | "wrongLength";
  /**
   * How a read across the end of a file is answered: the default `short` returns what there is with `9000`; `exactLength`
   * answers `6Cxx`; `warning` returns what there is with `6282`. The last two were never reported for this card.
   */
  readonly endOfFile?: "short" | "exactLength" | "warning";
  /** Bytes `FF` that follow the certificates in their files (`jpki-card §6`). */
  readonly filler?: number;
  /** The user-authentication certificate was never issued: its file is missing, or there and empty. */
  readonly authenticationCertificate?: "missing" | "empty";
}
