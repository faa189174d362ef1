/** What was odd about a message that could nevertheless be read. Contains names and places, never a value. */
export interface Problem {
  /**
   * - `unreadable`: the value does not parse (an impossible date); it is kept raw in `unknownElements`
   * - `duplicate`: the element appeared more than once; the first counts, the others are in `unknownElements`
   * - `missing`: a mandatory element is not there
   * - `unknownCode`: the code is in no table; it is kept as `unknown:…`
   * - `consentWithoutEnd`: a consent is stated without a readable end, so it opens nothing
   */
  readonly kind: "unreadable" | "duplicate" | "missing" | "unknownCode" | "consentWithoutEnd";
  /**
   * Wire path, e.g. `XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation/Birthdate`; of `consentWithoutEnd` the
   * property path.
   */
  readonly path: string;
  /** Property in TypeScript. */
  readonly field: string;
}
