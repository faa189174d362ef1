import { afterEach, describe, expect, test, vi } from "vitest";
import { desk, edit, fullAnswer, question } from "../../../test/fakes/desk.ts";
import type { LogFields, LogLevel, OnshiClientOptions, OnshiLogger } from "../index.ts";

afterEach(() => vi.unstubAllEnvs());

function paper(): { readonly lines: (readonly [string, string, LogFields])[]; readonly logger: OnshiLogger } {
  const lines: (readonly [string, string, LogFields])[] = [];
  const write = (level: string) => (message: string, fields: LogFields) => void lines.push([level, message, fields]);
  return { lines, logger: { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") } };
}

async function levelsOf(options: Partial<OnshiClientOptions>, answer: string = fullAnswer): Promise<readonly string[]> {
  const { lines, logger } = paper();
  const { client } = desk(answer, { logger, ...options });
  await client.eligibility.verify(question).catch(() => undefined);
  return lines.map(([level, message]) => `${level}: ${message}`);
}

describe("the logger", () => {
  const all = [
    "debug: onshi eligibility.verify sent",
    "info: onshi eligibility.verify answered",
    "debug: onshi eligibility.verify acknowledged",
  ];

  test.each<readonly [LogLevel | undefined, readonly string[]]>([
    [undefined, ["info: onshi eligibility.verify answered"]],
    ["debug", all],
    ["info", ["info: onshi eligibility.verify answered"]],
    ["warn", []],
    ["error", []],
    ["off", []],
  ])("with level %s writes no more than that", async (logLevel, expected) => {
    expect(await levelsOf({ ...(logLevel && { logLevel }) })).toEqual(expected);
  });

  test("what fails is a warning", async () => {
    const broken = edit(fullAnswer, [/<SegmentOfResult>1</, "<SegmentOfResult>9<"]);
    expect(await levelsOf({ logLevel: "warn" }, broken)).toEqual(["warn: onshi eligibility.verify failed"]);
  });

  test("ONSHI_LOG sets the level, the option counts more", async () => {
    vi.stubEnv("ONSHI_LOG", "debug");
    expect(await levelsOf({})).toEqual(all);
    expect(await levelsOf({ logLevel: "off" })).toEqual([]);
  });

  test("ONSHI_LOG alone writes one JSON object a line on standard error", async () => {
    vi.stubEnv("ONSHI_LOG", "info");
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const { client } = desk();
    await client.eligibility.verify(question);
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? "")).toMatchObject({
      level: "info",
      message: "onshi eligibility.verify answered",
      messageId: "OQSsiquc01req",
      elapsedMs: 0,
    });
  });

  test("without option and variable nothing is written", async () => {
    vi.stubEnv("ONSHI_LOG", "");
    const write = vi.spyOn(process.stderr, "write");
    const { client } = desk();
    await client.eligibility.verify(question);
    expect(write).not.toHaveBeenCalled();
  });

  test.each<readonly [string, () => unknown]>([
    ["logLevel", () => desk(fullAnswer, { logLevel: "verbose" as never })],
    ["logger", () => desk(fullAnswer, { logger: { info: () => undefined } as never })],
    ["logger", () => desk(fullAnswer, { logger: null as never })],
    [
      "ONSHI_LOG",
      () => {
        vi.stubEnv("ONSHI_LOG", "TRACE");
        return desk();
      },
    ],
  ])("an unknown %s is refused when the client is made", (field, make) => {
    expect(make).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });

  test("a logger that throws breaks no call", async () => {
    const fail = (): never => {
      throw new Error("disk full");
    };
    const { client } = desk(fullAnswer, { logger: { error: fail, warn: fail, info: fail, debug: fail } });
    expect((await client.eligibility.verify(question)).validity).toBe("valid");
  });
});
