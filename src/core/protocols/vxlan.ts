/** Virtual eXtensible Local Area Network: Ethernet frames in UDP. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const vxlanHeader = header(
  "vxlan",
  { source: "RFC 7348 §5" },
  {
    flags: hex(16, "Flags"),
    group: dec(16, "Group Policy ID", { filter: "gbp", source: "draft-smith-vxlan-group-policy-05 §2.1" }),
    vni: dec(24, "VXLAN Network Identifier (VNI)"),
    reserved: dec(8, "Reserved", { filter: "reserved8" }),
  },
);
const LENGTH = headerLength(vxlanHeader);

export const vxlan: Protocol = {
  key: "vxlan",
  title: "Virtual eXtensible Local Area Network",
  short: "VxLAN",
  source: "RFC 7348",
  reachedBy: { udpPort: [4789] },
  header: vxlanHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    w.at += LENGTH;
    w.next = ethernet;
  },

  inspect(p: Inspection) {
    p.fixed(vxlanHeader);
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? String(vxlanHeader.vni(p.view, p.at)) : "";
  },
};
