import { expect, test } from "vitest";
import { prescriptionEnds, prescriptionForm, type PrescriptionInput } from "./prescription-form.ts";

const valid = { validity: "valid", confirmedOnline: true, insurerNumber: "06139992" } as const;

test.each<[string, PrescriptionInput, string, string]>([
  ["a valid answer", valid, "electronic", "Q1"],
  ["paper by the patient's choice", { ...valid, chosen: "paper" }, "paper", "Q1"],
  ["lapsed", { ...valid, validity: "invalid" }, "paper", "Q2"],
  ["not found", { ...valid, validity: "notFound" }, "paper", "Q2"],
  ["no answer", { confirmedOnline: true }, "paper", "Q2"],
  ["confirmed by document only", { ...valid, confirmedOnline: false }, "paper", "Q2"],
  ["医療扶助", { ...valid, publicAssistance: true }, "electronic", "Q3"],
  ["医療扶助, not entrusted", { validity: "validNotEntrusted", confirmedOnline: true }, "paper", "Q4"],
  ["自費", { ...valid, outsideInsurance: true }, "paper", "Q6"],
  ["日雇", { ...valid, insurerNumber: "03139995" }, "paper", "Q7"],
  ["an insurer nobody knows", { ...valid, insurerNumber: "99139990" }, "ask", "Q7"],
  ["no insurer number", { validity: "valid", confirmedOnline: true }, "ask", "Q7"],
  ["a validity nobody knows", { ...valid, validity: "7" }, "ask", "Q1"],
])("%s", (_, input, form, row) => {
  expect(prescriptionForm(input)).toMatchObject({ form, rowIds: [row] });
});

test("four days with the day of issue", () => {
  expect(prescriptionEnds("2026-11-28")).toBe("2026-12-01");
  expect(() => prescriptionEnds("2026-11-31")).toThrow(expect.objectContaining({ code: "request.invalid" }));
});
