import { type Channel, channel } from "node:diagnostics_channel";
import { terminalText } from "../../base/index.ts";
import type { OnshiEvent } from "./events.ts";

// The one file of the door that touches Node.

const channels: Readonly<Record<OnshiEvent["type"], Channel>> = {
  sent: channel("onshi:sent"),
  answered: channel("onshi:answered"),
  failed: channel("onshi:failed"),
  acknowledged: channel("onshi:acknowledged"),
  checkedIn: channel("onshi:checkedIn"),
  consentUsed: channel("onshi:consentUsed"),
};

/** Whether anybody in this process listens to events of a kind. */
export const isListenedTo = (type: OnshiEvent["type"]): boolean => channels[type].hasSubscribers;

/** The log level in `ONSHI_LOG`; an empty variable counts as unset. */
export const logLevelOfEnvironment = (): string | undefined => process.env["ONSHI_LOG"] || undefined;

/** Writes a line on standard error. */
export const writeLine = (text: string): void => void process.stderr.write(terminalText(`${text}\n`));

/** Warns whoever runs the process. */
export const warn = (text: string, code: string): void => process.emitWarning(text, { code });

/** Notifies the listeners in this process. */
export function publish(event: OnshiEvent): void {
  channels[event.type].publish(event);
}
