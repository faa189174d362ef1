import { type Bilingual, nfkc } from "../../base/index.ts";
import { type AgeGroup, ageGroup } from "../ages/ages.ts";
import { both } from "../tables/bilingual.ts";
import type { Declaration } from "./declaration-fields.ts";

/** Statements that hardly go together, with the field to ask about. */
export interface DeclarationDoubt extends Bilingual {
  readonly field: keyof Declaration;
  readonly rowId: string;
}

interface Doubted extends DeclarationDoubt {
  readonly arises: (declared: Declaration, age: AgeGroup | undefined, years: number) => boolean;
}

const doubtOf = (field: keyof Declaration, rowId: string, sentence: Bilingual, arises: Doubted["arises"]): Doubted => ({
  field,
  rowId,
  ...sentence,
  arises,
});

/** 後期高齢者医療 also insures people from 65 on who are certified as disabled: their share is 10 % or more at any age. */
const isLate = ({ insuranceKind }: Declaration): boolean => insuranceKind === "lateElderly";

const table: readonly Doubted[] = [
  doubtOf(
    "insuranceKind",
    "A3",
    both("75歳以上の方は通常、後期高齢者医療です。", "From 75 on it is usually the late-stage elderly scheme."),
    ({ insuranceKind }, age) =>
      age === "lateElderly" && (insuranceKind === "employees" || insuranceKind === "residents"),
  ),
  doubtOf(
    "insuranceKind",
    "A3",
    both("後期高齢者医療は65歳以上の方の保険です。", "The late-stage elderly scheme insures nobody below 65."),
    (declared, age, years) => isLate(declared) && age !== undefined && years < 65,
  ),
  doubtOf(
    "copayment",
    "A1",
    both("就学前のお子さまは通常、2割です。", "Below school age the share is usually 20%."),
    ({ copayment }, age) => age === "preschool" && (copayment === 30 || copayment === 10),
  ),
  doubtOf(
    "copayment",
    "5.5",
    both("就学後から69歳までの方は通常、3割です。", "From school age to 69 the share is usually 30%."),
    (declared, age) =>
      age === "general" && !isLate(declared) && (declared.copayment === 10 || declared.copayment === 20),
  ),
  doubtOf(
    "copayment",
    "A2",
    both("70～74歳の方は通常、2割か3割です。", "From 70 to 74 the share is usually 20% or 30%."),
    (declared, age) => age === "elderly" && !isLate(declared) && declared.copayment === 10,
  ),
  doubtOf(
    "relation",
    "2.4-relation",
    both("代筆した方の続柄をご記入ください。", "Somebody else signed: ask for the relation to the patient."),
    ({ name = "", signedBy = "", relation = "" }) =>
      bare(name) !== "" && bare(signedBy) !== "" && bare(name) !== bare(signedBy) && bare(relation) === "",
  ),
];

/** What to ask the patient once more. */
export function doubtsOf(declared: Declaration, day: string): readonly DeclarationDoubt[] {
  const { birthdate } = declared;
  const age = birthdate === undefined ? undefined : ageGroup(birthdate, day);
  const years = birthdate === undefined ? 0 : fullYears(birthdate, day);
  return table
    .filter(({ arises }) => arises(declared, age, years))
    .map(({ field, rowId, ja, en }) => ({ field, rowId, ja, en }));
}

const bare = (name: string): string => nfkc(name).replaceAll(/\s/g, "");

/** Birthdays passed by a day. */
const fullYears = (birthdate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4)) - (day.slice(5) < birthdate.slice(5) ? 1 : 0);
