import { wrongArgument } from "@onshi/core/base";
import type { PinCallback } from "../jpki/pin.ts";
import type { CliArguments } from "./arguments.ts";
import type { CliIo } from "./output.ts";

/**
 * Where the PIN comes from: a descriptor when one is named, else the terminal. Never an argument or an environment
 * variable, which other processes can read.
 *
 * @throws OnshiError `config.invalid` when there is neither
 */
export function pinFrom({ pinDescriptor }: CliArguments, io: CliIo): PinCallback {
  if (pinDescriptor !== undefined) {
    return () => {
      try {
        return io.readPin(pinDescriptor);
      } catch {
        throw wrongArgument(
          "--pin-fd",
          "an open file descriptor (npx passes on 0, 1 and 2 only: start onshi-card itself)",
          "開いている番号（npxでは0のみ）",
        );
      }
    };
  }
  const { askPin } = io;
  if (askPin === undefined)
    throw wrongArgument("--pin-fd", "--pin-fd N (no terminal to ask on)", "番号（端末画面なし）");
  return ({ remaining }) => askPin(`暗証番号（数字4桁、残り${remaining}回）/ PIN (${remaining} left): `, io.signal);
}
