import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { authenticationCa } from "@onshi/mock-server/pki";
import { expect, test } from "vitest";
import { jpkiTestPolicies, memoryChallengeStore, verifyCardToken } from "../verify/index.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const audience = "https://checkin.example.invalid";

/** The program itself, in its own process; `input` goes to its standard input. */
function onshiCard(
  args: readonly string[],
  input = "",
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=onshi-source", "--import", "tsx", main, ...args, "--virtual", "insured-valid"],
    { input, encoding: "utf8" },
  );
  return { code: status, out: stdout, err: stderr };
}

test("a token made by the program is accepted by the verifier, once", async () => {
  const challenges = memoryChallengeStore();
  const { id, challenge } = await challenges.issue();
  const encoded = Buffer.from(challenge).toString("base64");
  const { code, out } = onshiCard(["sign", "--audience", audience, "--challenge", encoded, "--pin-fd", "0"], "1234\n");
  expect(code).toBe(0);
  const options = {
    trust: [authenticationCa().certificate],
    policies: jpkiTestPolicies,
    testOnly: true,
    challenges,
    challengeId: id,
    audience,
  };
  const verified = await verifyCardToken(out.trim(), options);
  expect(verified.revocation).toBe("notChecked");
  await expect(verifyCardToken(out.trim(), options)).rejects.toThrow("token.challengeUnknown");
});

test("a wrong PIN: exit 1, and the PIN is nowhere", () => {
  const challenge = Buffer.alloc(32, 7).toString("base64");
  const { code, out, err } = onshiCard(
    ["sign", "--audience", audience, "--challenge", challenge, "--pin-fd", "0"],
    "9182\n",
  );
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("pin.wrong");
  expect(err).not.toContain("9182");
});
