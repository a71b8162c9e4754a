import { expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const hexOf = (text: string) => Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
const tcp = (text: string, ports: string) => `${ETHERNET} 0800 4500 00${(40 + text.length).toString(16)}
  0001 0000 4006 0000 0a000001 0a000002 ${ports} 00000001 00000001 5018 0100 0000 0000 ${hexOf(text)}`;
const FROM_SERVER = "0016 c350";
const FROM_CLIENT = "c350 0016";

it("reads the line of RFC 4253 §4.2, and who says it", () => {
  const { fields, column } = lastLayer(1, tcp("SSH-2.0-OpenSSH_9.6 x\r\n", FROM_SERVER));
  expect(column).toBe("SSHv2");
  expect(fields).toEqual({ "ssh.protocol": "SSH-2.0-OpenSSH_9.6 x", "ssh.direction": "1" });
});

it.each([
  ["SSH-2.0-a\r\n", FROM_SERVER, "SSHv2", "Server: Protocol (SSH-2.0-a)"],
  ["SSH-1.99-a\n", FROM_CLIENT, "SSHv2", "Client: Protocol (SSH-1.99-a)"],
  ["SSH-1.5-a", FROM_CLIENT, "SSHv1", "Client: Protocol (SSH-1.5-a)"],
  ["SSH-2.0-a\r\n", "c350 08ae", "SSHv2", "Client: Protocol (SSH-2.0-a)"],
])("words %j on ports %s", (text, ports, column, info) => {
  const hex = tcp(text, ports);
  expect([lastLayer(1, hex).column, readFrame(1, hex).info]).toEqual([column, info]);
});

it("leaves all else on its port to TCP", () => {
  for (const text of ["SSH", "hello", ""]) expect(lastLayer(1, tcp(text, FROM_CLIENT)).key).toBe("tcp");
});
