import { wireCode } from "@onshi/core/codes";
import type { FieldDeclaration, FieldType, GroupDeclaration } from "@onshi/core/messages";
import type * as zod from "zod";
import { resolveDay, resolveMonth } from "./relative-date.ts";
import { said } from "./said.ts";

/** What was read of a block: text, or blocks and lists of them. */
export type ReadGroup = Readonly<Record<string, unknown>>;

/** Schemas of the parts of a persona file. Relative dates become days of the calendar. */
export interface FileSchemas {
  /** Text that is not empty. */
  readonly text: zod.ZodType<string>;
  /** A day, also a relative one. */
  readonly day: zod.ZodType<string>;
  /** Text that keeps to a rule. */
  readonly textThat: (isFine: (text: string) => boolean, ja: string, en: string) => zod.ZodType<string>;
  /** A sequence. */
  readonly list: <Item>(item: zod.ZodType<Item>) => zod.ZodType<Item[]>;
  /** A mapping of these fields and no others. */
  readonly fields: <Shape extends Record<string, zod.ZodType>>(shape: Shape) => zod.ZodObject<Shape, zod.core.$strict>;
  /**
   * A block by the declaration of the message it will stand in, so that a persona can hold what a message can hold and
   * nothing else.
   *
   * @param names - the properties that may be given; all when left out
   * @param required - those that must be given
   */
  readonly group: (
    group: GroupDeclaration,
    names?: readonly string[],
    required?: readonly string[],
  ) => zod.ZodType<ReadGroup>;
}

type LeafType = Exclude<FieldType, { readonly kind: "group" | "list" }>;

/** The schemas of a file that is read on this day. */
export function fileSchemas(z: typeof zod, today: string): FileSchemas {
  const text = z.string({ error: said("空でない文字列", "text that is not empty") }).min(1);

  const turned = (turn: (given: string) => string | undefined, ja: string, en: string): zod.ZodType<string> =>
    text.transform((given, context) => {
      const made = turn(given);
      if (made !== undefined) return made;
      context.addIssue({ code: "custom", message: said(ja, en) });
      return z.NEVER;
    });

  const textThat: FileSchemas["textThat"] = (isFine, ja, en) => text.refine(isFine, { error: said(ja, en) });

  const day = turned(
    (given) => resolveDay(given, today),
    "日付または today-40d・month-3/15・year-72/06-15 の形",
    "a day, or today-40d, month-3/15, year-72/06-15",
  );

  const list: FileSchemas["list"] = (item) => z.array(item, { error: said("リスト", "a list") });

  const fields: FileSchemas["fields"] = (shape) => {
    const known = Object.keys(shape).join(", ");
    const error = ({ code }: { readonly code?: string }): string =>
      code === "unrecognized_keys"
        ? said(`次のいずれか：${known}`, `one of ${known}`)
        : said("項目と値の組", "a mapping of fields");
    return z.strictObject(shape, { error });
  };

  const leaf = (type: LeafType): zod.ZodType<string> => {
    switch (type.kind) {
      case "date":
        return day;
      case "month":
        return turned((given) => resolveMonth(given, today), "年月または month-3 の形", "a month, or month-3");
      case "code":
        return textThat(
          (given) => wireCode(type.table, given) !== undefined,
          `コード表 ${type.table} の値`,
          `a literal of ${type.table}`,
        );
      case "text":
        return textThat((given) => fits(type, given), type.format ?? "長さの範囲内", type.format ?? "a shorter text");
      case "dateTime":
        return textThat(
          () => false,
          "なし（日時は模擬センターが入れます）",
          "nothing: instants are the centre's to add",
        );
      default:
        return type satisfies never;
    }
  };

  const field = ({ type, cardinality }: FieldDeclaration): zod.ZodType => {
    if (type.kind === "list") return list(group(type.group));
    if (type.kind !== "group") return leaf(type);
    return cardinality === "*" || cardinality === "+" ? list(group(type.group)) : group(type.group);
  };

  const group: FileSchemas["group"] = (declared, names, required = []) => {
    const shown = declared.fields.filter(({ name }) => names?.includes(name) ?? true);
    const shape = shown.map(
      (one) => [one.name, required.includes(one.name) ? field(one) : field(one).optional()] as const,
    );
    return fields(Object.fromEntries(shape));
  };

  return { text, day, textThat, list, fields, group };
}

function fits(type: Extract<LeafType, { readonly kind: "text" }>, text: string): boolean {
  if (type.maxLength !== undefined && Array.from(text).length > type.maxLength) return false;
  return type.pattern === undefined || new RegExp(type.pattern, "u").test(text);
}
