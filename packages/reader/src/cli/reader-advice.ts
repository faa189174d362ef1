import type { Bilingual } from "@onshi/core/base";

/**
 * What is publicly known about readers, keyed by a part of their names (jpki-card §7, §8; not measured by this project).
 */
const known: readonly { readonly name: RegExp; readonly text: Bilingual }[] = [
  {
    name: /RC-S380/i,
    text: {
      ja: "RC-S380 は Windows ではソニーの PC/SC アクティベーターが必要です。Linux には PC/SC ドライバーがありません。動かないときは RC-S300 をお試しください。",
      en: "RC-S380 needs Sony's PC/SC activator on Windows and has no PC/SC driver on Linux; the RC-S300 has one.",
    },
  },
  {
    name: /ACR122/i,
    text: {
      ja: "ACR122U で拡張長が使えるかは公開情報がありません。読み取れないときは別のリーダーをお試しください。",
      en: "Nothing is published about extended length on the ACR122U; try another reader when reading fails.",
    },
  },
];

/** Advice for a reader with this name; none for most. */
export const readerAdvice = (readerName: string): readonly Bilingual[] =>
  known.filter(({ name }) => name.test(readerName)).map(({ text }) => text);
