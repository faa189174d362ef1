import { isOnshiError, OnshiError } from "../base/index.ts";
import {
  appliedOverlay,
  declarations,
  type MessageDeclaration,
  type Overlay,
  parseOverlay,
} from "../messages/index.ts";
import { type Codec, createCodec } from "../wire/index.ts";

/** A change in an overlay that the layouts already contain. */
export interface SuperfluousChange {
  /** Place of the overlay in the stack. */
  readonly overlay: number;
  /** Place of the change in it. */
  readonly change: number;
}

/** The layouts of all messages, corrected once, with the codec that uses them. Any number of clients may share it. */
export interface OnshiLayouts {
  /** Reads and writes messages without a client, e.g. stored files. */
  readonly codec: Codec;
  /** Where the corrections come from, in the order in which they were applied. */
  readonly sources: readonly string[];
  /** Changes that are no longer needed, e.g. since an update of the SDK. They do no harm. */
  readonly superfluous: readonly SuperfluousChange[];
}

const made = new WeakSet<object>();

/**
 * Layouts shared by the clients of one process, one per institution: compiled once instead of once for each.
 *
 * @param overlay - corrections from `parseOverlay`; of several, each is applied to the result of those before it: first
 *   the vendor's, then the site's
 * @throws OnshiError `overlay.invalid` naming the change: `changes.1.path`, of several `overlays.0.changes.1.path`
 *
 * @example
 * ```ts
 * import { folderTransport, OnshiClient, onshiLayouts } from "@onshi/core";
 *
 * const layouts = onshiLayouts();
 * const clients = ["9910000000", "9910000018"].map((institutionCode) => {
 *   const folder = `//TERMINAL/${institutionCode}`;
 *   return new OnshiClient({
 *     institutionCode,
 *     transport: folderTransport({ req: `${folder}/req`, res: `${folder}/res` }),
 *     layouts,
 *   });
 * });
 * await Promise.all(clients.map((client) => client.close()));
 * ```
 */
export function onshiLayouts(overlay: Overlay | readonly Overlay[] = []): OnshiLayouts {
  const overlays = isStack(overlay) ? overlay : [overlay];
  const superfluous: SuperfluousChange[] = [];
  let all: readonly MessageDeclaration[] = declarations;
  const sources = overlays.map((one, at) => {
    const { source, ...applied } = isStack(overlay) ? named(at, () => corrected(all, one)) : corrected(all, one);
    all = applied.declarations;
    superfluous.push(...applied.superfluous.map((change) => ({ overlay: at, change })));
    return source;
  });
  const layouts = Object.freeze({ codec: createCodec(all), sources, superfluous });
  made.add(layouts);
  return layouts;
}

const isStack = (overlay: Overlay | readonly Overlay[]): overlay is readonly Overlay[] => Array.isArray(overlay);

function corrected(all: readonly MessageDeclaration[], overlay: Overlay) {
  const checked = parseOverlay(overlay);
  return { ...appliedOverlay(all, checked), source: checked.source };
}

function named<Result>(at: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isOnshiError(error, "overlay.invalid")) throw error;
    throw error.with({ field: `overlays.${at}.${error.details.field}` });
  }
}

let plain: OnshiLayouts | undefined;

/**
 * The layouts a client uses.
 *
 * @throws OnshiError `config.invalid` when both or something else is given; `overlay.invalid`
 */
export function layoutsOf(options: {
  readonly layouts?: OnshiLayouts | undefined;
  readonly overlay?: Overlay | readonly Overlay[] | undefined;
}): OnshiLayouts {
  const { layouts, overlay } = options;
  if (layouts === undefined) return overlay === undefined ? (plain ??= onshiLayouts()) : onshiLayouts(overlay);
  if (overlay === undefined && typeof layouts === "object" && made.has(layouts)) return layouts;
  throw new OnshiError("config.invalid", {
    field: "layouts",
    expected: {
      ja: "onshiLayoutsの戻り値（overlayとは併用不可）",
      en: "what `onshiLayouts` returns, and no `overlay` beside it",
    },
  });
}
