import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { foldedPackets, foldedRows, showFolds, toggleFold, unfoldedAt } from "./folding.ts";
import { openCapture } from "./open-for-tests.ts";
import { showToScale } from "./scale.ts";
import { NOTHING_SELECTED, type State, useStore } from "./store.ts";

/** Of the sample's packets 10 to 35 are thirteen segments, each with its ACK. */
const download = new Blob([readFileSync(new URL("../../public/samples/download.pcap", import.meta.url))]);

const state = () => useStore.getState();
const choose = (packet: number) => useStore.setState({ selection: { ...NOTHING_SELECTED, connection: 0, packet } });
const keep = (folding: State["folding"]) => useStore.setState({ folding });

describe("runs of the ladder", () => {
  beforeEach(async () => {
    const capture = await openCapture({ name: "download.pcap", blob: download });
    useStore.setState({ capture: { ...capture, state: "whole" } });
    choose(0);
    showFolds(true);
  });

  it("are folded, and are not looked for while the capture is read", () => {
    expect(foldedPackets(state())).toBe(26);
    const { capture } = state();
    useStore.setState({ capture: capture && { ...capture, packets: { ...capture.packets }, state: "reading" } });
    expect(foldedRows(state())).toBeNull();
  });
  it("unfold around a packet that would be hidden, and only then", () => {
    keep(unfoldedAt(state(), 8));
    expect(foldedPackets(state())).toBe(26);
    keep(unfoldedAt(state(), 20));
    expect(foldedPackets(state())).toBe(0);
    keep(unfoldedAt(state(), 21));
    expect(foldedPackets(state())).toBe(0);
  });
  it("are folded and unfolded one by one where the chosen packet is in one", () => {
    expect(toggleFold()).toBe(false);
    choose(34);
    expect([toggleFold(), foldedPackets(state())]).toEqual([true, 0]);
    expect([toggleFold(), foldedPackets(state())]).toEqual([true, 26]);
  });
  it("are not folded to scale", () => {
    choose(20);
    showToScale(true);
    expect([foldedRows(state()), toggleFold()]).toEqual([null, false]);
    showToScale(false);
    expect(foldedPackets(state())).toBe(26);
  });
  it("are unfolded all together, but one when asked for", () => {
    showFolds(false);
    expect(foldedRows(state())).toBeNull();
    choose(9);
    toggleFold();
    expect(foldedPackets(state())).toBe(26);
  });
});
