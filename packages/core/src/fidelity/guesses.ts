import { type CodeTableId, codeTables } from "../codes/index.ts";
import type { Confidence, FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../messages/index.ts";

/** Something a layout assumes without being sure. */
export interface Guess {
  readonly kind: "message" | "element" | "place" | "codeTable";
  /** Id, path below `XmlMsg`, or table id. */
  readonly subject: string;
  readonly confidence: Exclude<Confidence, "H">;
}

/** One field of a layout with its path below `XmlMsg`. */
export interface PlacedField {
  readonly path: string;
  readonly field: FieldDeclaration;
}

/** All fields of a layout, outer ones first. */
export function fieldsOf({ header, body }: MessageDeclaration): readonly PlacedField[] {
  return [...inside("MessageHeader", header), ...inside("MessageBody", body)];
}

function inside(path: string, { fields }: GroupDeclaration): readonly PlacedField[] {
  return fields.flatMap((field) => {
    const { type } = field;
    const own = { path: `${path}/${field.wire}`, field };
    if (type.kind === "group") return [own, ...inside(own.path, type.group)];
    return type.kind === "list" ? [own, ...inside(`${own.path}/${type.item}`, type.group)] : [own];
  });
}

/** Everything in a layout that is marked M, L or I. */
export function guessesOf(layout: MessageDeclaration): readonly Guess[] {
  const fields = fieldsOf(layout);
  const tables = new Set(fields.flatMap(({ field: { type } }) => (type.kind === "code" ? [type.table] : [])));
  return [
    ...marked("message", layout.id, layout.confidence),
    ...fields.flatMap(({ path, field }) => marked("element", path, field.confidence)),
    // An element that is read in two places is one whose place is not known (oqs-exchange §8.3).
    ...(layout.relocations ?? []).flatMap(({ to }) => marked("place", to, "M")),
    ...[...tables].flatMap((table: CodeTableId) => marked("codeTable", table, codeTables[table].confidence)),
  ];
}

function marked(kind: Guess["kind"], subject: string, confidence: Confidence): readonly Guess[] {
  return confidence === "H" ? [] : [{ kind, subject, confidence }];
}

/** How many guesses are in use, by mark; what several messages share counts once. */
export function countGuesses(layouts: readonly MessageDeclaration[]): Readonly<Record<Guess["confidence"], number>> {
  const all = layouts.flatMap((layout) =>
    guessesOf(layout).map((guess) => ({
      ...guess,
      key: guess.kind === "codeTable" ? guess.subject : `${layout.interface} ${guess.subject}`,
    })),
  );
  const distinct = new Map(all.map((guess) => [guess.key, guess.confidence]));
  const count = (mark: Confidence): number => [...distinct.values()].filter((one) => one === mark).length;
  return { M: count("M"), L: count("L"), I: count("I") };
}
