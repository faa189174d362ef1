import type { OnshiError } from "@onshi/core/base";
import type { Verdict } from "./judge.ts";
import type { Place } from "./place.ts";

/** One row of the table of bad input. */
export interface BadInput extends Verdict {
  readonly what: string;
  /** Does what is wrong, through the public API. */
  readonly run: (place: Place) => Promise<Outcome>;
}

/** What came of it. */
export interface Outcome {
  readonly error: OnshiError;
  /** Proves, by expectations of its own, that nothing was lost and that the work goes on. */
  readonly afterwards: () => Promise<unknown>;
}
