/** How many files are open at a time: a site that is years old must not exhaust the open files a program may have. */
const atOnce = 16;

/** Maps each item, a few at a time, in order. */
export async function eachBounded<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const queue = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of queue) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  return results;
}
