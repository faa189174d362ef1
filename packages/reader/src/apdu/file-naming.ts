import type { FileUse } from "./allow-list.ts";
import { selectFile } from "./command.ts";
import type { CardGate } from "./gate.ts";
import type { CardResponse } from "./response.ts";
import type { StatusMeaning } from "./status-word.ts";

/** How a command names its file: by the short id inside the command, or selected before. */
export type Naming = "shortId" | "selected";

/**
 * How one card takes names of files, by what is done with them. Short ids save a command each; that phones take them is
 * known from nobody (jpki-card §9, point 6), so the first refusal by a status word leads to SELECT EF. It is learned per
 * session and not per reader: the next patient's card is another one.
 */
export type NamingMemory = Map<FileUse, Naming>;

/** A file, and how commands on it are sent. */
export interface NamedFile {
  readonly gate: CardGate;
  readonly naming: NamingMemory;
  readonly file: number;
}

/** Refusals that may be about the way a file was named. Everything else would come in the other form as well. */
const maybeNaming: ReadonlySet<StatusMeaning> = new Set(["notFound", "beyondEnd", "other"]);
const accepts: ReadonlySet<StatusMeaning> = new Set(["ok", "endOfFile", "counter", "blocked"]);

/**
 * Sends a command on a file in the form that the card takes. Never for VERIFY with a PIN: that one is sent once, in the
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
