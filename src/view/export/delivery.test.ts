import { describe, expect, it } from "vitest";
import { fileName } from "./delivery.ts";

describe("a file's name", () => {
  it("is the capture's, with the connection's number", () => {
    expect(fileName("handshake.pcapng", 3, "svg")).toBe("handshake-flow-3.svg");
    expect(fileName("a.b.pcap.gz", null, "csv")).toBe("a.b-flow.csv");
  });

  it("has nothing that systems do not allow", () => {
    expect(fileName('..\\a/b:"c"\u0007?.pcap', null, "txt")).toBe(".._a_b__c___-flow.txt");
    expect(fileName("", null, "txt")).toBe("capture-flow.txt");
  });
});
