import { declarations } from "@onshi/core/messages";
import { readXml, writeXml } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";

import { plantedFaults } from "./planted-faults.ts";
import { golden, goldenNames, judge } from "./xmllint.ts";

const documents = goldenNames.filter((name) => name.endsWith(".xml"));
const text = (name: string): string => new TextDecoder("utf-8", { fatal: true }).decode(golden(name));

/** Layouts that several messages share. */
const shared: readonly (readonly [ids: RegExp, schema: string])[] = [
  [/^OQSmu\w{3}01res/, "reception"],
  [/^OQSmu\w{3}02req/, "download"],
  [/^OQSmu(?:tic|hvq|onq)02res/, "listed-persons"],
  // A file in the order of a terminal is valid only without order.
  [/observed/, "OQSsiquc01res-any-order"],
];

const schemaOf = (name: string): string => shared.find(([ids]) => ids.test(name))?.[1] ?? name.slice(0, 13);

describe("golden files", () => {
  test("there is one for each message, and each is judged", () => {
    const ids = new Set(documents.map((name) => name.slice(0, 13)));
    expect(ids).toEqual(new Set(declarations.map(({ id }) => id.slice(0, 13))));
  });

  test.each(documents)("%s comes back byte for byte", (name) => {
    expect(new TextDecoder().decode(writeXml(readXml(golden(name)).root))).toBe(text(name));
  });

  test.each(documents)("%s is the same message in Shift_JIS", (name) => {
    const { root } = readXml(golden(name));
    const bytes = writeXml(root, { charset: "shift_jis" });
    expect(bytes.length).toBeLessThan(golden(name).length + 10);
    expect(readXml(bytes)).toEqual({ root, charset: "shift_jis" });
  });

  test.each(documents)("%s holds people and numbers of prefecture 99 only", (name) => {
    const values = [...text(name).matchAll(/<(\w+)>([^<]*)</g)].map(([, tag, value]) => ({ tag, value: value ?? "" }));
    for (const { tag, value } of values) {
      if (/^(InsurerNumber)$/.test(tag ?? "")) expect(value, tag).toMatch(/^( {2}990|06990|12990|39990)\d+$/);
      if (/InstitutionCode$|HCd$/.test(tag ?? "")) expect(value, tag).toMatch(/^99/);
      if (/^(Insured)?Name(OfOther)?$|ContactName$/.test(tag ?? "")) expect(value, tag).toMatch(/^(試験|架空)　/);
    }
  });
});

describe("RelaxNG", () => {
  const schemas = [...new Set(documents.map(schemaOf))];

  test.each(schemas)("%s takes its golden files", async (schema) => {
    const own = documents.filter((name) => schemaOf(name) === schema);
    const verdicts = await judge(schema, Object.fromEntries(own.map((name) => [name, golden(name)])));
    expect(verdicts).toEqual(Object.fromEntries(own.map((name) => [name, []])));
  });

  test("the schema without order takes every eligibility result", async () => {
    const own = documents.filter((name) => name.startsWith("OQSsiquc01res"));
    const verdicts = await judge(
      "OQSsiquc01res-any-order",
      Object.fromEntries(own.map((name) => [name, golden(name)])),
    );
    expect(verdicts).toEqual(Object.fromEntries(own.map((name) => [name, []])));
  });

  test("refuses every planted fault", async () => {
    const byName = new Map<string, Record<string, string>>();
    for (const [fault, file, from, to] of plantedFaults) {
      const spoilt = text(file).replaceAll(new RegExp(from, "g"), to);
      expect(spoilt, fault).not.toBe(text(file));
      const faults = byName.get(schemaOf(file)) ?? {};
      faults[`${fault.replaceAll(" ", "-")}.xml`] = spoilt;
      byName.set(schemaOf(file), faults);
    }
    for (const [schema, faults] of byName) {
      const verdicts = await judge(schema, faults);
      expect(Object.keys(verdicts).filter((name) => verdicts[name]?.length === 0)).toEqual([]);
      // Refused for what it says, not because the document broke.
      expect(JSON.stringify(verdicts)).not.toMatch(/parser error/);
    }
  });

  test("the schema without order still refuses what is wrong", async () => {
    const observed = text("OQSsiquc01res_face_9910000000observed_20261120091630.xml");
    const verdicts = await judge("OQSsiquc01res-any-order", {
      "as-observed.xml": observed,
      "twice.xml": observed.replace("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex1>2</Sex1>"),
      "nameless.xml": observed.replace("<Name>試験　三郎</Name>", ""),
    });
    expect(Object.keys(verdicts).filter((name) => verdicts[name]?.length === 0)).toEqual(["as-observed.xml"]);
  });
});
