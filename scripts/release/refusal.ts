/** Why there is no release. The text is for the one who releases. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
}
