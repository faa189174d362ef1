import type { BulkProgress } from "../client/index.ts";
import type { CliIo } from "./io.ts";

const width = 24;

/** One line on standard error that is overwritten in place; nothing when standard error is not a terminal. */
export function progressBar({ err, redraw, isTerminal }: CliIo): {
  readonly show: (progress: BulkProgress) => void;
  readonly end: () => void;
} {
  if (!isTerminal) return { show: () => undefined, end: () => undefined };
  let hasShown = false;
  return {
    show: (progress) => {
      hasShown = true;
      redraw(lineOf(progress));
    },
    end: () => {
      if (hasShown) err("\n");
    },
  };
}

function lineOf({ state, polls, total, delivered, asked }: BulkProgress): string {
  if (total === undefined || total === 0)
    return `処理中　${polls}回目の問い合わせ${asked === undefined ? "" : `　${asked}件`}`;
  const filled = Math.min(width, Math.round((delivered / total) * width));
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${delivered}/${total}${state === "delivered" ? " 完了" : ""}`;
}
