import type { Random } from "../../base/index.ts";
import type { FieldDeclaration, MessageDeclaration } from "../../messages/index.ts";
import { readXml } from "../../wire/index.ts";
import { fieldsOf } from "../guesses.ts";
import { bestLayout, idByFileName } from "../recognise.ts";
import { replaceValues } from "./document.ts";
import { anonymousFileName } from "./file-name.ts";
import { Substitution } from "./substitution.ts";
import { anonymousValue } from "./values.ts";

/** A file that may leave the clinic. */
export interface AnonymousFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes files for bug reports: structure, lengths and character classes stay, every value is replaced, equal values stay
 * equal. Kept are codes of code tables, status fields, tags and the separators within values; insurers and institutions
 * move to prefecture 99.
 */
export class Anonymiser {
  readonly #declarations: readonly MessageDeclaration[];
  readonly #substitution: Substitution;
  /** For elements at places the layout does not know: `SegmentOfResult` is a status wherever it stands. */
  readonly #byTag: ReadonlyMap<string, FieldDeclaration>;
  #strangers = 0;

  /** One instance is one run: only within it equal values stay equal. */
  constructor(declarations: readonly MessageDeclaration[], random: Random) {
    this.#declarations = declarations;
    this.#substitution = new Substitution(random);
    this.#byTag = new Map(
      declarations.flatMap(fieldsOf).flatMap(({ field }) => (field.type.kind === "code" ? [[field.wire, field]] : [])),
    );
  }

  /**
   * The anonymous counterpart of an XML file.
   *
   * @throws OnshiError `wire.…` for a file that is not well-formed: what cannot be read cannot be judged either
   */
  file(name: string, bytes: Uint8Array): AnonymousFile {
    const { root, charset } = readXml(bytes);
    const id = idByFileName(name);
    const layout = this.#declarations.find((one) => one.id === id) ?? bestLayout(this.#declarations, root);
    const anonymous = replaceValues(bytes, charset, layout, (tag, field, text) =>
      anonymousValue(this.#substitution, tag, field ?? this.#byTag.get(tag), text),
    );
    const newName = anonymousFileName(this.#substitution, name) ?? `message-${++this.#strangers}.xml`;
    return { name: newName, bytes: anonymous };
  }
}
