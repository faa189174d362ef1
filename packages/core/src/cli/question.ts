import { wrongArgument } from "../base/index.ts";
import type { EligibilityQuestion } from "../client/index.ts";
import { type CliArguments, onlyFile } from "./arguments.ts";
import { readJsonInput } from "./files.ts";
import type { CliIo } from "./io.ts";

/** Options that hold a patient's data, each with the property of a question that it sets. */
const personal = {
  insurer: "insurerNumber",
  symbol: "symbol",
  number: "number",
  branch: "branch",
  birthdate: "birthdate",
} as const;

const texts: readonly string[] = [...Object.values(personal), "confirmationDate"];

/**
 * What `onshi verify` asks: a JSON object in a file or on standard input, or options.
 *
 * @throws OnshiError `config.invalid` naming the option or the property, never a value
 */
export async function readQuestion(args: CliArguments, io: CliIo): Promise<EligibilityQuestion> {
  const { date, limit } = args;
  const asked = args.files.length > 0 ? await fromFile(args, io) : fromOptions(args);
  for (const name of ["insurerNumber", "number", "birthdate"] as const) {
    if (typeof asked[name] === "string" && asked[name] !== "") continue;
    const option = Object.entries(personal).find(([, property]) => property === name)?.[0];
    throw wrongArgument(args.files.length > 0 ? name : `--${option}`, "a value", "値");
  }
  return {
    limitCertificate: false,
    ...asked,
    ...(limit === true && { limitCertificate: true }),
    ...(date !== undefined && { confirmationDate: date }),
  } as EligibilityQuestion;
}

type Asked = Readonly<Partial<Record<keyof EligibilityQuestion, unknown>>>;

function fromOptions(args: CliArguments): Asked {
  const given = Object.entries(personal).map(([option, name]) => [name, args[option as keyof typeof personal]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Asked;
}

async function fromFile(args: CliArguments, io: CliIo): Promise<Asked> {
  const twice = Object.keys(personal).find((option) => args[option as keyof typeof personal] !== undefined);
  if (twice !== undefined)
    throw wrongArgument(`--${twice}`, "either the file or options", "ファイルかオプションの一方");
  const json = await readJsonInput(io, onlyFile(args, "FILE.json"));
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw wrongArgument("FILE.json", "a JSON object", "JSON のオブジェクト");
  for (const [name, value] of Object.entries(json)) {
    const fits = name === "limitCertificate" ? typeof value === "boolean" : typeof value === "string";
    // An unknown name may be anything, even a patient's number, so it is not repeated.
    if (name !== "limitCertificate" && !texts.includes(name))
      throw wrongArgument("FILE.json", `only ${[...texts, "limitCertificate"].join(", ")}`);
    if (!fits) throw wrongArgument(name, name === "limitCertificate" ? "true or false" : "text");
  }
  return json;
}
