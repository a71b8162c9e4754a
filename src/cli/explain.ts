/** `explain FILE [PACKET]`: why the numbers of TCP segments are what they are, in sentences or as structure. */

import { Explainer } from "../core/explain/explainer.ts";
import type { Reason } from "../core/explain/reason.ts";
import { equationOf, sentenceOf, slotText } from "../core/explain/sentence.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { SecondPass } from "../core/second-pass/second-pass.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { Lines } from "./output.ts";
import { wordsOf } from "./words.ts";

export const explain: Command = {
  usage: "explain FILE [PACKET] [--json]",
  summary: "print why the numbers of TCP segments are what they are, of one packet or of all",

  async run(args, world) {
    const { file, packet, json } = parsed(args);
    const path = pathOf(file, world);
    const first = new FirstPass();
    const problem = await readCaptureFile(path, (record, of) => first.frame(record, of));
    const { length, chunks } = first.decoder;
    if (statusOf(problem, length) === NOT_READ) return endOf(file, problem, length, world);
    if (packet > length) throw new UsageError(`packets are numbered 1 to ${length}, there is no ${packet}`);
    const explainer = new Explainer({ length, chunks }, first.decoder.connections.snapshot());
    const second = new SecondPass(first, { verifiesChecksums: true });
    const lines = new Lines(world.output);
    let told = 0;
    await readCaptureFile(
      path,
      (record, of) => {
        if (packet > 0 && second.number + 1 !== packet) return second.skip(record, of);
        const layers = second.layers(record, of);
        const reasons = explainer.reasons(second.number - 1, layers);
        if (reasons.length === 0) return;
        for (const line of json ? jsonLines(second.number, reasons, told) : textLines(second.number, reasons)) {
          lines.line(line);
        }
        told++;
      },
      () => lines.flush(),
    );
    if (json) lines.line(told === 0 ? "[]" : "]");
    else if (told === 0) lines.line(packet > 0 ? `Packet ${packet} is no TCP segment.` : "There is no TCP segment.");
    await lines.flush(true);
    return endOf(file, problem, length, world);
  },
};

interface Request {
  readonly file: string;
  /** From 1; 0 for all. */
  readonly packet: number;
  readonly json: boolean;
}

function parsed(args: readonly string[]): Request {
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--json");
  if (unknown !== undefined) throw new UsageError(`explain does not know the option ${unknown}`);
  const [file, packet, ...more] = args.filter((arg) => !arg.startsWith("-"));
  if (file === undefined || more.length > 0)
    throw new UsageError("explain wants one file, and a packet's number or none");
  if (packet !== undefined && !/^[1-9]\d*$/.test(packet)) throw new UsageError("a packet's number counts from 1");
  return { file, packet: Number(packet ?? 0), json: args.includes("--json") };
}

/** An element of a list; the first line has the list's beginning. */
function* jsonLines(number: number, reasons: readonly Reason[], told: number): Generator<string> {
  yield `${told === 0 ? "[" : ","}{"packet": ${number}, "reasons": [`;
  yield reasons.map((reason) => `  ${JSON.stringify(reason)}`).join(",\n");
  yield "]}";
}

function* textLines(number: number, reasons: readonly Reason[]): Generator<string> {
  yield `Packet ${number}`;
  for (const reason of reasons) {
    const name = wordsOf(`explain.short.${reason.field}`, { slots: {} });
    const inferred =
      reason.isInferred && reason.field !== "finding" ? `; ${wordsOf("explain.inferred", { slots: {} })}` : "";
    yield `  ${name.padEnd(9)} ${equationWords(reason)}${sentenceWords(reason)} (${reason.source}${inferred})`;
  }
}

/** "726 = 1 + 725: "; empty for what is no sum. */
function equationWords(reason: Reason): string {
  const terms = equationOf(reason);
  if (!terms || reason.field === "time") return "";
  const written = terms.map(({ sign, operand }) => `${sign && `${sign} `}${slotText(reason, operand.value)}`);
  return `${slotText(reason, reason.value)} = ${written.join(" ")}: `;
}

/** The sentence of a reason. */
function sentenceWords(reason: Reason): string {
  const { key, slots, words, packets } = sentenceOf(reason);
  const filled = Object.entries(words).map(([name, of]) => [name, wordsOf(of, { slots: {} })] as const);
  const tags = Object.entries(packets).map(([name, packet]) => {
    return [name, wordsOf("explain.packet", { slots: { number: packet } })] as const;
  });
  return wordsOf(key, { slots: { ...slots, ...Object.fromEntries(filled) }, tags: Object.fromEntries(tags) });
}
