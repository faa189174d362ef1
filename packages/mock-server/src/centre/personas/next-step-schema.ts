import { type LadderStep, presentables } from "@onshi/core/rules";
import type * as zod from "zod";
import type { FileSchemas, ReadGroup } from "./group-schema.ts";

const steps: readonly LadderStep[] = ["S0", "S1", "S2", "S3", "S4", "S5", "stop"];

/** What a persona file says of the next step at the desk. */
export function nextStepSchema({ fields, list, text, textThat }: FileSchemas): zod.ZodType<ReadGroup> {
  const oneOf = (words: readonly string[]): zod.ZodType<string> =>
    textThat((word) => words.includes(word), `次のいずれか：${words.join(", ")}`, `one of ${words.join(", ")}`);
  const step = fields({ step: oneOf(steps), cause: text.optional() });
  const presented = list(oneOf(presentables)).optional();
  return fields({ presented, byCard: step, byNumber: step });
}
