/** Fibre Distributed Data Interface: a frame control byte and two addresses before IEEE 802.2. */
import { macText } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { header, headerLength, hex, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const fddiHeader = header(
  "fddi",
  { source: "ISO 9314-2 §7.3" },
  {
    control: hex(8, "Frame Control", { filter: "fc" }),
    // Wireshark turns the bits of these addresses round, the file having them as Ethernet does.
    dst: mac("Destination", { ours: true }),
    src: mac("Source", { ours: true }),
  },
);

/** Frame control of asynchronous frames for LLC, whatever their priority. */
const isLlc = (control: number): boolean => (control & 0xf0) === 0x50;

export const fddi: Protocol = {
  key: "fddi",
  title: "Fiber Distributed Data Interface",
  short: "FDDI",
  source: "ISO 9314-2",
  reachedBy: { linkType: [10] },
  header: fddiHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(fddiHeader))) return;
    const control = fddiHeader.control(w.view, w.at);
    w.at += headerLength(fddiHeader);
    if (isLlc(control)) w.follow("etherType", 0);
    else w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(fddiHeader);
  },

  brief({ view, at, headerEnd }: Inspection) {
    if (headerEnd - at < headerLength(fddiHeader)) return "";
    return `${macText(view, fddiHeader.src(view, at))} → ${macText(view, fddiHeader.dst(view, at))}`;
  },
};
