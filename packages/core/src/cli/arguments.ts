import { parseArgs } from "node:util";
import { wrongArgument } from "../base/index.ts";

/** What was asked for on the command line. */
export interface CliArguments {
  readonly command: string;
  readonly files: readonly string[];
  readonly json: boolean;
  readonly wire: boolean;
  readonly lenient: boolean;
  readonly message?: string;
  readonly overlay?: string;
  readonly out?: string;
  readonly req?: string;
  readonly res?: string;
  readonly face?: string;
  readonly institution?: string;
  readonly url?: string;
  readonly "password-file"?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly timeout?: string;
  readonly insurer?: string;
  readonly symbol?: string;
  readonly number?: string;
  readonly branch?: string;
  readonly birthdate?: string;
  readonly date?: string;
  readonly limit: boolean;
  readonly site?: string;
  readonly resume?: string;
  readonly pending: boolean;
  readonly interval?: string;
  readonly charset?: string;
  readonly "request-charset"?: string;
  readonly acknowledge: boolean;
}

/** Text of `onshi --help`. */
export const usage: string = `Usage: onshi COMMAND [options]

  decode FILE [--wire] [--lenient]
                   a message (.xml, .json) as typed values; with --wire by wire tags (JSON mirror);
                   with --lenient as much of a broken one as can be read
  encode FILE.json typed values, or a JSON mirror, as the XML of the exchange
  conform DIR      what real files of res and face say about the layouts, without personal data;
                   exit 1 when they contradict something; --out takes the proposed overlay
  anonymise FILE|DIR [--out FILE|DIR]
                   the same structure and lengths with every value replaced, for bug reports
  doctor [--req DIR] [--res DIR] [--face DIR]
                   versions, overlay and guesses in force, and whether the folders are in order
  verify --institution CODE --insurer NO --number NO --birthdate YYYY-MM-DD [--symbol …] [--branch NN] [--limit]
                   eligibility of one person; exit 1 when it is not valid
  bulk FILE.csv --institution CODE --site DIR [--date YYYY-MM-DD] [--interval SECONDS]
                   eligibility of everybody in a list (UTF-8 or Shift_JIS), exit 1 when somebody's is not valid;
                   --resume NUMBER goes on with an earlier one, --pending lists them;
                   --out FILE.csv|FILE.json, --charset shift_jis for the CSV that is written
  watch --institution CODE --face DIR [--site DIR] [--acknowledge]
                   check-ins at the desk's reader as JSON lines until Ctrl+C; files stay without --acknowledge

  verify, bulk and watch reach the centre
    by folders     --req DIR --res DIR [--face DIR]
    or by HTTPS    --url URL --password-file FILE --cert FILE --key FILE --ca FILE     (not watch)
    --request-charset shift_jis   what requests are written in, by folders only; default: utf-8
    --timeout SECONDS   how long to wait for an answer

  --message ID     file id of the message, e.g. OQSsiquc01res; default: by file name, else by content
  --overlay FILE   corrections of the layout
  --out FILE       write there instead of to standard output
  --json           JSON lines {"v":1,"type":…} instead of text; schema in docs/reference/cli.schema.json

Exit: 0 done, 1 a negative answer, 2 bad use or bad input, 3 could not reach the other side.
`;

const options = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  wire: { type: "boolean", default: false },
  lenient: { type: "boolean", default: false },
  message: { type: "string" },
  overlay: { type: "string" },
  out: { type: "string" },
  req: { type: "string" },
  res: { type: "string" },
  face: { type: "string" },
  institution: { type: "string" },
  url: { type: "string" },
  "password-file": { type: "string" },
  cert: { type: "string" },
  key: { type: "string" },
  ca: { type: "string" },
  timeout: { type: "string" },
  insurer: { type: "string" },
  symbol: { type: "string" },
  number: { type: "string" },
  branch: { type: "string" },
  birthdate: { type: "string" },
  date: { type: "string" },
  limit: { type: "boolean", default: false },
  site: { type: "string" },
  resume: { type: "string" },
  pending: { type: "boolean", default: false },
  interval: { type: "string" },
  charset: { type: "string" },
  "request-charset": { type: "string" },
  acknowledge: { type: "boolean", default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the argument in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [command = "help", ...files] = positionals;
  return { ...values, command: values.help ? "help" : command, files };
}

// The return type is long and known only to parseArgs.
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw wrongArgument("arguments", "onshi --help");
  }
};

/** The one file or folder a command works on. */
export function onlyFile({ files }: CliArguments, name: string = "FILE"): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw wrongArgument(name, `one ${name}`, `${name}を1つ`);
  return file;
}
