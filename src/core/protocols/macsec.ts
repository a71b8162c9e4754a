/**
 * Media Access Control Security: a tag before what it protects. Where that is authenticated alone it leads on, the check
 * value behind it left to those that know their own length; what is encrypted ends the walk.
 */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const TAG = "IEEE 802.1AE §9.3";

export const macsecHeader = header(
  "macsec",
  { source: TAG },
  {
    control: hex(6, "TCI", {
      filter: "TCI",
      parts: {
        version: hex(1, "VER", { filter: "TCI.V" }),
        endStation: bool("ES", { filter: "TCI.ES" }),
        channel: bool("SC", { filter: "TCI.SC" }),
        broadcast: bool("SCB", { filter: "TCI.SCB" }),
        encrypted: bool("E", { filter: "TCI.E" }),
        changed: bool("C", { filter: "TCI.C" }),
      },
    }),
    association: hex(2, "AN", { filter: "AN" }),
    shortLength: dec(8, "Short length", { filter: "SL" }),
    packetNumber: dec(32, "Packet number", { filter: "PN" }),
  },
);
/** Of the tag without a channel's identifier. */
export const LENGTH = headerLength(macsecHeader);
const CHANNEL_LENGTH = 8;
const TYPE_LENGTH = 2;
/** In the first byte. */
const CHANNEL = 0x20;
const HIDDEN = 0x8c; // encrypted or changed, or of a version that nobody knows

const system = generated("macsec.SCI.system_identifier", "System Identifier", "mac", { source: TAG });
const port = generated("macsec.SCI.port_identifier", "Port Identifier", "uint", { source: TAG });
const type = generated("macsec.etype", "Ethertype", "uint", { source: TAG, digits: 4, values: ETHER_TYPE_NAMES });

/** Bytes of the tag at `at`, with the channel's identifier where it has one. */
export const macsecLength = (view: DataView, at: number): number =>
  view.getUint8(at) & CHANNEL ? LENGTH + CHANNEL_LENGTH : LENGTH;

/** Whether what the tag at `at` protects can be read. */
export const isReadable = (view: DataView, at: number): boolean => (view.getUint8(at) & HIDDEN) === 0;

export const macsec: Protocol = {
  key: "macsec",
  title: "802.1AE Security tag",
  short: "MACSEC",
  source: "IEEE 802.1AE",
  reachedBy: { etherType: [0x88e5] },
  header: macsecHeader,
  further: [system, port, type],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const isOpen = isReadable(view, at);
    const length = macsecLength(view, at);
    if (!w.has(isOpen ? length + TYPE_LENGTH : length)) return;
    w.at += length;
    if (!isOpen) return w.stop();
    w.at += TYPE_LENGTH;
    w.follow("etherType", view.getUint16(at + length));
  },

  inspect(p: Inspection) {
    p.fixed(macsecHeader);
    const { view, at } = p;
    if (!p.covers(at, LENGTH)) return;
    const length = macsecLength(view, at);
    if (!p.covers(at, length)) return;
    if (length > LENGTH) {
      p.bytes(system, at + LENGTH, 6);
      p.add(port, view.getUint16(at + LENGTH + 6), { at: at + LENGTH + 6, length: 2 });
    }
    const typeAt = at + length;
    if (isReadable(view, at) && p.covers(typeAt, TYPE_LENGTH))
      p.add(type, view.getUint16(typeAt), { at: typeAt, length: TYPE_LENGTH });
  },

  info: () => "MACsec frame",
};
