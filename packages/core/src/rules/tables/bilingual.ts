import type { Bilingual } from "../../base/index.ts";

/** A sentence in both languages: Japanese for the screen, English for the vendor. */
export const both = (ja: string, en: string): Bilingual => ({ ja, en });
