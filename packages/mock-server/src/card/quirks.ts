/** Deviations of cards and readers that clients meet; none of them is the default. */
export interface VirtualCardQuirks {
  /** The first command after power-up answers `6F00` once (`jpki-card §2.1`, one measured card). */
  readonly firstCommandFails?: boolean;
  /**
   * What becomes of commands with extended length (`jpki-card §2.4`): the default `supported`; `wrongLength` answers
   * `6700`; `truncated` cuts the answer to 256 bytes, as some readers do.
   */
  readonly extendedLength?: "supported" | "wrongLength" | "truncated";
  /** False: commands that name a file by short identifier answer `6A86`. The status word is a guess. */
  readonly shortIdentifiers?: boolean;
  /** Most bytes one READ BINARY gives, for readers with small buffers. */
  readonly longestRead?: number;
  /** What a READ BINARY for more than `longestRead` answers: default `short`, that many bytes; `wrongLength`, `6700`. */
  readonly tooLongRead?: "short" | "wrongLength";
  /**
   * What a read across the end of a file answers: the default `short` gives what there is with `9000`; `exactLength`
   * answers `6Cxx`; `warning` gives what there is with `6282`. The last two were never reported from this card.
   */
  readonly endOfFile?: "short" | "exactLength" | "warning";
  /** Bytes `FF` that follow the certificates in their files (`jpki-card §6`). */
  readonly filler?: number;
  /** The user-authentication certificate was never issued: its file is missing, or there and empty. */
  readonly authenticationCertificate?: "missing" | "empty";
}
