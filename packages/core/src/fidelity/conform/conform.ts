import { OnshiError } from "../../base/index.ts";
import type { MessageDeclaration, Overlay } from "../../messages/index.ts";
import { parseFileName, readXml, type XmlDocument } from "../../wire/index.ts";
import { fileLabel } from "../file-label.ts";
import { bestLayout, idByFileName } from "../recognise.ts";
import { shownPath } from "../safe-text.ts";
import { layoutFacts } from "./facts.ts";
import { proposalFor } from "./proposal.ts";
import type { ConformReport, FileFault } from "./report.ts";
import { LayoutTally } from "./tally.ts";
import { verdictsOf } from "./verdicts.ts";

/** What files are compared with. */
export interface ConformOptions {
  readonly declarations: readonly MessageDeclaration[];
  /** The overlays already in those declarations, in order; the proposal continues them in one file. */
  readonly overlays?: readonly Overlay[];
}

/** Goes through real files one by one and keeps nothing but counts. */
export class Conformance {
  readonly #options: ConformOptions;
  /** By interface name: messages that share a layout are counted together. */
  readonly #tallies = new Map<string, LayoutTally>();
  readonly #passedOver = new Map<string, number>();
  readonly #unreadable: FileFault[] = [];
  #total = 0;
  #read = 0;

  constructor(options: ConformOptions) {
    this.#options = options;
  }

  /** Adds one file. Files have to be added sorted by name, because reports refer to them by position. */
  add(name: string, bytes: Uint8Array): void {
    const number = ++this.#total;
    if (!/\.xml$/i.test(name)) {
      this.#passOver(name);
      return;
    }
    try {
      this.#count(number, name, readXml(bytes), bytes);
    } catch (error) {
      if (!OnshiError.is(error)) throw error;
      this.#unreadable.push(fault(number, name, error));
    }
  }

  /** Notes a file that could not be opened. */
  addUnreadable(name: string): void {
    this.#unreadable.push({ number: ++this.#total, name: fileLabel(name), code: "file.unreadable" });
  }

  /** All findings. */
  report(): ConformReport {
    const tallies = [...this.#tallies.values()];
    const { overlay, beyondOverlay } = proposalFor(tallies, this.#read, this.#options.overlays);
    return {
      onshiConform: 1,
      files: {
        total: this.#total,
        read: this.#read,
        passedOver: [...this.#passedOver].map(([name, count]) => ({ name, count })),
        unreadable: this.#unreadable,
      },
      messages: tallies.map(layoutFacts),
      guesses: tallies.flatMap(verdictsOf),
      overlay,
      beyondOverlay,
    };
  }

  #count(number: number, name: string, { root, charset }: XmlDocument, bytes: Uint8Array): void {
    const { declarations } = this.#options;
    const id = idByFileName(name);
    const named = declarations.find((one) => one.id === id);
    // An id without a layout says more than a layout that happens to fit.
    const layout = named ?? (id === undefined ? bestLayout(declarations, root) : emptyLayout(id));
    if (!layout) {
      this.#passOver(name);
      return;
    }
    this.#read++;
    const isKnown = named !== undefined || id === undefined;
    const tally = this.#tallies.get(layout.interface) ?? new LayoutTally(layout, isKnown);
    this.#tallies.set(layout.interface, tally);
    tally.charsets.set(charset, (tally.charsets.get(charset) ?? 0) + 1);
    if (bytes[0] === 0xef && bytes[1] === 0xbb) tally.byteOrderMarks++;
    tally.add(number, layout, root);
  }

  #passOver(name: string): void {
    const label = parseFileName(name) ? fileLabel(name) : "*";
    this.#passedOver.set(label, (this.#passedOver.get(label) ?? 0) + 1);
  }
}

function fault(number: number, name: string, { code, details }: OnshiError): FileFault {
  const { variant, line, column, path } = details;
  return {
    number,
    name: fileLabel(name),
    code,
    ...(variant !== undefined && { variant }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(path !== undefined && { path: shownPath(path) }),
  };
}

/** An empty layout, so that a message without a layout shows what it contains. */
function emptyLayout(id: string): MessageDeclaration {
  const part = { interface: id, ja: id, en: id, spec: "", fields: [] };
  return {
    id,
    interface: id,
    ja: id,
    en: id,
    spec: "",
    confidence: "I",
    direction: "result",
    header: part,
    body: part,
  };
}
