import { shownTag } from "../wire/xml/tag-names.ts";

const safeCode = /^[0-9A-Za-z]{1,4}$/;

/** A path with every tag that is no Latin word as `*`. */
export function shownPath(path: string): string {
  return path.split("/").map(shownTag).join("/");
}

/** A code of at most four of `0-9A-Za-z`; anything else could be anything and is withheld. */
export function shownCode(code: string): string | undefined {
  return safeCode.test(code) ? code : undefined;
}
