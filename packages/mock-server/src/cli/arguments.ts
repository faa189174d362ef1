import { parseArgs } from "node:util";
import { OnshiError } from "@onshi/core/base";
import { consentQuestions, type PatientChoices } from "../centre/patient-choices.ts";

/** A check-in that is made as soon as the centre runs. */
export interface PlannedCheckIn {
  readonly personaId: string;
  readonly choices: PatientChoices;
}

/** What was asked for on the command line. */
export interface CliArguments {
  readonly command: "serve" | "card" | "personas" | "help";
  readonly json: boolean;
  readonly folder?: string;
  readonly port?: number;
  readonly seed?: string;
  /** A persona file. */
  readonly personas?: string;
  readonly delayMs?: number;
  readonly present: readonly PlannedCheckIn[];
  /** Whose card it is. */
  readonly persona: string;
  /** Where the virtual reader listens. */
  readonly vpcd: { readonly host: string; readonly port: number };
}

const options = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  folder: { type: "string" },
  port: { type: "string" },
  seed: { type: "string" },
  personas: { type: "string" },
  delay: { type: "string" },
  present: { type: "string", multiple: true },
  persona: { type: "string", default: "insured-valid" },
  vpcd: { type: "string", default: "127.0.0.1:35963" },
} as const;

/** Text of `onshi-mock --help`. */
export const usage: string = `Usage: onshi-mock COMMAND [options]

  serve      runs the simulated centre until Ctrl+C (模擬センターを起動)
  card       lays a virtual My Number Card on a virtual PC/SC reader (vpcd) until Ctrl+C（仮想カードを置く）
  personas   lists the synthetic patients (模擬患者の一覧)

  --folder DIR       where req, res, face and the certificate files are made; default: a temporary folder
  --port N           port of the HTTPS door on 127.0.0.1; default: a free one
  --seed N           same seed and same time, same answers
  --delay MS         how long the centre takes for an answer; default: 0
  --personas FILE    your own patients (YAML) instead of the shipped ones
  --present WHO      a check-in at the face reader once the centre runs; may be given several times.
                     WHO is PERSONA or PERSONA:${consentQuestions.join(",")}
  --vpcd HOST:PORT   where the virtual reader listens; default: 127.0.0.1:35963 (second slot: 35964)
  --persona ID       whose card it is; default: insured-valid. Type insert or remove and Enter to move the card
  --json             JSON lines {"v":1,"type":…} instead of text

Exit: 0 done, 2 bad use or bad input.
`;

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the option in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const { json, folder, seed, personas } = values;
  const { persona } = values;
  const vpcd = readAddress(values.vpcd);
  if (values.help) return { command: "help", json, present: [], persona, vpcd };
  if ((command !== "serve" && command !== "card" && command !== "personas") || rest.length > 0) {
    throw wrong("COMMAND", "serve | card | personas");
  }
  const port = wholeNumber("--port", values.port, 65_535);
  const delayMs = wholeNumber("--delay", values.delay, 600_000);
  return {
    command,
    json,
    present: (values.present ?? []).map(readPlanned),
    persona,
    vpcd,
    ...(folder !== undefined && { folder }),
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(personas !== undefined && { personas }),
    ...(delayMs !== undefined && { delayMs }),
  };
}

// The return type is long and known only to parseArgs.
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw wrong("arguments", "onshi-mock --help");
  }
};

function wholeNumber(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= most) return number;
  throw wrong(option, `0 … ${most}`);
}

function readAddress(text: string): CliArguments["vpcd"] {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const number = wholeNumber("--vpcd", port, 65_535);
  if (host === undefined || !number) throw wrong("--vpcd", "HOST:PORT");
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: number };
}

function readPlanned(text: string): PlannedCheckIn {
  const [personaId = "", kinds] = text.split(":");
  const chosen = kinds === undefined || kinds === "" ? [] : kinds.split(",");
  const known: readonly string[] = consentQuestions;
  if (!chosen.every((kind) => known.includes(kind))) throw wrong("--present", `PERSONA:${known.join(",")}`);
  return { personaId, choices: Object.fromEntries(chosen.map((kind) => [kind, true])) };
}

function wrong(field: string, expected: string): OnshiError {
  return new OnshiError("config.invalid", { field, expected: { ja: expected, en: expected } });
}
