/** Messages of ICMPv6 by which mobile nodes find their home agents and the prefixes at home (RFC 6275 §6.5 to §6.8). */
import type { Inspection } from "./inspection.ts";
import { bool, bytes, dec, type FieldInfo, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";

const AGENT_REQUEST = 144;
const AGENT_REPLY = 145;
const PREFIX_ADVERTISEMENT = 147;

const identifier = dec(16, "Identifier");
const plain = header(
  "icmpv6.mip6",
  { source: "RFC 6275 §6.5" },
  { identifier, reserved: bytes(2, "Reserved", { key: "icmpv6.reserved" }) },
);
const flagged = header(
  "icmpv6.mip6",
  { source: "RFC 6275 §6.8" },
  {
    identifier,
    flags: hex(16, "Flags", {
      filter: "flag",
      parts: {
        managed: bool("Managed address configuration", { filter: "flag.m" }),
        other: bool("Other stateful configuration", { filter: "flag.o" }),
        reserved: dec(14, "Reserved", { filter: "flag.rsv" }),
      },
    }),
  },
);
const agent = generated("icmpv6.mip6.home_agent_address", "Home Agent Address", "ipv6", { source: "RFC 6275 §6.6" });
const ADDRESS = 16;

/** Fields that these messages may have. */
export const mobilityFields: readonly FieldInfo[] = [...fieldsOf(plain), flagged.flags, ...flagged.flags.parts, agent];

/** Whether `inspectMobility` knows messages of this type. */
export const isMobility = (type: number): boolean => type >= AGENT_REQUEST && type <= PREFIX_ADVERTISEMENT;

/** Adds the fields of a message whose body begins at `at`. */
export function inspectMobility(p: Inspection, type: number, at: number): void {
  p.fixed(type === PREFIX_ADVERTISEMENT ? flagged : plain, at);
  if (type !== AGENT_REPLY) return;
  for (let one = at + headerLength(plain); p.covers(one, ADDRESS); one += ADDRESS) p.bytes(agent, one, ADDRESS);
}
