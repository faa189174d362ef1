import type { FileUse } from "./allow-list.ts";
import { selectFile } from "./command.ts";
import type { CardGate } from "./gate.ts";
import type { CardResponse } from "./response.ts";
import type { StatusMeaning } from "./status-word.ts";

/** How a command names its file: by the short id inside the command, or by a SELECT beforehand. */
export type Naming = "shortId" | "selected";

/**
 * How one card wants its files named, per use. Short ids save a command each, but nobody has reported whether phones
 * accept them (jpki-card §9, point 6), so the first refusal by a status word leads to SELECT EF. It is learned per
 * session, not per reader, because the next patient brings another card.
 */
export type NamingMemory = Map<FileUse, Naming>;

/** A file, and how commands on it are sent. */
export interface NamedFile {
  readonly gate: CardGate;
  readonly naming: NamingMemory;
  readonly file: number;
}

/** Refusals that may be due to the way the file was named; any other would come with the other form too. */
const maybeNaming: ReadonlySet<StatusMeaning> = new Set(["notFound", "beyondEnd", "other"]);
const accepts: ReadonlySet<StatusMeaning> = new Set(["ok", "endOfFile", "counter", "blocked"]);

/**
 * Sends a command on a file in the form that the card accepts. Never for VERIFY with a PIN: that one is sent once, in the
 * form in which the card has answered the counter.
 */
export async function sendOnFile(
  { gate, naming, file }: NamedFile,
  use: FileUse,
  send: (file: number | undefined) => Promise<CardResponse>,
): Promise<CardResponse> {
  const known = naming.get(use);
  let byShortId: CardResponse | undefined;
  if (known !== "selected") {
    byShortId = await send(file);
    if (accepts.has(byShortId.meaning)) naming.set(use, "shortId");
    if (known === "shortId" || !maybeNaming.has(byShortId.meaning)) return byShortId;
  }
  const selected = await gate.transmit(selectFile(file));
  // Nothing was selected, so the first answer is the one that says something about the command.
  if (selected.meaning !== "ok") return byShortId ?? selected;
  const response = await send(undefined);
  if (accepts.has(response.meaning)) naming.set(use, "selected");
  return response;
}
