/**
 * The sums of the desk a second time, written from the page of the rules alone (desk-rules §3, §4.4, §5.1, §5.4, §5.6) and
 * in another manner than the SDK's: a judge that shares nothing with what it judges. Days are milliseconds of UTC here.
 */
const dayMs = 86_400_000;
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
const parts = (day: string): readonly [number, number, number] =>
  day.split("-").map(Number) as [number, number, number];

/** Twice a digit, as the sum of the digits of the product. */
const doubled = "0246813579";

/** §5.1: the digit that fills the weighted sum up to the next ten. */
export function checkDigitByHand(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    const digit = body.charAt(body.length - 1 - index);
    sum += Number(index % 2 === 0 ? doubled.charAt(Number(digit)) : digit);
  }
  while (sum > 0) sum -= 10;
  return Math.abs(sum);
}

/** §3 E3: the last day of the third month after the month of expiry. */
export function graceEndByHand(expiry: string): string {
  const [year, month] = parts(expiry);
  return text(at(year, month + 4, 1) - dayMs);
}

/** §4.4: the 11th of the month after the treatment. */
export function visibleFromByHand(day: string): string {
  const [year, month] = parts(day);
  return text(at(year, month + 1, 11));
}

/** The birthday in the year of that age; 29 February falls on 1 March in common years, as `Date` counts on by itself. */
function birthdayAt(birthdate: string, age: number): number {
  const [year, month, day] = parts(birthdate);
  return at(year + age, month, day);
}

/** §5.4 A1: the first 31 March on or after the eve of the sixth birthday. */
export function preschoolUntilByHand(birthdate: string): string {
  const eve = birthdayAt(birthdate, 6) - dayMs;
  const year = new Date(eve).getUTCFullYear();
  return text(eve <= at(year, 3, 31) ? at(year, 3, 31) : at(year + 1, 3, 31));
}

/** §5.4 A2: the first of the month after the month that holds the eve of the seventieth birthday. */
export function elderlyFromByHand(birthdate: string): string {
  const eve = new Date(birthdayAt(birthdate, 70) - dayMs);
  return text(at(eve.getUTCFullYear(), eve.getUTCMonth() + 2, 1));
}

/** §5.4 A3: the seventy-fifth birthday. */
export const lateElderlyFromByHand = (birthdate: string): string => text(birthdayAt(birthdate, 75));

/** §5.6, typed from the page and the revision: class, base, threshold of the 1 %, fourth month, outpatient care. */
const pages: Readonly<Record<"2026-07" | "2026-08", string>> = {
  "2026-07": `
    a,activeIncome3     252600 842000 140100 -
    i,activeIncome2     167400 558000  93000 -
    u,activeIncome1      80100 267000  44400 -
    e                    57600      -  44400 -
    o                    35400      -  24600 -
    general,general2,general1 57600 - 44400 18000
    lowIncome2           24600      -      - 8000
    lowIncome1           15000      -      - 8000`,
  "2026-08": `
    a,activeIncome3     270300 901000 140100 -
    i,activeIncome2     179100 597000  93000 -
    u,activeIncome1      85800 286000  44400 -
    e                    61500      -  44400 -
    o                    36900      -  24600 -
    general,general2,general1 61500 - 44400 22000
    lowIncome2           25700      -  24600 11000
    lowIncome1           15700      -      - 8000`,
};

/** A question for {@link limitByHand}. */
export interface LimitByHand {
  readonly limitClass: string;
  readonly month: string;
  readonly cost: number;
  readonly isFourthMonth: boolean;
  readonly care: "outpatient" | "all";
  /** The month of turning 75, not on its first day. */
  readonly isHalved: boolean;
}

/** §5.6 in hundredths of a yen, so that no fraction of a float takes part. */
export function limitByHand({ limitClass, month, cost, isFourthMonth, care, isHalved }: LimitByHand): number {
  const page = pages[month <= "2026-07" ? "2026-07" : "2026-08"];
  const line = page.split("\n").find((one) => one.trim().split(" ")[0]?.split(",").includes(limitClass));
  const [base = "", threshold = "", fourth = "", outpatient = ""] = (line ?? "").trim().split(/\s+/).slice(1);
  const half = isHalved ? 2n : 1n;
  const whole = (amount: string): number => Number(BigInt(amount) / half);
  if (care === "outpatient" && outpatient !== "-") return whole(outpatient);
  if (isFourthMonth && fourth !== "-") return whole(fourth);
  if (threshold === "-") return whole(base);
  const above = BigInt(cost) - BigInt(threshold) / half;
  const hundredths = above > 0n ? above : 0n;
  return whole(base) + Number((hundredths + 50n) / 100n);
}
