import { basename } from "node:path";
import { type ExitCode, exitCode, printJson, wrongArgument } from "../../base/index.ts";
import { Conformance, type ConformReport, conformText } from "../../fidelity/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { below, filesBelow, layoutsFor, writeOutput } from "../files.ts";
import type { CliIo } from "../io.ts";

/** `onshi conform DIR`: what real files say about the layouts, without a value of anyone. `--out` writes the overlay. */
export async function conform(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const folder = onlyFile(args, "DIR");
  const files = await filesBelow(io, folder);
  if (!files) throw wrongArgument("DIR", "a folder", "フォルダ");
  const { layouts, overlays } = await layoutsFor(args, io);
  const conformance = new Conformance({ declarations: layouts.codec.declarations, overlays });
  for (const file of files) {
    const bytes = await io.readFile(below(folder, file)).catch(() => undefined);
    if (bytes) conformance.add(basename(file), bytes);
    else conformance.addUnreadable(basename(file));
  }
  const report = conformance.report();
  if (args.json) printJson(io, "conform", { report });
  else io.out(conformText(report));
  if (args.out !== undefined) await writeOutput(args, io, `${JSON.stringify(report.overlay, null, 2)}\n`);
  return conforms(report) ? exitCode.done : exitCode.negative;
}

/** Whether the layouts describe everything in the files, and nothing that is not there. */
function conforms({ files, messages, guesses }: ConformReport): boolean {
  const odd = messages
    .flatMap(({ elements }) => elements)
    .some(
      ({ known, unreadable, tooLong, otherShape, duplicate, missing, unknownCodes }) =>
        !known || [unreadable, tooLong, otherShape, duplicate, missing, unknownCodes].some((one) => one !== undefined),
    );
  return !odd && files.unreadable.length === 0 && guesses.every(({ verdict }) => verdict !== "refuted");
}
