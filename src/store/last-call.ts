/** Derived state that is computed again only when what it is derived from has changed. */

/**
 * A selector of `a` and `b` of the state, combined; it remembers its last answer and gives it again while `a` and `b`
 * are the same references.
 */
export function lastCall<State, A, B, Result>(
  a: (state: State) => A,
  b: (state: State) => B,
  combine: (a: A, b: B) => Result,
): (state: State) => Result {
  let last: { a: A; b: B; result: Result } | null = null;
  return (state) => {
    const now = { a: a(state), b: b(state) };
    if (last && Object.is(last.a, now.a) && Object.is(last.b, now.b)) return last.result;
    last = { ...now, result: combine(now.a, now.b) };
    return last.result;
  };
}
