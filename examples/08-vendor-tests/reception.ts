import { type EligibilityQuestion, type Onshi, OnshiError } from "@onshi/core";

/** What a receipt computer shows at the desk. */
export interface Shown {
  readonly text: string;
  /** The question can be asked again by this reference. */
  readonly later?: string;
}

/** A piece of a product: asks, and puts the outcome into a line for the desk. It needs no more of the client than this. */
export async function shownAtTheDesk(onshi: Pick<Onshi, "eligibility">, question: EligibilityQuestion): Promise<Shown> {
  try {
    const answer = await onshi.eligibility.verify(question);
    return { text: answer.validity === "valid" ? "有効" : "要確認" };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    const { reference } = error.details;
    return { text: error.operatorMessage, ...(reference !== undefined && { later: reference }) };
  }
}
