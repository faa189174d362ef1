import { OnshiError } from "@onshi/core/base";
import type { CardInProcess, ReaderSource } from "../pcsc/channel.ts";
import { inProcessSource } from "../pcsc/in-process.ts";
import type { CliArguments } from "./arguments.ts";

/** Name of the reader in which a virtual card lies. */
export const virtualReaderName = "Onshi Virtual Reader";

interface VirtualCards {
  readonly createPersonaCard: (personaId: string) => CardInProcess;
}

/**
 * The readers a command works on: one with a simulated card for `--virtual`, else PC/SC.
 *
 * @throws OnshiError `card.adapterMissing` when what is needed is not installed; `config.invalid` for an unknown persona
 */
export async function sourceFor({ virtual }: CliArguments): Promise<ReaderSource> {
  // The PC/SC adapter is not part of this version.
  if (virtual === undefined) throw new OnshiError("card.adapterMissing", { variant: "pcsc-mini" });
  const { createPersonaCard } = await loadVirtualCards();
  return inProcessSource([{ name: virtualReaderName, card: createPersonaCard(virtual) }]);
}

/** Loaded only here: whoever uses the library for real cards does not need the simulation installed. */
async function loadVirtualCards(): Promise<VirtualCards> {
  const variant = "@onshi/mock-server";
  const cards = await import("@onshi/mock-server/card").catch((cause: unknown) => {
    throw new OnshiError("card.adapterMissing", { variant }, { cause });
  });
  // A version of the simulation that fits this package has the function; another one may not.
  if (!("createPersonaCard" in cards)) throw new OnshiError("card.adapterMissing", { variant });
  return cards as unknown as VirtualCards;
}
