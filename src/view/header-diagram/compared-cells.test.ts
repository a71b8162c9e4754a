import { expect, it } from "vitest";
import type { DiagramCell } from "../../core/inspect/diagram.ts";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import type { FieldNode, Layer } from "../../core/protocols/inspection.ts";
import { Inspection } from "../../core/protocols/inspection.ts";
import { udpHeader } from "../../core/protocols/udp.ts";
import { differing } from "./compared-cells.ts";

/** A UDP header of these four numbers, as a layer. */
function udp(...numbers: readonly number[]): Layer {
  const view = new DataView(new ArrayBuffer(8));
  for (const [at, number] of numbers.entries()) view.setUint16(at * 2, number);
  const bounds = { view, frameAt: 0, at: 0, headerEnd: 8, end: 8, wireEnd: 8 };
  const rest = {
    quotedBy: null,
    isBeginning: false,
    network: null,
    ports: null,
    segment: null,
    verifiesChecksums: false,
  };
  const p = new Inspection({ ...bounds, ...rest });
  p.fixed(udpHeader);
  const nodes: readonly FieldNode[] = p.nodes;
  return { key: "udp", title: "UDP", source: "", brief: "", bytes: null, at: 0, end: 8, contentEnd: 8, nodes };
}

const cellsOf = (layer: Layer): readonly DiagramCell[] => headerDiagram(layer, "udp");

it("has the other packet's values where they differ", () => {
  const other = udp(53, 1024, 8, 7);
  expect([...differing(cellsOf(udp(1024, 53, 8, 7)), [other])]).toEqual([
    ["udp/udp.srcport", "53"],
    ["udp/udp.dstport", "1024"],
  ]);
});

it("says that the other packet does not have the header", () => {
  expect([...differing(cellsOf(udp(1, 2, 8, 0)), []).values()]).toEqual(["", "", "", ""]);
});
