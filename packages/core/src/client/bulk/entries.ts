import { isOnshiError, OnshiError } from "../../base/index.ts";

/**
 * Maps each entry of a list that a caller gave.
 *
 * @throws OnshiError `request.invalid` naming the list when it is empty or not a list, else the entry and its field:
 *   `people[3].birthdate`
 */
export function eachEntry<Entry, Made>(
  name: string,
  entries: readonly Entry[],
  make: (entry: Entry, index: number) => Made,
): readonly Made[] {
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new OnshiError("request.invalid", {
      field: name,
      expected: { ja: "1件以上の一覧", en: "a list of at least one" },
    });
  }
  return (entries as readonly Entry[]).map((entry, index) => {
    if (typeof entry !== "object" || entry === null)
      throw new OnshiError("request.invalid", { field: `${name}[${index}]` });
    try {
      return make(entry, index);
    } catch (error) {
      throw named(error, (field) => `${name}[${index}].${field}`);
    }
  });
}

/** Makes the writer's errors name a list as the caller knows it, not as the message does. */
export async function withEntryNames<Result>(
  names: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw named(error, (field) => field.replace(/^\w+(?=\[)/, (list) => names[list] ?? list));
  }
}

function named(error: unknown, rename: (field: string) => string): unknown {
  if (!isOnshiError(error, "request.invalid", "wire.unencodable")) return error;
  return error.with({ field: rename(error.details.field) });
}
