/** A place in a chart as its steps: `insurances[0].symbol` is `["insurances", "0", "symbol"]`. */
export const stepsOf = (path: string): readonly string[] => path.match(/[^.[\]]+/g) ?? [];

type Node = Readonly<Record<string, unknown>> | readonly unknown[] | undefined;

const isPlace = (step: string | undefined): boolean => step !== undefined && /^\d+$/.test(step);

/** What stands at a place; undefined for nothing. */
export function readAt(root: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((node, step) => childOf(node as Node, step), root);
}

/** A copy in which something else stands at a place; `undefined` takes it away. What led there is made where missing. */
export function writtenAt<Root>(root: Root, steps: readonly string[], value: unknown): Root {
  return written(root as Node, steps, value) as Root;
}

function written(node: Node, [step = "", ...rest]: readonly string[], value: unknown): unknown {
  const child = rest.length === 0 ? value : written(childOf(node, step) as Node, rest, value);
  if (isPlace(step)) return listWith((node ?? []) as readonly unknown[], Number(step), child);
  const { [step]: _before, ...others } = (node ?? {}) as Readonly<Record<string, unknown>>;
  return child === undefined ? others : { ...(node as object), [step]: child };
}

function listWith(list: readonly unknown[], place: number, entry: unknown): readonly unknown[] {
  if (entry === undefined) return list.filter((_, at) => at !== place);
  return place < list.length ? list.with(place, entry) : [...list, entry];
}

function childOf(node: Node, step: string): unknown {
  return typeof node === "object" && node !== null && Object.hasOwn(node, step)
    ? (node as Readonly<Record<string, unknown>>)[step]
    : undefined;
}
