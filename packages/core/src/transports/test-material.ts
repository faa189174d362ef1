import { type Bilingual, OnshiError } from "../base/index.ts";
import { numberOrigin } from "../messages/index.ts";

/** What an institution code has to be at a test centre, and at the real one. */
const fitting: Readonly<Record<"test" | "real", Bilingual>> = {
  test: {
    ja: "testOnlyでは都道府県番号99のコード",
    en: "a code of prefecture 99, because the transport has testOnly: true",
  },
  real: {
    ja: "都道府県番号01〜47。試験用99にはtestOnly",
    en: "a code of prefecture 01 to 47; test codes (prefecture 99) need a transport with testOnly: true, `onshi` the option --test-only",
  },
};

/**
 * Makes sure that nobody asks the real centre in the name of a test institution, or a test centre in a real one's.
 *
 * @throws OnshiError `config.invalid` (`institutionCode`)
 */
export function assertInstitutionFits(institutionCode: string, testOnly: boolean): void {
  const wanted = testOnly ? "test" : "real";
  if (numberOrigin("institutionCode", institutionCode) === wanted) return;
  throw new OnshiError("config.invalid", { field: "institutionCode", expected: fitting[wanted] });
}
