/** Commands that OpenSC sends for a job; the virtual card's tests replay them (jpki-card §2.7). */
export const openSc = {
  /** Bind 5, SELECT, 4 bytes for the size, 7 reads of 256 bytes. */
  readCertificate: 14,
  /** Bind 5, SELECT and VERIFY, SELECT and COMPUTE DIGITAL SIGNATURE. */
  sign: 9,
} as const;

/** How the rows name it: the numbers are documented ones, OpenSC itself does not run here. */
export const openScName = "OpenSC, documented sequence";
