import { expect, test } from "vitest";
import { type ConsentMoment, consentUse } from "./consent-window.ts";

const givenAt = "2026-11-20T09:15:00+09:00";

test.each<[string, Partial<ConsentMoment>, string]>([
  ["outpatient, the 24th hour", { mode: "outpatient", at: "2026-11-21T09:15:00+09:00" }, "inTime"],
  ["outpatient, after it", { mode: "outpatient", at: "2026-11-21T09:15:01+09:00" }, "over"],
  [
    "the end on the wire counts first",
    { mode: "outpatient", usableUntil: "2026-11-20T10:00:00+09:00", at: "2026-11-20T10:00:01+09:00" },
    "over",
  ],
  ["home visits, months later", { mode: "homeVisit", at: "2027-04-01T00:00:00+09:00" }, "inTime"],
  ["home visits that ended", { mode: "homeVisit", isEnded: true, at: "2026-11-20T10:00:00+09:00" }, "ended"],
  ["online, the same day in Japan", { mode: "online", at: "2026-11-20T23:59:59+09:00" }, "inTime"],
  ["online, the next day in Japan", { mode: "online", at: "2026-11-20T15:00:00Z" }, "over"],
  ["before it was given", { mode: "emergency", at: "2026-11-20T09:14:59+09:00" }, "notYet"],
])("%s", (_, more, reason) => {
  expect(consentUse({ mode: "outpatient", givenAt, at: givenAt, ...more })).toMatchObject({
    reason,
    isUsable: reason === "inTime",
  });
});

test.each([
  ["mode", { mode: "phone" }],
  ["givenAt", { givenAt: "2026-11-20 09:15" }],
  ["at", { at: "" }],
  ["usableUntil", { usableUntil: "soon" }],
])("%s that is wrong is named", (field, wrong) => {
  const moment = { mode: "outpatient", givenAt, at: givenAt, ...wrong } as ConsentMoment;
  expect(() => consentUse(moment)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field }) as unknown }),
  );
});
