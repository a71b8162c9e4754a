import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { selectPacket } from "./actions.ts";
import { foldedPackets, foldedRows } from "./folding.ts";
import { openCapture } from "./open-for-tests.ts";
import { ladderRows } from "./selectors.ts";
import { NOTHING_SELECTED, useStore } from "./store.ts";
import { figureRows, foldStreams, streamsFolded, toggleStream, unfoldStream } from "./streams.ts";

/** One connection that is closed, with a run of 26 packets that repeat; and one that is refused, of two packets. */
const sample = (name: string) => ({
  name,
  blob: new Blob([readFileSync(new URL(`../../public/samples/${name}`, import.meta.url))]),
});
const state = () => useStore.getState();

describe("connections that ended", () => {
  beforeEach(async () => {
    const capture = await openCapture(sample("download.pcap"), sample("refused.pcap"));
    useStore.setState({ capture: { ...capture, state: "whole" }, selection: NOTHING_SELECTED });
    foldStreams(false);
  });

  it("stand in one line each, and only in what the ladder draws", () => {
    const all = ladderRows(state());
    expect(figureRows(state())).toBe(all);
    foldStreams(true);
    const { length } = state().capture!.connections;
    expect([figureRows(state()).length, streamsFolded(state())]).toEqual([length, length]);
    expect(ladderRows(state())).toBe(all);
    expect(foldedRows(state())?.lines.folded).toBe(length);
    expect(foldedPackets(state())).toBe(0);
  });

  it("are folded one by one, and unfold where one of their packets is chosen", () => {
    selectPacket(0);
    expect([toggleStream(), streamsFolded(state())]).toEqual([true, 1]);
    const hidden = ladderRows(state()).find((row) => !figureRows(state()).includes(row))!;
    selectPacket(figureRows(state())[0]!, false, true);
    expect(streamsFolded(state())).toBe(1);
    selectPacket(hidden);
    expect(streamsFolded(state())).toBe(0);
  });

  it("unfold by themselves only where they are folded", () => {
    selectPacket(0);
    expect(unfoldStream()).toBe(false);
    toggleStream();
    expect([unfoldStream(), streamsFolded(state())]).toEqual([true, 0]);
  });

  it("are whole in their own ladder", () => {
    foldStreams(true);
    useStore.setState({ selection: { ...NOTHING_SELECTED, connection: 0, packet: 0 } });
    expect(figureRows(state())).toBe(ladderRows(state()));
    expect(toggleStream()).toBe(false);
  });
});
