import { OnshiError } from "@onshi/core/base";
import type { ReaderState } from "./channel.ts";

/** Why there is no card yet. */
export type WaitingReason = "card.readerMissing" | "card.absent";

/**
 * The reader to use, or why there is none. Never chooses silently: several cards are an error, because the wrong one of
 * two patients' cards would do real harm (jpki-card §6).
 *
 * @throws OnshiError `card.readerAmbiguous`
 */
export function chooseReader(
  readers: readonly ReaderState[],
  wanted: string,
): { readonly reader: string } | { readonly waitingFor: WaitingReason } {
  const candidates = wanted === "auto" ? readers : readers.filter(({ name }) => name === wanted);
  if (candidates.length === 0) return { waitingFor: "card.readerMissing" };
  const [first, ...others] = candidates.filter(({ cardPresent }) => cardPresent);
  if (first === undefined) return { waitingFor: "card.absent" };
  if (others.length > 0) throw new OnshiError("card.readerAmbiguous");
  return { reader: first.name };
}
