/** Lines as a file, written in pieces between which the page goes on. */

/** Characters of a piece, before it is handed over to the browser. */
const PIECE = 1 << 20;

/** The lines, each with `end` behind it. */
export async function textFile(lines: Iterable<string>, end: string, type: string): Promise<Blob> {
  const pieces: Blob[] = [];
  let piece: string[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line, end);
    length += line.length;
    if (length < PIECE) continue;
    pieces.push(new Blob(piece));
    piece = [];
    length = 0;
    await nextTask();
  }
  return new Blob([...pieces, ...piece], { type });
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
