import { fromHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { type Desk, desk, failure, testCard } from "../../test/card/test-card.ts";
import { dangerouslyTransmit, type RawTransaction, type RawTransmit } from "../jpki/raw-session.ts";

const select = "00A4040C0AD392F000260100000001";

interface RawDesk {
  readonly raw: RawTransaction;
  readonly scene: Desk;
}

const open = async (): Promise<RawDesk> => {
  const scene = desk(testCard());
  const card = await scene.open({ [dangerouslyTransmit]: true });
  return { scene, raw: (work) => card[dangerouslyTransmit]?.(work) ?? Promise.reject(new Error("no such method")) };
};

test("raw commands go through in one transaction, which ends with the card unpowered", async () => {
  const { raw, scene } = await open();
  const answer = await raw(async (transmit) => {
    await transmit(fromHex(select));
    return transmit(fromHex("0084000008"));
  });
  expect(answer).toHaveLength(10);
  expect(scene.log).toEqual(["begin", select, "0084000008", "end unpower", "close leave"]);
});

describe("what stays closed", () => {
  test.each([
    ["the application with the My Number", "00A4040C0AD3921000310001010408"],
    ["a shortened name of it", "00A4040C05D392100031"],
    ["a name so short that it may mean it", "00A4040C02D392"],
    ["no name at all", "00A4040C"],
    ["the same in extended form", "00A4040C00000AD3921000310001010408"],
    ["the same in another class", "80A4040C0AD3921000310001010408"],
    ["by file id", "00A4000C023F00"],
    ["by path", "00A4080C023F00"],
    ["by a name where a file id belongs", "00A4020C0AD3921000310001010408"],
    ["on another logical channel", "01A4040C0AD3921000310001010408"],
    ["with secure messaging", "0CA4040C0AD3921000310001010408"],
    ["chained", "10A4040C05D392100031"],
    ["a new logical channel", "0070000001"],
    ["wrapped in ENVELOPE", "00C200000500A4040C00"],
    ["lengths that contradict each other", "00A4040C0BD3921000310001010408"],
    ["cut", "00A404"],
  ])("%s", async (_name, command) => {
    const { raw, scene } = await open();
    const code = await failure(
      raw(async (transmit) => {
        await transmit(fromHex(select));
        await transmit(fromHex(command));
      }),
    );
    expect([code, scene.commands()]).toEqual(["card.forbidden", [select]]);
  });

  test("anything before a SELECT by name: another program may have left something open", async () => {
    const { raw, scene } = await open();
    expect(await failure(raw((transmit) => transmit(fromHex("00B0810000"))))).toBe("card.forbidden");
    expect(scene.commands()).toEqual([]);
  });

  test("anything after a SELECT that was refused", async () => {
    const { raw } = await open();
    const code = await failure(
      raw(async (transmit) => {
        await transmit(fromHex(select));
        await transmit(fromHex("00A4040C0AD392F000260100000002"));
        await transmit(fromHex("00B0810000"));
      }),
    );
    expect(code).toBe("card.forbidden");
  });

  test.each(["0020009804FFFFFFFF", "0021009804FFFFFFFF", "0024019804FFFFFFFF", "002C009804FFFFFFFF"])(
    "a second PIN in one transaction: %s",
    async (second) => {
      const { raw, scene } = await open();
      const code = await failure(
        raw(async (transmit) => {
          await transmit(fromHex(select));
          await transmit(fromHex("002000980431323334"));
          await transmit(fromHex(second));
        }),
      );
      expect([code, scene.commands().length]).toEqual(["card.forbidden", 2]);
    },
  );

  test("a transmit that is kept for later", async () => {
    const { raw } = await open();
    let kept: RawTransmit | undefined;
    await raw(async (transmit) => void (kept = transmit));
    expect(await failure(kept?.(fromHex(select)) ?? Promise.resolve())).toBe("card.sessionClosed");
  });
});
