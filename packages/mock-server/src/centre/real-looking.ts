/** Prefectures of Japan in institution codes and insurer numbers; 99, which the simulated centre uses, does not exist. */
const isPrefecture = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 47;

const prefectureOf: Readonly<Record<string, (digits: string) => string>> = {
  institutionCode: (digits) => digits.slice(0, 2),
  // 8 digits have the kind of scheme (法別番号) in front, 6 and 4 have not (desk-rules §5.1).
  insurerNumber: (digits) => (digits.length === 4 ? digits.slice(0, 2) : digits.slice(-6, -4)),
};

/**
 * Places of numbers that could be those of a real institution or insurer, so that a real request that went astray to the
 * simulated centre is refused and nobody takes its answer for one about a real person.
 *
 * @returns paths by property name; never a number
 */
export function realLooking(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${path}/${name}`;
    if (typeof inner !== "string") return realLooking(inner, at);
    return looksReal(name, inner) ? [at] : [];
  });
}

/** True for an institution code or insurer number (by the name of its property) of one of the 47 prefectures. */
export function looksReal(name: string, value: string): boolean {
  const digits = value.trim();
  const prefecture = prefectureOf[name]?.(digits);
  return prefecture !== undefined && /^\d{4,10}$/.test(digits) && isPrefecture(prefecture);
}
