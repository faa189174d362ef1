import { describe, expect, test } from "vitest";
import { hasTerminals, inTerminal, onNode } from "./terminal-child.ts";

const prompts = (output: string, prompt: string): number => output.split(prompt).length - 1;
const challenge = Buffer.alloc(32, 7).toString("base64");
const sign = onNode(
  "src/cli/main.ts",
  "sign",
  "--audience",
  "https://checkin.example.invalid",
  "--challenge",
  challenge,
  "--virtual",
  "insured-valid",
);

describe.runIf(hasTerminals)("on a real terminal", { timeout: 60_000 }, () => {
  test("50 PINs typed right behind the prompt: none is echoed, all arrive, and the terminal echoes again afterwards", async () => {
    let answered = 0;
    const output = await inTerminal(`${onNode("test/cli/ask-often.ts", "50")}; stty -a`, (text, type) => {
      for (; answered < prompts(text, "PIN: "); answered += 1) type("9182\r");
    });
    expect(output).not.toMatch(/9182|918/);
    expect(output).toContain("complete 50");
    expect(output).toMatch(/ icanon /);
    expect(output).toMatch(/ echo /);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s at the PIN prompt: the terminal as before, exit code %i", async (signal, code) => {
    let isSent = false;
    const output = await inTerminal(`sh -c 'echo pid $$; exec ${sign}'; echo "code $?"; stty -a`, (text) => {
      if (isSent || !text.includes("left): ")) return;
      isSent = true;
      process.kill(Number(/pid (\d+)/.exec(text)?.[1]), signal);
    });
    expect(output).toContain(`code ${code}`);
    expect(output).toMatch(/ icanon [^]* echo /);
  });

  test.each([
    ["Ctrl-C", "91\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("%s at the PIN prompt: given up, the terminal as before", async (_name, keys) => {
    let isSent = false;
    const output = await inTerminal(`${sign}; echo "code $?"; stty -a`, (text, type) => {
      if (!isSent && text.includes("left): ")) type(keys);
      isSent ||= text.includes("left): ");
    });
    expect(output).toContain("pin.cancelled");
    expect(output).toContain("code 1");
    expect(output).toMatch(/ icanon [^]* echo /);
  });
});
