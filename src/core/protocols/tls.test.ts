import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const bytes = (hex: string) => hex.replace(/\s/g, "").length / 2;
const counted = (digits: number, hex: string) => `${bytes(hex).toString(16).padStart(digits, "0")} ${hex}`;
/** A segment from port 50000 to 443 with a payload. */
const tcp = (payload: string) => `${ETHERNET} 0800 4500 ${(40 + bytes(payload)).toString(16).padStart(4, "0")}
  0001 0000 4006 0000 0a000001 0a000002 c350 01bb 00000001 00000001 5018 0100 0000 0000 ${payload}`;
/** A record (RFC 8446 §5.1), and a message of the handshake (§4) in it. */
const record = (type: string, content: string, version = "0303") => `${type} ${version} ${counted(4, content)}`;
const message = (type: string, body: string) => `${type} ${counted(6, body)}`;

const RANDOM = "11".repeat(32);
const NAME = `0000 ${counted(4, counted(4, `00 ${counted(4, "6578616d706c652e6f7267")}`))}`; // example.org
const ALPN = `0010 ${counted(4, counted(4, "02 6832"))}`;
const GROUPS = `000a ${counted(4, counted(4, "001d 0017"))}`;
const VERSIONS = `002b ${counted(4, counted(2, "0304 0303"))}`;
const CLIENT_HELLO = message(
  "01",
  `0303 ${RANDOM} 02 abcd ${counted(4, "1301 c02f")} 01 00 ${counted(4, NAME + ALPN + GROUPS + VERSIONS)}`,
);
const SERVER_HELLO = message("02", `0303 ${RANDOM} 00 1301 00 ${counted(4, "002b 0002 0304")}`);
const OLD_SERVER_HELLO = message("02", `0302 ${RANDOM} 00 c013 00`);
const CHANGE = record("14", "01");
/** What looks like no message of a handshake, for it is encrypted. */
const SECRET = record("16", "e5 99 01 02 33 44");

it("reads what a client asks for", () => {
  const { fields, column, info } = lastLayer(1, tcp(record("16", CLIENT_HELLO, "0301")));
  expect(fields).toMatchObject({
    "tls.record.content_type": "22",
    "tls.record.version": "0x0301",
    "tls.handshake.type": "1",
    "tls.handshake.version": "0x0303",
    "tls.handshake.random": RANDOM,
    "tls.handshake.session_id_length": "2",
    "tls.handshake.session_id": "abcd",
    "tls.handshake.cipher_suites_length": "4",
    "tls.handshake.ciphersuite": "0x1301,0xc02f",
    "tls.handshake.comp_methods_length": "1",
    "tls.handshake.comp_method": "0",
    "tls.handshake.extension.type": "0,16,10,43",
    "tls.handshake.extensions_server_name": "example.org",
    "tls.handshake.extensions_alpn_str": "h2",
    "tls.handshake.extensions_supported_group": "0x001d,0x0017",
    "tls.handshake.extensions.supported_version": "0x0304,0x0303",
  });
  expect([column, info]).toEqual(["TLSv1.2", "Client Hello"]);
});

it("reads what a server settles on", () => {
  const { fields, column } = lastLayer(1, tcp(record("16", SERVER_HELLO)));
  expect(column).toBe("TLSv1.3");
  expect(fields).toMatchObject({
    "tls.handshake.ciphersuite": "0x1301",
    "tls.handshake.comp_method": "0",
    "tls.handshake.extensions.supported_version": "0x0304",
  });
  expect(lastLayer(1, tcp(record("16", OLD_SERVER_HELLO))).column).toBe("TLSv1.1");
});

describe("the Info column", () => {
  it.each([
    [
      record("16", SERVER_HELLO + message("0b", "000000") + message("0e", "")),
      "Server Hello, Certificate, Server Hello Done",
    ],
    [
      record("16", message("10", "0000")) + CHANGE + SECRET,
      "Client Key Exchange, Change Cipher Spec, Encrypted Handshake Message",
    ],
    // Behind the change nothing is plain, whatever it looks like.
    [CHANGE + record("16", message("10", "0000")), "Change Cipher Spec, Encrypted Handshake Message"],
    [SECRET, "Encrypted Handshake Message"],
    [record("17", "aabb") + record("17", "cc"), "Application Data, Application Data"],
    [record("15", "0228"), "Alert (Level: Fatal, Description: Handshake Failure)"],
    [record("15", "0228aabbccdd"), "Encrypted Alert"],
  ])("%#: %s", (payload, info) => {
    expect(readFrame(1, tcp(payload)).info).toBe(info);
  });
});

it("shows a record that goes on in the next segment as far as it is there", () => {
  const { fields, info } = lastLayer(1, tcp("16 0303 4000 0b 002000 0000"));
  expect(info).toBe("Certificate");
  expect(fields).toMatchObject({ "tls.record.length": "16384", "tls.handshake.length": "8192" });
  expect(lastLayer(1, tcp("17 0303 4000 aabb")).fields["tls.app_data"]).toBe("aabb");
});

it("reads a hello up to where it breaks off", () => {
  const whole = tcp(record("16", CLIENT_HELLO));
  for (let captured = 54 + 5; captured < bytes(whole); captured++) {
    expect(lastLayer(1, whole, { captured }).key).toBe("tls");
  }
});

it.each(["16 0403 0001 00", "13 0303 0001 00", "16 0303 0000", "16 0303 ffff 00", "16 0303"])(
  "leaves %s to TCP",
  (payload) => {
    expect(lastLayer(1, tcp(payload)).key).toBe("tcp");
  },
);
