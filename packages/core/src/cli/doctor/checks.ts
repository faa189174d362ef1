import { japanDateTime } from "../../base/index.ts";
import { changeText, countGuesses } from "../../fidelity/index.ts";
import type { Overlay } from "../../messages/index.ts";
import type { FolderFinding } from "../../transports/folder/inspect-folders.ts";
import type { Layouts } from "../files.ts";
import type { Machine } from "../io.ts";
import { type DoctorCheck, fault, hint, ok } from "./check.ts";

/** Versions, character sets and the clock. */
export function machineChecks({ sdk, node, zone }: Machine, now: Date): readonly DoctorCheck[] {
  const time = japanDateTime(now);
  return [
    ok("sdk", `Onshi SDK ${sdk}`, `@onshi/core ${sdk}`),
    nodeCheck(node),
    characterCheck(),
    // A day before the SDK itself cannot be today.
    time < "2026"
      ? fault(
          "clock",
          `この端末の時計が遅れています（${time}）。時刻を合わせてください。`,
          `The clock is wrong: ${time}.`,
        )
      : ok(
          "clock",
          `日本時間 ${time}（端末の設定 ${zone}）。日付は常に日本時間で数えます。`,
          `Time in Japan ${time}; the machine's zone is ${zone}. Days are always counted in Japan's.`,
        ),
  ];
}

function nodeCheck(node: string): DoctorCheck {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!isSupported) {
    return fault(
      "node",
      `Node ${node} では動作しません。24 以降にしてください。`,
      `Node ${node} is not supported (^20.19.0 || >=22.12.0); 24 is recommended.`,
    );
  }
  if (major >= 22) return ok("node", `Node ${node}`, `Node ${node}`);
  return hint(
    "node",
    `Node ${node} はサポートが終了しています。24 以降をお勧めします。`,
    `Node ${node} works but is past its end of life; 24 is recommended.`,
  );
}

/** Node built without full ICU data cannot read Shift_JIS. */
function characterCheck(): DoctorCheck {
  try {
    const text = new TextDecoder("shift_jis", { fatal: true }).decode(Uint8Array.of(0xfb, 0xfc));
    if (text === "髙")
      return ok("shiftJis", "Shift_JIS（Windows-31J）を読めます。", "Shift_JIS (Windows-31J) can be read.");
  } catch {
    // Reported below.
  }
  return fault(
    "shiftJis",
    "この Node は Shift_JIS を読めません。公式の配布物を使ってください。",
    "This Node cannot decode Shift_JIS; use a build with full ICU data.",
  );
}

/** What is guessed, and what an overlay says about it. */
export function layoutChecks({ layouts, overlays }: Layouts): readonly DoctorCheck[] {
  const { declarations } = layouts.codec;
  const { M, L, I } = countGuesses(declarations);
  const counts = `M ${M}, L ${L}, I ${I}`;
  const guesses = ok(
    "guesses",
    `電文 ${declarations.length} 種類。推定を含む項目：${counts}。実ファイルで onshi conform を実行して確かめてください。`,
    `${declarations.length} messages. Guesses in force: ${counts}. Try them with onshi conform on real files.`,
  );
  if (overlays.length === 0) return [guesses, ok("overlay", "補正ファイル：なし", "Overlay: none")];
  const checks = overlays.flatMap((overlay, place) => {
    const name = overlays.length === 1 ? "overlay" : `overlays.${place}`;
    return overlayChecks(name, overlay, (at) =>
      layouts.superfluous.some((one) => one.overlay === place && one.change === at),
    );
  });
  return [guesses, ...checks];
}

function overlayChecks(
  name: string,
  { source, changes, basis }: Overlay,
  isSuperfluous: (at: number) => boolean,
): readonly DoctorCheck[] {
  const [basisJa, basisEn] = basis === undefined ? ["", ""] : [`、基準 ${basis}`, `, written for ${basis}`];
  return [
    ok(
      name,
      `補正ファイル：${source}（${changes.length} 件${basisJa}）`,
      `Overlay: ${source} (${changes.length} changes${basisEn})`,
    ),
    ...changes.map((change, at) => {
      const line = `${change.do} ${changeText(change)}`;
      const check = `${name}.changes.${at}`;
      if (!isSuperfluous(at)) return ok(check, line, line);
      return hint(
        check,
        `${line}：この SDK には反映済みのため、不要です（害はありません）。`,
        `${line}: this SDK already has it; the line can be removed (harmless).`,
      );
    }),
  ];
}

/** A folder's finding with what to do about it. */
export function folderCheck(finding: FolderFinding): DoctorCheck {
  const { folder, kind } = finding;
  const check = `folder.${folder}`;
  switch (kind) {
    case "ready":
      return ok(check, `${folder}：使えます。`, `${folder}: ready; create and delete work.`);
    case "fault":
      return fault(check, finding.error.operatorMessage, `${finding.error.code}: ${finding.error.vendorMessage}`);
    case "deleteUntested":
      return hint(
        check,
        `${folder}：ファイルを作れないため、削除の権限は確かめられませんでした。受け取ったファイルの削除に必要です。`,
        `${folder}: no file can be created here, so the right to delete could not be tested; the client needs it.`,
      );
    case "cannotDelete":
      return fault(
        check,
        `${folder}：ファイルを削除する権限がありません。試験用の ${finding.fileName} が残っています。変更・削除の権限を付けてください。`,
        `${folder}: no right to delete; the trial file ${finding.fileName} is still there. Grant modify and delete.`,
      );
    case "perhapsEncrypted":
      return hint(
        check,
        `${folder}：XML として読めないファイルが ${finding.count} 件あります。端末の encrypt.conf で暗号化されていないか確認してください。`,
        `${folder}: ${finding.count} files do not start like XML; the terminal may encrypt them (encrypt.conf, KEY=e).`,
      );
    case "stray":
      return hint(
        check,
        `${folder}：別のフォルダのファイル ${finding.fileName} があります。使われません。不要なら移動してください。`,
        `${folder}: ${finding.fileName} belongs in another folder and is ignored here. Everything else goes on.`,
      );
    case "special":
      return hint(
        check,
        `${folder}：${finding.fileName} は通常のファイルではないため、読み飛ばします。`,
        `${folder}: ${finding.fileName} is not a regular file and is ignored.`,
      );
    case "moreStrays":
      return hint(
        check,
        `${folder}：ほかにも使われないファイルが ${finding.count} 件あります。`,
        `${folder}: ${finding.count} more files are ignored.`,
      );
    case "requestsWaiting":
      return hint(
        check,
        `${folder}：要求ファイルが ${finding.count} 件残っています。端末の電源と連携アプリケーションの起動・ログインを確認してください。`,
        `${folder}: ${finding.count} requests are still here; a terminal takes them within seconds: is it on and logged in?`,
      );
    default:
      return finding satisfies never;
  }
}
