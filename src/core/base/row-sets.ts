/** What two lists of rows have in common, or hold together. Rows rise in each. */

/** The rows that are in both. */
export function commonRows(a: Uint32Array, b: Uint32Array): Uint32Array {
  const common = new Uint32Array(Math.min(a.length, b.length));
  let [atA, atB, found] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const [rowA, rowB] = [a[atA]!, b[atB]!];
    if (rowA === rowB) common[found++] = rowA;
    if (rowA <= rowB) atA++;
    if (rowB <= rowA) atB++;
  }
  return common.slice(0, found);
}

/** The rows that are in either, of lists that share none. */
export function joinedRows(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const joined = new Uint32Array(a.length + b.length);
  let [atA, atB] = [0, 0];
  for (let at = 0; at < joined.length; at++) {
    const takesA = atB >= b.length || (atA < a.length && a[atA]! < b[atB]!);
    joined[at] = takesA ? a[atA++]! : b[atB++]!;
  }
  return joined;
}
