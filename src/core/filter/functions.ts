/** The functions of the language. */
import { nearest } from "./fields.ts";
import { hexOfText, type Kind, order, type Value } from "./kinds.ts";
import type { Needs, PacketValues } from "./needs.ts";
import { Rejection } from "./problem.ts";
import type { Side } from "./side.ts";
import type { Operand } from "./tree.ts";

type Call = Extract<Operand, { kind: "call" }>;
/** With the places that it asks for, where those are not its parameters'. */
type Answer = Pick<Side, "kind" | "of"> & Partial<Pick<Side, "places" | "isCount">>;

interface Given {
  readonly call: Call;
  readonly sides: readonly Side[];
  readonly needs: Needs;
}

const FUNCTIONS: Readonly<Record<string, (given: Given) => Answer>> = {
  /** Bytes of each value. */
  len: (given) => {
    const { field, kind, of } = fieldOf(given);
    return { kind: "number", of: (packet) => of(packet).map((value) => bytesOf(kind, field!.size, value)) };
  },
  /** How many values there are; none of what the packet does not have. */
  count: (given) => {
    const { of } = fieldOf(given);
    const count = (values: readonly Value[]) => (values.length > 0 ? [values.length] : []);
    return { kind: "number", isCount: true, of: (packet) => count(of(packet)) };
  },
  upper: (given) => textOf(given, (text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  lower: (given) => textOf(given, (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  /** Addresses as they are printed, numbers in decimal whatever their base; tshark 4.0 writes no other values. */
  string: (given) => {
    const { field, layers, kind, of } = fieldOf(given);
    if (kind === "number") return { kind: "text", of: (packet) => of(packet).map(String) };
    if (kind !== "ipv4" && kind !== "ipv6" && kind !== "mac") throw wrong(given.call);
    const place = given.needs.place({ field: field!, part: "text", layers });
    return { kind: "text", places: [place], of: (packet) => packet[place]! };
  },
  max: (given) => extreme(given, 1),
  min: (given) => extreme(given, -1),
  abs: (given) => {
    const [side] = given.sides;
    if (given.sides.length !== 1 || !isNumeric(side!)) throw wrong(given.call);
    // Numeric kinds hold numbers and bigints only.
    const of = (packet: PacketValues) =>
      side!.of(packet).map((value) => (order(value, 0) < 0 ? -(value as number) : value));
    return { kind: side!.kind, of };
  },
};

/** Their names. */
export const functionNames = (): readonly string[] => Object.keys(FUNCTIONS);

/** What a call gives. Throws a Rejection for a function that there is not, and for parameters that it does not take. */
export function callOf(call: Call, sides: readonly Side[], needs: Needs): Answer {
  const { name } = call;
  if (!Object.hasOwn(FUNCTIONS, name)) {
    const meant = nearest(name, Object.keys(FUNCTIONS));
    throw new Rejection({ kind: "unknownFunction", name, meant }, { at: call.at, length: name.length });
  }
  if (call.parameters.length === 0) throw wrong(call);
  return FUNCTIONS[name]!({ call, sides, needs });
}

const wrong = (call: Call): Rejection => new Rejection({ kind: "parameters", name: call.name }, call);

/** The only parameter, which has to be a field. */
function fieldOf({ call, sides }: Given): Side {
  const [side] = sides;
  if (sides.length !== 1 || !side?.field) throw wrong(call);
  return side;
}

function textOf(given: Given, change: (text: string) => string): Answer {
  const { kind, of } = fieldOf(given);
  if (kind !== "text") throw wrong(given.call);
  return { kind, of: (packet) => of(packet).map((value) => change(String(value))) };
}

const isNumeric = ({ kind }: Side): boolean => kind === "number" || kind === "duration" || kind === "moment";

function extreme({ call, sides }: Given, sign: 1 | -1): Answer {
  const [first] = sides;
  const kind: Kind = first!.kind; // callOf takes no call without parameters
  const hasOrder = kind !== "label" && kind !== "protocol" && kind !== "text";
  if (!hasOrder || !sides.every((side) => side.kind === kind)) throw wrong(call);
  const of = (packet: PacketValues) => {
    const all = sides.flatMap((side) => side.of(packet));
    return all.length === 0 ? all : [all.reduce((best, value) => (sign * order(value, best) > 0 ? value : best))];
  };
  return { kind, of };
}

function bytesOf(kind: Kind, size: number, value: Value): number {
  switch (kind) {
    case "number":
      return size;
    case "flag":
    case "moment":
    case "duration":
      return 8;
    case "ipv4":
      return 4;
    case "ipv6":
      return 16;
    case "text":
      return hexOfText(String(value)).length / 2;
    default:
      return String(value).length / 2;
  }
}
