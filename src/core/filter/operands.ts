/** One side of a comparison: what kind of values it gives, and how it gives those of a packet. */
import { bytesInCommon, calculated, maskOf } from "./arithmetic.ts";
import { type NamedField, namedFields, nearest } from "./fields.ts";
import { callOf } from "./functions.ts";
import { hexOf, isSliced, type Value } from "./kinds.ts";
import { type Literal, readLiteral, type Target } from "./literals.ts";
import type { Need, Needs, PacketValues } from "./needs.ts";
import { Rejection } from "./problem.ts";
import type { Side } from "./side.ts";
import { checkRanges, slice } from "./slices.ts";
import type { Operand } from "./tree.ts";

const PLAIN = {
  greatest: Infinity,
  values: null,
  ignored: 0,
  field: null,
  constant: null,
  place: null,
  each: null,
  mask: null,
  isCount: false,
  places: [],
  layers: null,
  isPart: false,
};

/**
 * Makes the side that does not depend on what it is compared with; `part` is what is asked of a protocol, and `target`
 * what parameters are like that name no field. Throws a Rejection for a mere value.
 */
export function sideOf(
  operand: Operand,
  needs: Needs,
  part: Need["part"] = "value",
  target: Target | null = null,
): Side {
  switch (operand.kind) {
    case "word": {
      const field = fieldCalled(operand.text);
      if (!field) throw noField(operand);
      return fieldSide(field, null, needs, part);
    }
    case "reference":
      return referenceSide(operand, needs);
    case "layer": {
      const field = operand.of.kind === "word" ? fieldCalled(operand.of.text) : undefined;
      if (!field) throw noField(operand.of);
      return fieldSide(field, operand.layers, needs, part);
    }
    case "slice":
      return sliceSide(operand, needs);
    case "call": {
      const sides = parametersOf(operand, needs, target);
      return { ...PLAIN, name: `${operand.name}()`, places: placesOf(sides), ...callOf(operand, sides, needs) };
    }
    case "arithmetic":
      return arithmeticSide(operand, needs);
    case "negative": {
      const of = sideOf(operand.operand, needs);
      checkNumber(of, "-", operand);
      return {
        ...of,
        field: null,
        constant: null,
        place: null,
        mask: null,
        of: (packet) => of.of(packet).map((value) => -(value as number | bigint)),
      };
    }
    default:
      throw noField(operand);
  }
}

/** Makes a side of what may be a value of the other side's kind as well. */
export function sideLike(operand: Operand, target: Target, needs: Needs): Side {
  if (operand.kind === "negative" && isLiteral(operand.operand)) {
    const { value } = readLiteral(operand.operand, { ...target, greatest: Infinity });
    if (typeof value === "string") throw noField(operand);
    return constant(target, -value, 0);
  }
  if (operand.kind === "arithmetic" && isConstant(operand)) return arithmeticSide(operand, needs, target);
  if (!isLiteral(operand)) return sideOf(operand, needs, "value", target);
  const { value, ignored } = readLiteral(operand, target);
  return constant(target, value, ignored);
}

function constant(target: Target, read: Value, ignored: number): Side {
  // Numbers are compared much faster than bigints, wherever they are exact.
  const value = typeof read === "bigint" && isExact(read) ? Number(read) : read;
  const values = [value];
  return { ...PLAIN, kind: target.kind, name: String(value), ignored, constant: value, of: () => values };
}

/** The parameters of a call: a value among them is of the kind of the first that names a field, else of `target`. */
function parametersOf(call: Extract<Operand, { kind: "call" }>, needs: Needs, target: Target | null): readonly Side[] {
  const isValue = (one: Operand) => isLiteral(one) || (one.kind === "negative" && isLiteral(one.operand));
  const named = call.parameters.find((one) => !isValue(one));
  const like = named ? sideOf(named, needs) : target;
  return call.parameters.map((one) => (like && isValue(one) ? sideLike(one, like, needs) : sideOf(one, needs)));
}

const isExact = (value: bigint): boolean => Number.isSafeInteger(Number(value));

/** Whether an operand names no field at all. */
function isConstant(operand: Operand): boolean {
  return operand.kind === "arithmetic" ? isConstant(operand.left) && isConstant(operand.right) : isLiteral(operand);
}

/** Whether an operand is a value as it was written, and names no field. */
export function isLiteral(operand: Operand): operand is Literal {
  if (operand.kind === "word") return fieldCalled(operand.text) === undefined;
  return operand.kind === "string" || operand.kind === "character";
}

