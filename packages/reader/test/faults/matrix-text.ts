/** What a command is, for the head of a table. */
export function stepName(command: string): string {
  const files: Readonly<Record<string, string>> = {
    "06": "token",
    "08": "availability",
    "0A": "certificate",
    "0B": "authority",
    "17": "key",
    "18": "PIN",
  };
  if (command.startsWith("00A404")) return "SELECT AP";
  if (command.startsWith("00A402")) return `SELECT ${files[command.slice(-2)] ?? "?"}`;
  if (command.startsWith("00B0")) {
    const p1 = Number.parseInt(command.slice(4, 6), 16);
    const file = (p1 & 0x1f).toString(16).toUpperCase().padStart(2, "0");
    return p1 >= 0x80 ? `READ ${files[file] ?? "?"}` : "READ on";
  }
  if (command.startsWith("0020")) return command.length > 8 ? "VERIFY" : "counter";
  return command.startsWith("802A") ? "SIGN" : "?";
}

/** One session's table: faults down, commands across. */
export interface MatrixTable {
  readonly session: string;
  readonly steps: readonly string[];
  readonly rows: readonly { readonly fault: string; readonly outcomes: readonly string[] }[];
}

const brief = (outcome: string): string => outcome.replace(/^card\./, "");

/** The document of all tables. */
export function matrixText(tables: readonly MatrixTable[]): string {
  const cells = tables.reduce((sum, { steps, rows }) => sum + steps.length * rows.length, 0);
  const head = `<!-- Kept true by packages/reader/test/faults/fault-matrix.test.ts; update with \`npx vitest run packages/reader/test/faults -u\`. -->

# What a card session does when something goes wrong

Each table is one session; each column one command of it; each row one fault, which happens once, at that command. The cell is what your call
gives: \`ok\`, or the code of the error (\`card.\` left out; texts for the desk in [errors](../reference/errors.md)). ${cells} cells, all run in
process against the virtual card on every test run.

In **every** cell holds, and is tested:

- at most **one VERIFY** per action of the patient, and no card loses a try; a card that was not selected and compared checks no PIN;
- what comes back as \`ok\` is the right person's certificate, or a token that the certificate verifies;
- after an error that the driver reports, nothing more is sent, and every later call is \`card.sessionClosed\`; the same after \`card.changed\`;
- no card is left on the reader with a verified PIN.

A phone that shows its certificate only after the PIN is recognised by its token information (EF 0006) until then. That the serial number in
there differs from phone to phone is a guess; where it does not, such an exchange would go unnoticed up to the certificate.

A card exchanged without an event before anything was read from the first one is simply the other patient's session. A PIN whose answer was
lost is \`pin.unknownOutcome\`: read the counter, then ask again.
`;
  const table = ({ session, steps, rows }: MatrixTable): string => {
    const lines = rows.map(({ fault, outcomes }) => `| ${[fault, ...outcomes.map(brief)].join(" | ")} |`);
    const top = `| fault | ${steps.map((step, index) => `${index + 1} ${step}`).join(" | ")} |`;
    return `\n## ${session}\n\n${top}\n|${"---|".repeat(steps.length + 1)}\n${lines.join("\n")}\n`;
  };
  return head + tables.map(table).join("");
}
