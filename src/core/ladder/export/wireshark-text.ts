/** A part of a ladder as Wireshark's own text. Its lifelines are addresses in the order in which they appear. */
import { cell } from "../../table/packet-table.ts";
import { type FlowRow, flowLines } from "../flow-text.ts";
import { rowWords } from "../row-words.ts";
import { commentText, type LadderPart, oneLine } from "./part.ts";

/** Wireshark keeps the conversation of a row in sixteen bits. */
const CONVERSATION_MASK = 0xffff;

/** The lines, without line ends. */
export function wiresharkLines(part: LadderPart): Iterable<string> {
  const { packets, addresses, rows } = part.content;
  const nodes = new Map<number, number>();
  let isNumbered = false;
  for (let index = part.first; index < part.end; index++) {
    const row = rows[index]!;
    for (const column of ["source", "destination"] as const) {
      const address = cell(packets, column, row);
      if (!nodes.has(address)) nodes.set(address, nodes.size);
    }
    isNumbered ||= conversationOf(part, index) !== conversationOf(part, part.first);
  }
  const names = Array.from(nodes.keys(), (address) => oneLine(addresses.text(address)));
  return flowLines(names, flowRows(part, nodes), isNumbered);
}

/** What is no TCP segment is in the first conversation (Wireshark's rule). */
function conversationOf({ content }: LadderPart, index: number): number {
  return Math.max(0, cell(content.packets, "connection", content.rows[index]!)) & CONVERSATION_MASK;
}

function* flowRows(part: LadderPart, nodes: ReadonlyMap<number, number>): Generator<FlowRow> {
  const { packets } = part.content;
  for (let index = part.first; index < part.end; index++) {
    const words = rowWords(part.content, index);
    yield {
      conversation: conversationOf(part, index),
      time: words.time,
      from: nodes.get(cell(packets, "source", words.row)) ?? 0,
      to: nodes.get(cell(packets, "destination", words.row)) ?? 0,
      fromPort: cell(packets, "sourcePort", words.row),
      toPort: cell(packets, "destinationPort", words.row),
      label: oneLine(words.label),
      comment: words.protocol !== null ? `${words.protocol}: ${oneLine(words.label)}` : commentText(words),
    };
  }
}
