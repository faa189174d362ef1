import type { WireElement } from "../../messages/index.ts";
import type { Problem } from "./problem.ts";

const none: readonly string[] = Object.freeze([]);

/** Paths of the properties that were stated but could not be read; searched only if there are any. */
export function unreadFields(message: unknown, problems: readonly Problem[]): readonly string[] {
  return problems.some(({ kind }) => kind === "unreadable") ? [...new Set(below(message, ""))] : none;
}

function below(value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => below(item, `${at}[${index}]`));
  if (typeof value !== "object" || value === null) return none;
  return Object.entries(value).flatMap(([name, inner]: readonly [string, unknown]) => {
    if (name === "unknownElements") return marked(inner as readonly WireElement[], at);
    return below(inner, at === "" ? name : `${at}.${name}`);
  });
}

/** Elements of a list that are not items are kept in the list's wrapper. */
function marked(elements: readonly WireElement[], at: string): readonly string[] {
  return elements.flatMap(({ unread, children }) =>
    unread === undefined ? marked(children, at) : [`${at}.${unread}`],
  );
}
