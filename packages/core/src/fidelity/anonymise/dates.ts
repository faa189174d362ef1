import { daysOfMonth } from "../../base/index.ts";
import { isDay, isInstant } from "../value-shape.ts";
import type { Draw, Substitution } from "./substitution.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * Another day for a day, another instant for an instant; undefined for any other text. Each is drawn separately: anybody
 * who knows one of the days could undo a common shift. So neither ages nor intervals are kept.
 */
export function otherDate(substitution: Substitution, text: string): string | undefined {
  if (isDay(text)) return otherDay(substitution, text);
  if (!isInstant(text)) return undefined;
  const day = otherDay(substitution, text.slice(0, 8));
  return substitution.of("instant", text, (draw) => day + two(draw(24)) + two(draw(60)) + two(draw(60)));
}

/** Another month for `YYYYMM`; undefined for any other text. */
export function otherMonth(substitution: Substitution, text: string): string | undefined {
  if (!/^\d{6}$/.test(text) || !isDay(`${text}01`)) return undefined;
  return substitution.of("month", text, (draw) => drawMonth(draw));
}

function otherDay(substitution: Substitution, text: string): string {
  return substitution.of("day", text, (draw) => {
    const month = drawMonth(draw);
    const days = daysOfMonth(Number(month.slice(0, 4)), Number(month.slice(4)));
    return month + two(1 + draw(days));
  });
}

function drawMonth(draw: Draw): string {
  return `${1920 + draw(110)}${two(1 + draw(12))}`;
}
