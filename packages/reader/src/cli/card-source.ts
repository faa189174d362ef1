import { OnshiError } from "@onshi/core/base";
import type { ReaderSource } from "../channel/reader-source.ts";
import { inProcessSource } from "../channel/in-process.ts";
import { pcscSource } from "../pcsc/pcsc-source.ts";
import type { CliArguments } from "./arguments.ts";

/** Name of the reader that holds the virtual card. */
export const virtualReaderName = "Onshi Virtual Reader";

/**
 * The readers a command works on: one with a simulated card for `--virtual`, else PC/SC.
 *
 * @throws OnshiError `card.adapterMissing` when what is needed is not installed; `config.invalid` for an unknown persona
 */
export async function sourceFor({ virtual }: CliArguments): Promise<ReaderSource> {
  if (virtual === undefined) return pcscSource();
  const { createPersonaCard } = await loadVirtualCards();
  return inProcessSource([{ name: virtualReaderName, card: createPersonaCard(virtual) }]);
}

/** Loaded only here: users of the library with real cards need not install the simulation. */
async function loadVirtualCards(): Promise<typeof import("@onshi/mock-server/card")> {
  try {
    return await import("@onshi/mock-server/card");
  } catch (cause) {
    throw new OnshiError("card.adapterMissing", { variant: "@onshi/mock-server" }, { cause });
  }
}
