/**
 * A part of a ladder as Wireshark's own text. Its lifelines are addresses in the order in which they appear, or those that
 * the reader arranged, in that order.
 */
import { cell } from "../../table/packet-table.ts";
import { type FlowRow, flowLines } from "../flow-text.ts";
import { lifelinesOf } from "../lifelines.ts";
import { rowWords } from "../row-words.ts";
import { commentText, hostNames, type LadderPart, oneLine, withOwnHosts } from "./part.ts";

/** Wireshark keeps the conversation of a row in sixteen bits. */
const CONVERSATION_MASK = 0xffff;

/** The lines, without line ends. */
export function wiresharkLines(part: LadderPart): Iterable<string> {
  const nodes = part.content.hosts?.isArranged ? arrangedNodes(part) : nodesByAppearance(part);
  let isNumbered = false;
  for (let index = part.first; index < part.end && !isNumbered; index++) {
    isNumbered = conversationOf(part, index) !== conversationOf(part, part.first);
  }
  return flowLines(nodes.names.map(oneLine), flowRows(part, nodes), isNumbered);
}

/** The lifelines of the text: their names, and the two of a packet as places among these. */
interface Nodes {
  readonly names: readonly string[];
  readonly of: (row: number) => { readonly from: number; readonly to: number };
}

function nodesByAppearance({ content, first, end }: LadderPart): Nodes {
  const { packets, addresses, rows } = content;
  const nodes = new Map<number, number>();
  const addressOf = (column: "source" | "destination", row: number) => cell(packets, column, row);
  for (let index = first; index < end; index++) {
    for (const column of ["source", "destination"] as const) {
      const address = addressOf(column, rows[index]!);
      if (!nodes.has(address)) nodes.set(address, nodes.size);
    }
  }
  const node = (column: "source" | "destination", row: number) => nodes.get(addressOf(column, row)) ?? 0;
  return {
    names: Array.from(nodes.keys(), (address) => addresses.text(address)),
    of: (row) => ({ from: node("source", row), to: node("destination", row) }),
  };
}

function arrangedNodes(part: LadderPart): Nodes {
  const { content } = withOwnHosts(part);
  return { names: hostNames(content), of: (row) => lifelinesOf(content, row) };
}

/** What is no TCP segment is in the first conversation (Wireshark's rule). */
function conversationOf({ content }: LadderPart, index: number): number {
  return Math.max(0, cell(content.packets, "connection", content.rows[index]!)) & CONVERSATION_MASK;
}

function* flowRows(part: LadderPart, nodes: Nodes): Generator<FlowRow> {
  const { packets } = part.content;
  for (let index = part.first; index < part.end; index++) {
    const words = rowWords(part.content, index);
    yield {
      conversation: conversationOf(part, index),
      time: words.time,
      ...nodes.of(words.row),
      fromPort: cell(packets, "sourcePort", words.row),
      toPort: cell(packets, "destinationPort", words.row),
      label: oneLine(words.label),
      comment: words.protocol !== null ? `${words.protocol}: ${oneLine(words.label)}` : commentText(words),
    };
  }
}
