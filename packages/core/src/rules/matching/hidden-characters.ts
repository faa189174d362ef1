/**
 * What insurers and receipt computers write for a character they cannot display, and characters in the private-use areas
 * (外字), which look different on every machine. Each stands for exactly one character.
 */
const hidden = /[●〓■\p{Co}]/u;

/** Whether a text contains an unreadable character. */
export function holdsHidden(text: string): boolean {
  return hidden.test(text);
}

/** Whether a text contains a readable character. */
export function holdsReadable(text: string): boolean {
  return /[^\s●〓■\p{Co}]/u.test(text);
}

/** Whether two texts agree character by character (code points); a hidden one agrees with any. */
export function alike(one: string, other: string): boolean {
  const [left, right] = [Array.from(one), Array.from(other)];
  return (
    left.length === right.length &&
    left.every((sign, at) => sign === right[at] || hidden.test(sign) || hidden.test(right[at] ?? ""))
  );
}
