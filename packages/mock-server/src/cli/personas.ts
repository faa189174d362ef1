import { type Clock, type ExitCode, exitCode, printJson } from "@onshi/core/base";
import { japanDay } from "@onshi/core/base";
import { parsePersonas, shippedPersonas } from "../centre/personas/load-personas.ts";
import type { ExpectedNextStep, ExpectedStep, Persona } from "../centre/personas/persona.ts";
import type { CliArguments } from "./arguments.ts";
import { readPersonaFile } from "./files.ts";
import type { CliIo } from "./io.ts";

/** `onshi-mock personas`: who there is, and what to type in for them. */
export async function listPersonas(args: CliArguments, io: CliIo, clock: Clock): Promise<ExitCode> {
  for (const persona of await personasFor(args, clock)) {
    if (args.json) printJson(io, "persona", personaFields(persona));
    else io.out(personaText(persona));
  }
  return exitCode.done;
}

/** The personas of `--personas`, else the shipped ones. */
export async function personasFor(args: CliArguments, clock: Clock): Promise<readonly Persona[]> {
  const today = japanDay(clock.now());
  return args.personas === undefined
    ? shippedPersonas(today)
    : parsePersonas(await readPersonaFile(args.personas), today);
}

/** What a script may want to know about a persona. */
export function personaFields(persona: Persona): Readonly<Record<string, unknown>> {
  const { id, label, papers, pin, certificateExpiresOn, person, nextStep } = persona;
  return { id, label, name: person.name, papers, pin, certificateExpiresOn, ...(nextStep && { nextStep }) };
}

/** Two or three lines for people. */
export function personaText({ id, label, papers, pin, certificateExpiresOn, person, nextStep }: Persona): string {
  const { insurerNumber, symbol = "（記号なし）", number, branch = "（枝番なし）", birthdate } = papers;
  const keys = [insurerNumber.trim(), symbol, number, branch, birthdate].join("  ");
  return `${id}  ${label}\n    ${person.name}  ${keys}  暗証番号 ${pin}  電子証明書 ${certificateExpiresOn} まで\n${nextStep ? stepText(nextStep) : ""}`;
}

function stepText({ byCard, byNumber }: ExpectedNextStep): string {
  const text = ({ step, cause }: ExpectedStep): string => (cause === undefined ? step : `${step} (${cause})`);
  return `    次の対応　カード ${text(byCard)}　番号 ${text(byNumber)}\n`;
}
