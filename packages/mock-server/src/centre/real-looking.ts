import { numbersIn } from "@onshi/core/messages";

/**
 * Places of numbers that could be those of a real institution or payer, so that a real request sent to the simulated
 * centre by mistake is refused, and nobody takes its answer for one about a real person.
 *
 * @returns paths by property name; never a number
 */
export function realLooking(message: unknown): readonly string[] {
  return numbersIn(message)
    .filter(({ origin }) => origin === "real")
    .map(({ path }) => path.replaceAll(/[.[]/g, "/").replaceAll("]", ""));
}
