/** When the page has nothing left to do: for tests and for scripts, which must not wait for time. */

let busy = 0;
let waiting: (() => void)[] = [];

/** Counts a piece of work as begun; call the answer once when it has ended. */
export function beginWork(): () => void {
  busy++;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    busy--;
    if (busy > 0) return;
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
}

/** Counts a promise's work. */
export async function working<T>(work: Promise<T>): Promise<T> {
  const end = beginWork();
  try {
    return await work;
  } finally {
    end();
  }
}

/** Resolves when nothing is being read, decoded or drawn. Work that drawing brings about is waited for as well. */
export async function whenIdle(): Promise<void> {
  do {
    if (busy > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    await twoFrames();
  } while (busy > 0);
}

/** One frame draws what the last change asked for; the second shows that it was drawn. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
