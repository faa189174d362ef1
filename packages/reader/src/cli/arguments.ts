import { parseArgs } from "node:util";
import { OnshiError } from "@onshi/core/base";

/** The commands of `onshi-card`. */
export const commandNames = ["list", "status", "certificate", "sign", "transcript", "doctor"] as const;

/** One of {@link commandNames}. */
export type CommandName = (typeof commandNames)[number];

/** What was asked for on the command line. */
export interface CliArguments {
  readonly command: CommandName | "help";
  readonly json: boolean;
  readonly reader: string;
  readonly virtual?: string;
  readonly pem: boolean;
  readonly audience?: string;
  readonly challenge?: string;
  readonly pinDescriptor?: number;
  readonly allowLastTry: boolean;
}

const options = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  reader: { type: "string", default: "auto" },
  virtual: { type: "string" },
  pem: { type: "boolean", default: false },
  audience: { type: "string" },
  challenge: { type: "string" },
  "pin-fd": { type: "string" },
  "allow-last-try": { type: "boolean", default: false },
} as const;

/** Text of `onshi-card --help`. */
export const usage: string = `Usage: onshi-card COMMAND [options]

  list                                     readers, and whether a card lies on them
  status                                   tries left for the PIN, dates of the certificate (no PIN needed)
  certificate [--pem]                      the user-authentication certificate (利用者証明用電子証明書)
  sign --audience URL --challenge BASE64   a signed token; asks for the PIN without echo
  transcript                               every command and answer of a session, without PIN or certificate, for a report
  doctor                                   service, driver, reader, card and timing, with advice

  --reader NAME      the reader to use; without it, the only one that holds a card
  --virtual PERSONA  a simulated card of @onshi/mock-server instead of a reader
  --pin-fd N         read the PIN from file descriptor N (never an argument: others can see those)
  --allow-last-try   send the PIN although one try is left
  --json             JSON lines {"v":1,"type":…} instead of text

Exit: 0 done, 1 the card or the PIN says no, 2 bad use or bad input, 3 no reader, card or answer.
`;

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the option in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [name, ...rest] = positionals;
  const command = commandNames.find((known) => known === name);
  if (values.help) return { ...settings(values), command: "help" };
  if (command === undefined || rest.length > 0) throw wrong("COMMAND", commandNames.join(" | "));
  if (command === "sign" && values.audience === undefined) throw wrong("--audience", "https://…");
  if (command === "sign" && values.challenge === undefined) throw wrong("--challenge", "base64");
  return { ...settings(values), command };
}

type Values = ReturnType<typeof parse>["values"];

function settings(values: Values): Omit<CliArguments, "command"> {
  const { json, reader, virtual, pem, audience, challenge } = values;
  const descriptor = values["pin-fd"];
  if (descriptor !== undefined && !/^\d{1,4}$/.test(descriptor)) throw wrong("--pin-fd", "0, 3, 4 …");
  return {
    json,
    reader,
    pem,
    allowLastTry: values["allow-last-try"],
    ...(virtual !== undefined && { virtual }),
    ...(audience !== undefined && { audience }),
    ...(challenge !== undefined && { challenge }),
    ...(descriptor !== undefined && { pinDescriptor: Number(descriptor) }),
  };
}

// The return type is long and known only to parseArgs.
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    // The message of parseArgs repeats the argument, which might be a PIN in the wrong place.
    throw wrong("arguments", "onshi-card --help");
  }
};

/** The error for a wrong argument. It names the argument and never its value. */
export function wrong(field: string, en: string, ja: string = en): OnshiError {
  return new OnshiError("config.invalid", { field, expected: { ja, en } });
}
