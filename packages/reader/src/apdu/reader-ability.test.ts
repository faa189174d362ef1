import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readerAbilities, type ReaderAbility } from "./reader-ability.ts";

test("nothing is known about a reader that was never used", () => {
  const abilities = readerAbilities();
  abilities.learn("A", { extended: true });
  abilities.learn("A", { chunk: 224 });
  expect([abilities.of("A"), abilities.of("B")]).toEqual([{ extended: true, chunk: 224 }, {}]);
});

describe("a memory that outlives the process", () => {
  test("what one saved the next one knows, and nothing is saved twice", () => {
    let saved = "null";
    const save = vi.fn((known: Readonly<Record<string, ReaderAbility>>) => void (saved = JSON.stringify(known)));
    const first = readerAbilities({ load: () => JSON.parse(saved), save });
    first.learn("Desk reader", { extended: false });
    first.learn("Desk reader", { extended: false });
    first.learn("__proto__", { chunk: 128 });
    expect(save).toHaveBeenCalledTimes(2);
    const second = readerAbilities({ load: () => JSON.parse(saved), save });
    expect([second.of("Desk reader"), second.of("__proto__")]).toEqual([{ extended: false }, { chunk: 128 }]);
  });

  test("a store that fails costs the memory and nothing else", () => {
    const fail = (): never => {
      throw new Error("disk full");
    };
    const abilities = readerAbilities({ load: fail, save: fail });
    abilities.learn("A", { extended: true });
    expect(abilities.of("A")).toEqual({ extended: true });
  });

  test("whatever is in the store, only sizes worth trying come out of it", () => {
    const entry = fc.oneof(fc.jsonValue(), fc.record({ extended: fc.jsonValue(), chunk: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), entry)), (json) => {
        const abilities = readerAbilities({ load: () => json, save: () => undefined });
        for (const name of Object.keys((json ?? {}) as object)) {
          const { extended, chunk } = abilities.of(name);
          expect([true, false, undefined]).toContain(extended);
          expect([256, 224, 128, 64, undefined]).toContain(chunk);
        }
      }),
    );
  });
});
