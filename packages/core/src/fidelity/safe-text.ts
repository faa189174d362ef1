import { shownTag } from "../wire/xml/tag-names.ts";

const safeCode = /^[0-9A-Za-z]{1,4}$/;

/** A path in which every tag that is not a Latin word is `*`. */
export function shownPath(path: string): string {
  return path.split("/").map(shownTag).join("/");
}

/** A code of at most four of `0-9A-Za-z`; any other text is withheld, because it could be anything. */
export function shownCode(code: string): string | undefined {
  return safeCode.test(code) ? code : undefined;
}
