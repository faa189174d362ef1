import { once } from "node:events";
import { type Clock, type ExitCode, exitCode, printJson } from "@onshi/core/base";
import { createPersonaCard } from "../card/persona-card.ts";
import { vpcdLink } from "../card/vpcd-link.ts";
import type { CliArguments } from "./arguments.ts";
import type { CliIo } from "./io.ts";
import { personasFor } from "./personas.ts";

/**
 * `onshi-mock card`: a persona's card in a virtual PC/SC reader until the signal is aborted. The lines `insert` and
 * `remove` move it. The PIN's counter lives as long as the command.
 */
export async function layCard(args: CliArguments, io: CliIo, clock: Clock): Promise<ExitCode> {
  const { persona, vpcd, json } = args;
  const card = createPersonaCard(persona, { clock, personas: await personasFor(args, clock) });
  const tell = (connected: boolean): void => {
    if (json) printJson(io, connected ? "inserted" : "removed", { persona, ...vpcd });
    else io.out(`${connected ? "カードを置きました (inserted)" : "カードを外しました (removed)"}: ${persona}\n`);
  };
  const link = vpcdLink({ ...vpcd, clock, onConnection: tell });
  if (!json) io.out(`vpcd ${vpcd.host}:${vpcd.port}（終了は Ctrl+C、Enter で確定：insert・remove）\n`);
  void link.insert(card);
  io.onLine?.((line) => {
    if (line.trim() === "insert") void link.insert(card);
    if (line.trim() === "remove") void link.remove();
  }, io.signal);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await link.remove();
  return exitCode.done;
}
