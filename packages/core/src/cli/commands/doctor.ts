import { type ExitCode, exitCode, printJson } from "../../base/index.ts";
import { inspectFolders } from "../../transports/folder/inspect-folders.ts";
import type { CliArguments } from "../arguments.ts";
import { folderCheck, layoutChecks, machineChecks } from "../doctor/checks.ts";
import type { DoctorCheck } from "../doctor/check.ts";
import { layoutsFor } from "../files.ts";
import type { CliIo } from "../io.ts";

const signs: Readonly<Record<DoctorCheck["state"], string>> = { ok: "○", hint: "△", fault: "×" };

/** `onshi doctor`: what is in use, and whether the site is in order. */
export async function doctor(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const layouts = await layoutsFor(args, io);
  const { req, res, face } = args;
  const folders = {
    ...(req !== undefined && { req }),
    ...(res !== undefined && { res }),
    ...(face !== undefined && { face }),
  };
  const findings = await inspectFolders(io.disk, folders, io.random);
  const checks = [...machineChecks(io.machine, io.clock.now()), ...layoutChecks(layouts), ...findings.map(folderCheck)];
  if (args.json) for (const check of checks) printJson(io, "check", check);
  else io.out(checks.map(({ state, ja, en }) => `${signs[state]} ${ja}\n   ${en}\n`).join(""));
  const faults = findings.flatMap((one) => (one.kind === "fault" ? [one.error.code] : []));
  if (faults.some((code) => code !== "folder.swapped")) return exitCode.unreachable;
  return checks.some(({ state }) => state === "fault") ? exitCode.badUse : exitCode.done;
}
