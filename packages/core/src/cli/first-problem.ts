import type { OnshiError } from "../base/index.ts";
import { type Judgement, shownPath, walk } from "../fidelity/index.ts";
import type { MessageDeclaration, WireElement } from "../messages/index.ts";
import { salvageXml } from "../wire/index.ts";

/** Where to look first in a file that could be read but has something wrong. */
export interface FirstProblem {
  readonly kind: "unreadable" | "duplicate" | "missing" | "unknownCode";
  /** Wire path from `XmlMsg` on. */
  readonly path: string;
  /** Line of the element; for a missing one, the line of the element that lacks it. */
  readonly line: number;
}

const wrong: ReadonlySet<Judgement> = new Set<Judgement>(["unreadable", "duplicate", "unknownCode"]);

/** The first thing in a document that became a problem, with its line. */
export function firstProblem(bytes: Uint8Array, layout: MessageDeclaration): FirstProblem | undefined {
  const { root, lines } = salvageXml(bytes);
  if (!root) return undefined;
  const found: FirstProblem[] = [];
  const note = (kind: FirstProblem["kind"], path: string, element: WireElement): void => {
    found.push({ kind, path: shownPath(`XmlMsg/${path}`), line: lines.get(element) ?? 1 });
  };
  walk(root, layout, {
    element: ({ path, element, judgement }) => {
      if (wrong.has(judgement)) note(judgement as FirstProblem["kind"], path, element);
    },
    missing: (path, _field, holder) => note("missing", path, holder),
  });
  return found.toSorted((a, b) => a.line - b.line)[0];
}

/** An error about an element that appears twice, with the line of the second one. */
export function lineOfSecond(bytes: Uint8Array, layout: MessageDeclaration, error: OnshiError): OnshiError {
  if (error.code !== "wire.duplicate" || error.details.line !== undefined) return error;
  const { path } = error.details;
  const { root, lines } = salvageXml(bytes);
  if (!root) return error;
  const seconds: number[] = [];
  const seen = new Set<string>();
  walk(root, layout, {
    element: ({ path: at, element, judgement }) => {
      const isAgain = judgement === "duplicate" || judgement === "elsewhere" || seen.has(at);
      seen.add(at);
      if (isAgain && path.endsWith(element.name)) seconds.push(lines.get(element) ?? 1);
    },
  });
  const [second] = seconds;
  return second === undefined ? error : error.with({ line: second });
}
