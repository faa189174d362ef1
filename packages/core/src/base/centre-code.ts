/**
 * `EPSB0052E`, `OQC-OWSE0900000`, `001` (oqs-exchange §5.3). A name has no digits; a person's number or birth date
 * starts with other letters, or has no letters and more digits.
 */
const shape = /^(?:(?:[A-Z]{2,4}-)?[A-Z]{2,5}\d{1,7}[A-Z]?|\d{1,4})$/;

/** A result code may be shown and logged only if it looks like one; any other text could hold anything. */
export function isCentreCode(text: string): boolean {
  return shape.test(text);
}
