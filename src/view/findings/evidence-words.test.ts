import { describe, expect, it } from "vitest";
import type { Operand } from "../../core/analysis/evidence.ts";
import { FINDINGS } from "../../core/analysis/findings.ts";
import { t } from "../words-for-tests.ts";
import { evidenceWords, ruleWords } from "./evidence-words.ts";

const BASES = { seq: 1000, ack: 5000 };

function sentence(key: string, operands: Readonly<Record<string, Operand>>, bases = BASES): string {
  const finding = FINDINGS.find((one) => one.key === `tcp.analysis.${key}`)!;
  return evidenceWords({ finding, operands, related: -1 }, bases, t);
}

describe("the numbers behind a finding", () => {
  const lost: Readonly<Record<string, Operand>> = {
    expected: { kind: "seq", value: 6793 },
    seq: { kind: "seq", value: 7793 },
    missing: { kind: "bytes", value: 1000 },
  };

  it("count from the connection's beginning", () => {
    expect(sentence("lost_segment", lost)).toBe(
      "Next expected 5793, this segment starts at 6793: 1000 bytes are missing.",
    );
  });

  it("are told of one byte as of one", () => {
    const one: Readonly<Record<string, Operand>> = { ...lost, missing: { kind: "bytes", value: 1 } };
    expect(sentence("lost_segment", one)).toContain("1 byte is missing.");
  });

  it("are raw where that is asked for, or the beginning is not known", () => {
    expect(sentence("lost_segment", lost, { seq: -1, ack: -1 })).toContain("6793, this segment starts at 7793");
  });

  it("count the other side's numbers from the other side's beginning, times in milliseconds", () => {
    expect(sentence("duplicate_ack", { ack: { kind: "ack", value: 5101 }, number: { kind: "count", value: 2 } })).toBe(
      "Duplicate 2 of ACK 101: the same window, no data.",
    );
    const late: Readonly<Record<string, Operand>> = {
      seq: { kind: "seq", value: 1001 },
      duplicates: { kind: "count", value: 2 },
      since: { kind: "nanoseconds", value: 1_234_000 },
    };
    expect(sentence("fast_retransmission", late)).toBe("2 duplicate ACKs asked for 1, the last 1.234 ms before.");
  });
});

it.each(FINDINGS.map(({ key }) => [key]))("%s has its sentences", (key) => {
  expect(sentence(key.slice("tcp.analysis.".length), {})).not.toContain("findings.");
  expect(ruleWords({ key }, t)).not.toContain("findings.");
});
