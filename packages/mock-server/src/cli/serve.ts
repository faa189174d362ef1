import { once } from "node:events";
import { type Clock, type ExitCode, exitCode, printJson } from "@onshi/core/base";
import { type Mock, startMock } from "../mock.ts";
import type { CliArguments } from "./arguments.ts";
import { findPersona } from "../centre/personas/find-persona.ts";
import { type CertificateFiles, readOverlays, writeCertificates } from "./files.ts";
import type { CliIo } from "./io.ts";
import { personaFields, personasFor } from "./personas.ts";

/** `onshi-mock serve`: runs until the signal is aborted, then cleans up. */
export async function serve(args: CliArguments, io: CliIo, clock: Clock): Promise<ExitCode> {
  const { folder, port, seed, delayMs } = args;
  const personas = await personasFor(args, clock);
  // Before anything is touched, so that a mistyped name leaves no half-started centre.
  for (const { personaId } of args.present) findPersona(personas, personaId);
  const overlay = await readOverlays(args.overlay ?? []);
  const mock = await startMock({
    clock,
    personas,
    overlay,
    ...(folder !== undefined && { folder }),
    ...(port !== undefined && { ports: { web: port } }),
    ...(seed !== undefined && { seed }),
    ...(delayMs !== undefined && { answerDelayMs: delayMs }),
  });
  try {
    const files = await writeCertificates(mock);
    if (args.json) printReady(mock, files, io);
    else io.out(readyText(mock, files));
    for (const { personaId, choices } of args.present) {
      await mock.present(personaId, choices);
      if (args.json) printJson(io, "presented", { persona: personaId });
      else io.out(`受付しました（face）：${personaId}\n`);
    }
    if (!io.signal.aborted) await once(io.signal, "abort");
  } finally {
    await mock.close();
  }
  if (args.json) printJson(io, "stopped", {});
  else io.out("終了しました。\n");
  return exitCode.done;
}

function printReady(mock: Mock, files: CertificateFiles, io: CliIo): void {
  const { folders, web, personas } = mock;
  const { baseUrl, institutionCode, password } = web;
  // Whoever connects has to say it: transports refuse this centre without `testOnly: true`.
  const { testOnly } = mock.folderOptions;
  const door = { testOnly, folders, baseUrl, institutionCode, password, files };
  printJson(io, "ready", { ...door, personas: personas.map(personaFields) });
}

function readyText({ folders, web, personas }: Mock, files: CertificateFiles): string {
  return `模擬センターを起動しました。終了は Ctrl+C です。（simulated centre is running）

フォルダ連携
  req   ${folders.req}
  res   ${folders.res}
  face  ${folders.face}
HTTPS（クライアント証明書が必要）
  URL           ${web.baseUrl}
  医療機関コード  ${web.institutionCode}
  パスワード      ${web.password}
  CA証明書       ${files.ca}
  証明書         ${files.certificate}
  秘密鍵         ${files.key}
つなぐ側の設定   testOnly: true（onshi では --test-only）。番号は都道府県番号99だけ
模擬患者 ${personas.length}名（番号などは onshi-mock personas）
${personas.map(({ id, label }) => `  ${id}  ${label}`).join("\n")}
`;
}
