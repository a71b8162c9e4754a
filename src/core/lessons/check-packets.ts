/** Whether a capture has what a lesson speaks of. */
import type { Lesson } from "./lesson.ts";
import type { LessonProblem } from "./read-lesson.ts";

/** A packet that a lesson names, from 1, and where it does. */
export interface NamedPacket {
  readonly where: string;
  readonly number: number;
}

/** All packets that a lesson names, in its order. */
export function namedPackets({ steps }: Lesson): readonly NamedPacket[] {
  return steps.flatMap(({ packets, highlight = [] }, at) => [
    ...packets.map((number, place) => ({ where: `steps.${at}.packets.${place}`, number })),
    ...highlight.flatMap((lit, place) =>
      "packet" in lit ? [{ where: `steps.${at}.highlight.${place}.packet`, number: lit.packet }] : [],
    ),
  ]);
}

/** The highest packet number that a lesson names. */
export const lastNamed = (lesson: Lesson): number => Math.max(...namedPackets(lesson).map(({ number }) => number));

/** The first packet that is beyond a capture of so many; null when all are there. */
export function beyondCapture(lesson: Lesson, packets: number): LessonProblem | null {
  const beyond = namedPackets(lesson).find(({ number }) => number > packets);
  return beyond ? { where: beyond.where, found: `packet ${beyond.number} of a capture that has ${packets}` } : null;
}

/** What of an open capture a lesson goes wrong with: `connections` in all, and whose a packet is, -1 for no one's. */
export function misplaced(
  { connection, steps }: Lesson,
  connections: number,
  connectionOf: (row: number) => number,
): LessonProblem | null {
  if (connection === undefined) return null;
  if (connection >= connections) {
    return { where: "connection", found: `connection ${connection} of a capture that has ${connections}` };
  }
  for (const [at, { packets }] of steps.entries()) {
    const [first, last = first] = packets.map((number) => connectionOf(number - 1));
    const where = `steps.${at}.packets`;
    if (first! < 0) return { where, found: `packet ${packets[0]}, which is of no connection` };
    if (first !== last) return { where, found: `packets ${packets.join(" and ")}, which are not of one connection` };
  }
  return null;
}
