import type { ConformReport, ElementFacts, FileFault, GuessVerdict, LayoutFacts } from "./report.ts";

/** The report for people, both languages in the headings; numbers are counts of files or elements. */
export function conformText(report: ConformReport): string {
  const { files, messages, guesses, overlay, beyondOverlay } = report;
  const sections = [
    [`ファイル files: ${files.total}　読取 read: ${files.read}`, ...files.passedOver.map(passedOver)],
    titled("読めないファイル unreadable files", files.unreadable.map(faultLine)),
    ...messages.map(layoutLines),
    titled("推定の検証 guesses", [...verdictLines(guesses, "refuted"), ...verdictLines(guesses, "confirmed")]),
    [`未検証の推定 guesses these files do not touch: ${guesses.filter(({ verdict }) => verdict === "open").length}`],
    titled(
      "補正ファイルでは表せないもの beyond an overlay",
      beyondOverlay.map(({ message, path, why }) => `${message} ${path} (${why})`),
    ),
    titled(
      "補正案 proposed overlay",
      overlay.changes.length > 0 ? JSON.stringify(overlay, null, 2).split("\n") : ["変更なし nothing to change"],
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function passedOver({ name, count }: { readonly name: string; readonly count: number }): string {
  return `  対象外 passed over: ${name} ×${count}`;
}

function faultLine({ number, name, code, variant, line, column, path }: FileFault): string {
  const place = [path, line === undefined ? undefined : `line ${line}, column ${column ?? 1}`].filter(
    (part) => part !== undefined,
  );
  return `#${number} ${name}: ${code}${variant === undefined ? "" : ` ${variant}`}${place.length > 0 ? ` (${place.join(", ")})` : ""}`;
}

function layoutLines({ ids, known, charsets, byteOrderMarks, elements, orders }: LayoutFacts): readonly string[] {
  const head = Object.entries(ids).map(([id, count]) => `${id} ×${count}`);
  const sets = Object.entries(charsets).map(([charset, count]) => `${charset} ×${count}`);
  const strangers = elements.filter((element) => !element.known);
  return [
    `■ ${head.join(", ")}${known ? "" : "　（定義なし no layout）"}`,
    `  文字コード charset: ${sets.join(", ")}${byteOrderMarks > 0 ? `, BOM ×${byteOrderMarks}` : ""}`,
    ...indented("未知の項目 unknown elements", strangers.map(strangerLine)),
    ...indented("定義と異なる項目 against the layout", elements.flatMap(oddLines)),
    ...indented(
      "定義と異なる並び順 other orders",
      orders
        .filter(({ otherwise }) => otherwise > 0)
        .map(
          ({ path, asDeclared, otherwise, distinct }) =>
            `${path}: 定義順 as declared ${asDeclared}, 他 otherwise ${otherwise} (${distinct} 種 kinds)`,
        ),
    ),
    ...indented("項目 elements", elements.filter(({ known: isKnown }) => isKnown).map(elementLine)),
  ];
}

function indented(title: string, lines: readonly string[]): readonly string[] {
  return titled(title, lines).map((line) => `  ${line}`);
}

function lengths({ minLength, maxLength }: ElementFacts): string {
  if (minLength === undefined) return "";
  return minLength === maxLength ? ` [${minLength}]` : ` [${minLength}–${maxLength}]`;
}

function strangerLine(element: ElementFacts): string {
  return `${element.path} ×${element.seen}${lengths(element)}`;
}

function elementLine(element: ElementFacts): string {
  return `${element.path} ×${element.seen}${lengths(element)}${element.confidence === "H" ? "" : ` (${element.confidence})`}`;
}

const oddities = ["unreadable", "tooLong", "otherShape", "duplicate", "missing", "elsewhere"] as const;

function oddLines(element: ElementFacts): readonly string[] {
  const counts = oddities.flatMap((oddity) => (element[oddity] === undefined ? [] : [`${oddity} ×${element[oddity]}`]));
  const shapes = element.shapes === undefined ? "" : `　${element.shapes.join(" | ")}`;
  const codes = (element.unknownCodes ?? []).map(
    ({ table, code, seen }) => `${element.path}: ${table} unknownCode ${code ?? "（非表示 withheld）"} ×${seen}`,
  );
  return [...(counts.length > 0 ? [`${element.path}: ${counts.join(", ")}${shapes}`] : []), ...codes];
}

function verdictLines(guesses: readonly GuessVerdict[], verdict: GuessVerdict["verdict"]): readonly string[] {
  const sign = verdict === "refuted" ? "× 否定 refuted" : "○ 確認 confirmed";
  return guesses
    .filter((guess) => guess.verdict === verdict)
    .map(
      ({ confidence, kind, message, subject, speaksFor, speaksAgainst }) =>
        `${sign} ${confidence} ${kind} ${message} ${subject} (+${speaksFor} −${speaksAgainst})`,
    );
}
