/**
 * The columns that tables of conversations and of endpoints show, in Wireshark's order: what each reads, and how that is
 * written. Titles are the readers' own words.
 */
import { durationText } from "../base/time.ts";
import {
  bitRate,
  type ConversationTable,
  durationOf,
  hasPorts,
  type Layer,
  type Span,
  startOf,
} from "./conversations.ts";
import type { EndpointTable } from "./endpoints.ts";

/** One column of a table; `Key` is its name in scripts. */
export interface TallyField<Table, Key extends string = string> {
  readonly key: Key;
  readonly kind: "address" | "port" | "count" | "time" | "rate";
  /** For sorting and for scripts: an address's row in the address table, seconds of a time; -1 for no rate. */
  value(table: Table, row: number): number;
  /** Of a time, to the nanosecond. */
  span?(table: Table, row: number): Span;
}

export type ConversationKey =
  | "addressA"
  | "portA"
  | "addressB"
  | "portB"
  | "packets"
  | "bytes"
  | "packetsAToB"
  | "bytesAToB"
  | "packetsBToA"
  | "bytesBToA"
  | "start"
  | "duration"
  | "bitsAToB"
  | "bitsBToA";
export type ConversationField = TallyField<ConversationTable, ConversationKey>;

export type EndpointKey =
  | "address"
  | "port"
  | "packets"
  | "bytes"
  | "packetsSent"
  | "bytesSent"
  | "packetsReceived"
  | "bytesReceived";
export type EndpointField = TallyField<EndpointTable, EndpointKey>;

const inSeconds = ({ seconds, nanoseconds }: Span): number => seconds + nanoseconds / 1e9;

const CONVERSATION_FIELDS: readonly ConversationField[] = [
  { key: "addressA", kind: "address", value: ({ columns }, row) => columns.addressA[row]! },
  { key: "portA", kind: "port", value: ({ columns }, row) => columns.portA[row]! },
  { key: "addressB", kind: "address", value: ({ columns }, row) => columns.addressB[row]! },
  { key: "portB", kind: "port", value: ({ columns }, row) => columns.portB[row]! },
  { key: "packets", kind: "count", value: ({ columns }, row) => columns.packetsOut[row]! + columns.packetsIn[row]! },
  { key: "bytes", kind: "count", value: ({ columns }, row) => columns.bytesOut[row]! + columns.bytesIn[row]! },
  { key: "packetsAToB", kind: "count", value: ({ columns }, row) => columns.packetsOut[row]! },
  { key: "bytesAToB", kind: "count", value: ({ columns }, row) => columns.bytesOut[row]! },
  { key: "packetsBToA", kind: "count", value: ({ columns }, row) => columns.packetsIn[row]! },
  { key: "bytesBToA", kind: "count", value: ({ columns }, row) => columns.bytesIn[row]! },
  { key: "start", kind: "time", value: (table, row) => inSeconds(startOf(table, row)), span: startOf },
  { key: "duration", kind: "time", value: (table, row) => inSeconds(durationOf(table, row)), span: durationOf },
  {
    key: "bitsAToB",
    kind: "rate",
    value: (table, row) => bitRate(table.columns.bytesOut[row]!, durationOf(table, row)),
  },
  {
    key: "bitsBToA",
    kind: "rate",
    value: (table, row) => bitRate(table.columns.bytesIn[row]!, durationOf(table, row)),
  },
];

const ENDPOINT_FIELDS: readonly EndpointField[] = [
  { key: "address", kind: "address", value: ({ columns }, row) => columns.address[row]! },
  { key: "port", kind: "port", value: ({ columns }, row) => columns.port[row]! },
  {
    key: "packets",
    kind: "count",
    value: ({ columns }, row) => columns.packetsSent[row]! + columns.packetsReceived[row]!,
  },
  { key: "bytes", kind: "count", value: ({ columns }, row) => columns.bytesSent[row]! + columns.bytesReceived[row]! },
  { key: "packetsSent", kind: "count", value: ({ columns }, row) => columns.packetsSent[row]! },
  { key: "bytesSent", kind: "count", value: ({ columns }, row) => columns.bytesSent[row]! },
  { key: "packetsReceived", kind: "count", value: ({ columns }, row) => columns.packetsReceived[row]! },
  { key: "bytesReceived", kind: "count", value: ({ columns }, row) => columns.bytesReceived[row]! },
];

/** The columns of a layer's conversations. */
export const conversationFields = (layer: Layer): readonly ConversationField[] => shown(CONVERSATION_FIELDS, layer);

/** The columns of a layer's endpoints. */
export const endpointFields = (layer: Layer): readonly EndpointField[] => shown(ENDPOINT_FIELDS, layer);

function shown<Field extends TallyField<never>>(fields: readonly Field[], layer: Layer): readonly Field[] {
  return hasPorts(layer) ? fields : fields.filter(({ kind }) => kind !== "port");
}

/** A cell as text, without signs between thousands; empty for no rate. `decimals` are those of times, 9 at most. */
export function cellText<Table>(
  { kind, value, span }: TallyField<Table>,
  table: Table,
  row: number,
  addressText: (address: number) => string,
  decimals = 9,
): string {
  if (span) {
    const { seconds, nanoseconds } = span(table, row);
    return durationText(seconds, nanoseconds).slice(0, decimals - 9 || undefined);
  }
  const number = value(table, row);
  if (kind === "address") return addressText(number);
  return kind === "rate" && number < 0 ? "" : String(number);
}
