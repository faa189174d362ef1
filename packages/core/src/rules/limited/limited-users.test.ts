import { expect, test } from "vitest";
import { limitedUse, limitedUsers } from "./limited-users.ts";

test("資格確認限定型 is for a closed list of users, since 2024-04", () => {
  for (const user of limitedUsers) {
    expect(limitedUse(user, "2026-11-21")?.user).toBe(user);
    expect(limitedUse(user, "2024-03-31")).toBeUndefined();
  }
  for (const user of ["hospital", "pharmacy", "constructor", ""])
    expect(limitedUse(user, "2026-11-21")).toBeUndefined();
});
