/** What was odd about a message that could be read all the same. Holds names and places, never a value. */
export interface Problem {
  /**
   * - `unreadable`: the value does not parse (an impossible date); it is kept raw in `unknownElements`
   * - `duplicate`: the element stood more than once; the first counts, the others are in `unknownElements`
   * - `missing`: a mandatory element is not there
   * - `unknownCode`: the code is in no table; it is kept as `unknown:…`
   */
  readonly kind: "unreadable" | "duplicate" | "missing" | "unknownCode";
  /** Wire path, e.g. `XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation/Birthdate`. */
  readonly path: string;
  /** Property in TypeScript. */
  readonly field: string;
}
