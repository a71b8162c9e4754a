/** Virtual eXtensible Local Area Network: Ethernet frames in UDP, and its extension, which names other protocols too. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { nextService } from "./network-service-header.ts";
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

const extension = header(
  "vxlan",
  { source: "draft-ietf-nvo3-vxlan-gpe-13 §3" },
  {
    flags: hex(8, "Flags"),
    reserved: dec(16, "Reserved", { filter: "reserved_16" }),
    next: dec(8, "Next Protocol", {
      filter: "next_proto",
      values: { 1: "IPv4", 2: "IPv6", 3: "Ethernet", 4: "Network Service Header", 5: "MPLS" },
    }),
    vni: dec(24, "VXLAN Network Identifier (VNI)"),
    reserved8: dec(8, "Reserved"),
  },
);

export const vxlanExtension: Protocol = {
  key: "vxlan",
  title: "Virtual eXtensible Local Area Network, Generic Protocol Extension",
  short: "VxLAN",
  source: "draft-ietf-nvo3-vxlan-gpe",
  reachedBy: { udpPort: [4790] },
  header: extension,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const next = extension.next(w.view, w.at);
    w.at += LENGTH;
    w.next = nextService(next);
  },

  inspect(p: Inspection) {
    p.fixed(extension);
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? String(extension.vni(p.view, p.at)) : "";
  },
};
