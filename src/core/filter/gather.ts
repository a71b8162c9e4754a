/** What a filter asks of a packet, from the packet taken apart. */
import { hexBytes } from "../base/hex.ts";
import { allNodes, type PacketBytes } from "../inspect/packet.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import type { FieldInfo } from "../protocols/spec.ts";
import { kindNamed } from "./fields.ts";
import type { Kind, Value } from "./kinds.ts";
import { ipv6Of } from "./literals.ts";
import { isLayer, type Need, type PacketValues } from "./needs.ts";
import { type PacketStates, stateFields } from "./own-fields.ts";
import { readNanoseconds } from "./times.ts";

/** A frame as it was captured. */
export interface FrameBytes extends Omit<PacketBytes, "linkType"> {
  readonly capturedLength: number;
}

export class Gatherer {
  private readonly needs: readonly Need[];
  /** The needs that a field answers, as places; found once for each description of a field. */
  private readonly placesOf = new Map<FieldInfo, readonly number[]>();

  constructor(needs: readonly Need[]) {
    this.needs = needs;
  }

  /** The values of one packet; `states` are those of its connection's ends, where it has them. */
  gather(layers: readonly Layer[], frame: FrameBytes, states: PacketStates | null = null): PacketValues {
    const lists: Value[][] = this.needs.map(() => []);
    if (states) this.addStates(states, lists);
    const times = new Map<string, number>();
    for (const { key } of layers) times.set(key, (times.get(key) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const layer of layers) {
      const order = (seen.get(layer.key) ?? 0) + 1;
      seen.set(layer.key, order);
      const isMeant = ({ layers: meant }: Need) => !meant || isLayer(meant, order, times.get(layer.key)!);
      this.addLayer(layer, frame, lists, isMeant);
      for (const node of allNodes([layer])) {
        for (const place of this.places(node.field)) {
          if (isMeant(this.needs[place]!)) lists[place]!.push(readValue(node, this.needs[place]!));
        }
      }
    }
    return lists;
  }

  private addStates(states: PacketStates, lists: Value[][]): void {
    for (const [place, { field }] of this.needs.entries()) {
      for (const end of ["client", "server"] as const) {
        if (field.keys.has(stateFields[end].key)) lists[place]!.push(states[end]);
      }
    }
  }

  private addLayer(layer: Layer, frame: FrameBytes, lists: Value[][], isMeant: (need: Need) => boolean): void {
    for (const [place, need] of this.needs.entries()) {
      const { field, part } = need;
      if (field.kind !== "protocol" || field.name !== layer.key || !isMeant(need)) continue;
      lists[place]!.push(part === "presence" ? 1 : bytesOf(layer, frame, part === "whole"));
    }
  }

  private places(info: FieldInfo): readonly number[] {
    const known = this.placesOf.get(info);
    if (known) return known;
    const places = this.needs.flatMap(({ field }, place) =>
      field.keys.has(info.key) && field.kind === kindNamed(field.name, info) && field.kind !== "protocol"
        ? [place]
        : [],
    );
    this.placesOf.set(info, places);
    return places;
  }
}

function bytesOf(layer: Layer, { view, at, capturedLength }: FrameBytes, isWhole: boolean): string {
  if (layer.key === "frame") return hexBytes(view, at, at + capturedLength);
  const start = layer.bytes ? 0 : at;
  return hexBytes(layer.bytes ?? view, start + layer.at, start + (isWhole ? layer.contentEnd : layer.end));
}

function readValue(node: FieldNode, { part, field: { kind } }: Need): Value {
  if (part === "text") return node.text;
  return READERS[kind](node);
}

const hex = ({ text }: FieldNode): string => (/^[0-9a-f:]*$/.test(text) ? text.replaceAll(":", "") : "");

/** From the text that stands for a value, or from the value where that is exact. */
const READERS: Readonly<Record<Kind, (node: FieldNode) => Value>> = {
  number: ({ value, text }) =>
    Number.isSafeInteger(value) ? value : /^(0x[0-9a-f]+|\d+)$/.test(text) ? BigInt(text) : value,
  flag: ({ value }) => value,
  label: () => 1,
  ipv4: ({ text }) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0),
  ipv6: ({ text }) => ipv6Of(text) ?? 0n,
  mac: hex,
  bytes: hex,
  protocol: hex,
  text: ({ text }) => text,
  moment: ({ text }) => readNanoseconds(text) ?? 0n,
  duration: ({ text }) => readNanoseconds(text) ?? 0n,
};