/** A name with a dot before it is a protocol's for certain. */
const fieldCalled = (text: string): NamedField | undefined =>
  namedFields().get(text.startsWith(".") ? text.slice(1) : text);

function noField(operand: Operand): Rejection {
  const found = "text" in operand ? operand.text : "";
  const isName = operand.kind === "word" && /^[A-Za-z]/.test(found);
  const meant = isName ? nearest(found, namedFields().keys()) : "";
  if (isName) return new Rejection({ kind: "unknownField", name: found, meant }, operand);
  return new Rejection({ kind: "noField", found, meant }, operand);
}

function fieldSide(field: NamedField, layers: Side["layers"], needs: Needs, part: Need["part"]): Side {
  const place = needs.place({ field, part: field.kind === "protocol" ? part : "value", layers });
  const { name, kind, greatest, values } = field;
  const places = [place];
  return { ...PLAIN, name, kind, greatest, values, field, place, places, layers, of: (packet) => packet[place]! };
}

/** The values of the chosen packet; of a protocol there are none. */
function referenceSide({ at, length, of: operand }: Extract<Operand, { kind: "reference" }>, needs: Needs): Side {
  const isLayer = operand.kind === "layer";
  const word = isLayer ? operand.of : operand;
  const field = word.kind === "word" ? fieldCalled(word.text) : undefined;
  if (!field) throw noField(word);
  const isProtocol = field.kind === "protocol";
  const values = isProtocol ? null : needs.chosen({ field, part: "value", layers: isLayer ? operand.layers : null });
  if (!values) throw new Rejection({ kind: "reference" }, { at, length });
  const { name, kind, greatest, values: names } = field;
  // One value is as good as one that is written, and as quick to compare.
  const constant = values.length === 1 ? values[0]! : null;
  return { ...PLAIN, name, kind, greatest, values: names, constant, of: () => values };
}

function sliceSide(operand: Extract<Operand, { kind: "slice" }>, needs: Needs): Side {
  const of = sideOf(operand.of, needs);
  if (!isSliced(of.kind)) throw new Rejection({ kind: "notSliced", name: of.name, of: of.kind }, operand.of);
  checkRanges(operand.ranges);
  const part = (packet: PacketValues) => of.of(packet).map((value) => slice(hexOf(of.kind, value), operand.ranges, 2));
  return { ...PLAIN, name: of.name, kind: "bytes", isPart: true, places: of.places, of: part };
}

function checkNumber(side: Side, operator: string, at: Operand): void {
  const { kind } = side;
  // Bytes are joined bit by bit, and not added.
  const isTaken = operator === "&" ? kind === "number" || kind === "bytes" : kind === "number" || kind === "duration";
  if (!isTaken) throw new Rejection({ kind: "operator", operator, of: kind, name: side.name }, at);
}

/** What is calculated; `target` is what it is compared with where it names no field itself. */
function arithmeticSide(
  operand: Extract<Operand, { kind: "arithmetic" }>,
  needs: Needs,
  target: Target | null = null,
): Side {
  const { operator } = operand;
  const left = target ? sideLike(operand.left, target, needs) : sideOf(operand.left, needs);
  checkNumber(left, operator, operand.left);
  const right = sideLike(operand.right, { ...left, greatest: Infinity }, needs);
  checkNumber(right, operator, operand.right);
  if (left.kind !== right.kind) throw differentKinds(left, right, operand.right);
  const join = left.kind === "bytes" ? bytesInCommon : (a: Value, b: Value) => calculated(operator, a, b);
  const both = (packet: PacketValues) => {
    const values: Value[] = []; // filled by loops: flatMap makes an array for each value
    for (const a of left.of(packet)) {
      for (const b of right.of(packet)) {
        const value = join(a, b);
        if (value !== null) values.push(value);
      }
    }
    return values;
  };
  const side = { ...PLAIN, name: left.name, kind: left.kind, places: placesOf([left, right]), of: both };
  const { constant } = right;
  if (left.place === null || constant === null) return side;
  const { each, place } = left;
  if (each === null)
    return { ...side, place, mask: maskOf(operator, constant), each: (value) => join(value, constant) };
  const joined = (value: Value) => {
    const made = each(value);
    return made === null ? null : join(made, constant);
  };
  return { ...side, place, each: joined };
}

/** What places the sides ask for. */
const placesOf = (sides: readonly Side[]): readonly number[] => sides.flatMap(({ places }) => places);

/** A rejection of two sides that have nothing in common. */
export function differentKinds(left: Side, right: Side, at: Operand): Rejection {
  return new Rejection({ kind: "differentKinds", left: left.name, right: right.name }, at);
}
