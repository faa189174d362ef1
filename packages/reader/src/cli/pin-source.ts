import type { PinCallback } from "../jpki/pin.ts";
import { type CliArguments, wrong } from "./arguments.ts";
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
        throw wrong("--pin-fd", "an open file descriptor", "開いているファイル記述子の番号");
      }
    };
  }
  const { askPin } = io;
  if (askPin === undefined)
    throw wrong("--pin-fd", "--pin-fd N (no terminal to ask on)", "--pin-fd N（入力できる端末がありません）");
  return ({ remaining }) => askPin(`暗証番号（数字4桁、残り${remaining}回）/ PIN (${remaining} left): `, io.signal);
}
