import { type LadderStep, type Presentable, presentables } from "@onshi/core/rules";
import { invalidPersona } from "./invalid-persona.ts";
import type { ExpectedNextStep, ExpectedStep } from "./persona.ts";
import { readList, readMap, readText } from "./read-group.ts";

const steps: readonly LadderStep[] = ["S0", "S1", "S2", "S3", "S4", "S5", "stop"];

/**
 * Reads what the desk should do next for a persona.
 *
 * @throws OnshiError `config.invalid` naming the field
 */
export function readNextStep(value: unknown, place: string): ExpectedNextStep {
  const { presented, byCard, byNumber } = readMap(value, place);
  return {
    presented: readList(presented, `${place}.presented`).map((one, at) =>
      oneOf<Presentable>(one, presentables, `${place}.presented[${at}]`),
    ),
    byCard: readStep(byCard, `${place}.byCard`),
    byNumber: readStep(byNumber, `${place}.byNumber`),
  };
}

function readStep(value: unknown, place: string): ExpectedStep {
  const { step, cause } = readMap(value, place);
  return {
    step: oneOf<LadderStep>(step, steps, `${place}.step`),
    ...(cause !== undefined && { cause: readText(cause, `${place}.cause`) }),
  };
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[], place: string): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw invalidPersona(place, `次のいずれか：${words.join(", ")}`, `one of ${words.join(", ")}`);
}
