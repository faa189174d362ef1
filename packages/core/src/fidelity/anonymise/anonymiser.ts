import type { Random } from "../../base/index.ts";
import type { FieldDeclaration, MessageDeclaration, WireElement } from "../../messages/index.ts";
import { fromMirror, readJson, readXml } from "../../wire/index.ts";
import { fieldsOf } from "../guesses.ts";
import { bestLayout, idByFileName, looksLikeJson } from "../recognise.ts";
import { replaceValues } from "./document.ts";
import { anonymousFileName } from "./file-name.ts";
import { replaceMirrorValues } from "./json-document.ts";
import type { Replace } from "./places.ts";
import { Substitution } from "./substitution.ts";
import { anonymousValue } from "./values.ts";

/** A file that may leave the clinic. */
export interface AnonymousFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes files for bug reports: structure, lengths and character classes stay, every value is replaced, equal values stay
 * equal. What happens to a value depends on what its declaration says it is: codes stay, insurers and institutions move
 * to prefecture 99, everything else is replaced. Tags and the separators within values stay too.
 */
export class Anonymiser {
  readonly #declarations: readonly MessageDeclaration[];
  readonly #substitution: Substitution;
  /** For elements at places the layout does not know: `SegmentOfResult` is a status wherever it is. */
  readonly #byTag: ReadonlyMap<string, FieldDeclaration>;
  #strangers = 0;

  /** One instance is one run: equal values stay equal only within it. */
  constructor(declarations: readonly MessageDeclaration[], random: Random) {
    this.#declarations = declarations;
    this.#substitution = new Substitution(random);
    this.#byTag = fieldsByTag(declarations);
  }

  /**
   * The anonymous counterpart of an XML file, or of a message's JSON mirror.
   *
   * @throws OnshiError `wire.…` for a file that is not well-formed: what cannot be read cannot be judged either
   */
  file(name: string, bytes: Uint8Array): AnonymousFile {
    const isJson = looksLikeJson(bytes);
    const anonymous = isJson ? this.#json(name, bytes) : this.#xml(name, bytes);
    const stranger = (): string => `message-${++this.#strangers}.${isJson ? "json" : "xml"}`;
    return { name: anonymousFileName(this.#substitution, name) ?? stranger(), bytes: anonymous };
  }

  #xml(name: string, bytes: Uint8Array): Uint8Array {
    const { root, charset } = readXml(bytes);
    return replaceValues(bytes, charset, this.#layout(name, root), this.#replace);
  }

  #json(name: string, bytes: Uint8Array): Uint8Array {
    const json = readJson(bytes);
    const [anyLayout] = this.#declarations;
    if (!anyLayout) throw new TypeError("no declarations");
    // The elements tell which layout it has; only then can it be read as a message, and it must be.
    const layout = this.#layout(name, fromMirror(json, anyLayout));
    fromMirror(json, layout ?? anyLayout);
    return replaceMirrorValues(bytes, json, layout, this.#replace);
  }

  #layout(name: string, root: WireElement): MessageDeclaration | undefined {
    const id = idByFileName(name);
    return this.#declarations.find((one) => one.id === id) ?? bestLayout(this.#declarations, root);
  }

  readonly #replace: Replace = (tag, field, text) =>
    anonymousValue(this.#substitution, tag, field ?? this.#byTag.get(tag), text);
}

/** Tags with the same meaning in all layouts that have them. */
function fieldsByTag(declarations: readonly MessageDeclaration[]): ReadonlyMap<string, FieldDeclaration> {
  const meaning = ({ type }: FieldDeclaration): string =>
    type.kind === "code" ? type.table : type.kind === "text" ? type.holds : type.kind;
  const byTag = new Map<string, FieldDeclaration>();
  const ambiguous = new Set<string>();
  for (const { field } of declarations.flatMap(fieldsOf)) {
    const before = byTag.get(field.wire) ?? field;
    if (meaning(before) !== meaning(field)) ambiguous.add(field.wire);
    byTag.set(field.wire, before);
  }
  for (const tag of ambiguous) byTag.delete(tag);
  return byTag;
}
