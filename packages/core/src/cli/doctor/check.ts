/** One line of `onshi doctor`. */
export interface DoctorCheck {
  /** What was checked; stable names: `node`, `overlay`, `folder.res`. */
  readonly check: string;
  /** `hint` is worth a look, `fault` has to be fixed. */
  readonly state: "ok" | "hint" | "fault";
  /** What was found and what to do, for the people at the site. */
  readonly ja: string;
  /** The same for the vendor's engineer. */
  readonly en: string;
}

/** Nothing to do. */
export function ok(check: string, ja: string, en: string): DoctorCheck {
  return { check, state: "ok", ja, en };
}

/** Worth a look. */
export function hint(check: string, ja: string, en: string): DoctorCheck {
  return { check, state: "hint", ja, en };
}

/** Has to be fixed. */
export function fault(check: string, ja: string, en: string): DoctorCheck {
  return { check, state: "fault", ja, en };
}
