/** What the reader says on a computer without a PC/SC service. */
import { listReaders, waitForCard } from "@onshi/reader";
import { adapter, outcome, source, tell } from "./scene.ts";

const timed = async (work: () => Promise<object>): Promise<{ code: string; ms: number }> => {
  const startedAt = performance.now();
  const code = await outcome(work());
  return { code, ms: performance.now() - startedAt };
};

const readers = source();
const results = {
  list: await timed(() => listReaders({ adapter })),
  wait: await timed(() => waitForCard({ source: readers })),
  again: await timed(() => waitForCard({ source: readers, wait: false })),
};
await readers.close();
tell(results);
