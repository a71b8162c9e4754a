import { expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

/** Ethernet, IPv4, and an SCTP packet (RFC 9260) from port 2905 to 38412. */
const sctp = (chunks: string) => `${ETHERNET} 0800
  4500 0080 0001 0000 4084 0000 0a000001 0a000002
  0b59 960c 11223344 a1b2c3d4 ${chunks}`;

const INIT = `01 00 0024  dd68d33d 00008000 0020 0010 0629bf66
  0005 0008 55cd346a  8000 0004  8008 0005 c0 000000`;
const DATA = "00 03 0013  0629bf66 0001 0007 00000003 616263 00";
const SACK = "03 00 0010  0629bf65 0000fa00 0000 0000";

it("reads the common header and the chunk that opens an association", () => {
  expect(lastLayer(1, sctp(INIT)).fields).toMatchObject({
    "sctp.srcport": "2905",
    "sctp.dstport": "38412",
    "sctp.verification_tag": "0x11223344",
    "sctp.checksum": "0xa1b2c3d4",
    "sctp.chunk_type": "1",
    "sctp.chunk_flags": "0x00",
    "sctp.chunk_length": "36",
    "sctp.init_initiate_tag": "0xdd68d33d",
    "sctp.init_credit": "32768",
    "sctp.init_nr_out_streams": "32",
    "sctp.init_nr_in_streams": "16",
    "sctp.init_initial_tsn": "103399270",
    "sctp.parameter_type": "0x0005,0x8000,0x8008",
    "sctp.parameter_length": "8,4,5",
    "sctp.parameter_ipv4_address": "85.205.52.106",
  });
});

it("reads chunk after chunk, each padded to whole words", () => {
  const { fields } = lastLayer(1, sctp(SACK + DATA));
  expect(fields).toMatchObject({
    "sctp.chunk_type": "3,0",
    "sctp.chunk_length": "16,19",
    "sctp.sack_cumulative_tsn_ack_raw": "103399269",
    "sctp.sack_a_rwnd": "64000",
    "sctp.data_tsn_raw": "103399270",
    "sctp.data_sid": "0x0001",
    "sctp.data_ssn": "7",
    "sctp.data_payload_proto_id": "3",
  });
});

it.each([
  [INIT, "INIT"],
  ["0b 00 0004", "COOKIE_ACK"],
  [SACK + DATA, "SACK (Ack=103399269, Arwnd=64000) DATA (TSN=103399270)"],
  [DATA.replace("00 03", "00 02"), "DATA (TSN=103399270) (Message Fragment)"],
  ["3f 00 0004", "RESERVED"],
])("words %s as %s", (chunks, info) => {
  expect(readFrame(1, sctp(chunks)).info).toBe(info);
});

it("ends at a length that cannot be true, and at the end of the capture", () => {
  expect(lastLayer(1, sctp("0b 00 0002 0b 00 0004")).fields).not.toHaveProperty("sctp.chunk_type");
  const cut = lastLayer(1, sctp(SACK), { captured: 14 + 20 + 12 + 4 + 6 });
  expect(cut.fields["sctp.sack_cumulative_tsn_ack_raw"]).toBe("103399269");
  expect(cut.fields).not.toHaveProperty("sctp.sack_a_rwnd");
  expect(cut.info).toBe("SACK");
});
