import { expect, it } from "vitest";
import { knownNames } from "../../core/inspect/catalogue.ts";
import { ethernetHeader } from "../../core/protocols/ethernet.ts";
import { icmpHeader } from "../../core/protocols/icmp.ts";
import { icmpv6Header } from "../../core/protocols/icmpv6.ts";
import { ipv4Header } from "../../core/protocols/ipv4.ts";
import { ipv6Header } from "../../core/protocols/ipv6.ts";
import { type Field, fieldsOf } from "../../core/protocols/spec.ts";
import { tcpHeader } from "../../core/protocols/tcp.ts";
import { udpHeader } from "../../core/protocols/udp.ts";
import { en } from "../../locales/en.ts";
import { t } from "../words-for-tests.ts";
import { meaningOf } from "./field-meaning.ts";

const HEADERS = { ethernetHeader, ipv4Header, ipv6Header, tcpHeader, udpHeader, icmpHeader, icmpv6Header };
/** The raw numbers of TCP are shown by their relative ones. */
const SHOWN_AS: Readonly<Record<string, string>> = { "tcp.seq_raw": "tcp.seq", "tcp.ack_raw": "tcp.ack" };

const cells = (field: Field): readonly string[] =>
  field.parts.length > 0 ? field.parts.flatMap(cells) : [SHOWN_AS[field.key] ?? field.key];

it.each(Object.entries(HEADERS))("every cell of %s has a meaning", (_, header) => {
  const keys = fieldsOf(header).flatMap(cells);
  expect(keys.filter((key) => meaningOf(key, t) === "")).toEqual([]);
});

it("has meanings of fields that there are, and of no others", () => {
  const known = new Set([...knownNames()].map((name) => name.replaceAll(".", "_")));
  expect(Object.keys(en.header.meanings).filter((key) => !known.has(key))).toEqual([]);
});

it("says nothing of other fields", () => {
  expect(meaningOf("dns.qry.name", t)).toBe("");
});
