import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUPLICATE_ACK, KEEP_ALIVE } from "../../analysis/findings.ts";
import { csvCell, csvLines } from "./csv.ts";
import { jsonLines } from "./json.ts";
import { markdownLines, markdownText } from "./markdown.ts";
import { noteTexts } from "./noted-rows.ts";
import { readPart } from "./part.ts";
import { EXCHANGE, exchangeBetween, partOf, textOf } from "./part-for-tests.ts";

/** Of any code points, halves of pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));

const STYLE = { numbers: "relative", timeStyle: "capture" } as const;
const anyName = fc.oneof(fc.string(), anyText, fc.stringMatching(/^[|:;#"'\\\r\n,=\-+@ a]*$/));

/** Reads RFC 4180 as its grammar has it: records end by CR LF, quotes are doubled within quotes. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const record: string[] = [];
    for (;;) {
      const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
      field.lastIndex = at;
      const [all, quoted, plain] = field.exec(text)!; // the second way matches nothing at all
      record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
      at += all.length;
      if (text[at] === ",") at++;
      else break;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no line end at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}

describe("CSV", () => {
  it("has a line of names, then one for each packet", () => {
    expect([...csvLines(exchangeBetween("10.0.0.1", "fe80::2"))]).toEqual([
      "number,time,stream,sender,source,sourcePort,destination,destinationPort,flags,length,seq,ack,protocol,info,findings,note",
      "1,0.000000,0,client,10.0.0.1,40000,fe80::2,80,SYN,0,0,,TCP,,,",
      '2,0.046841,0,server,fe80::2,80,10.0.0.1,40000,"PSH, ACK",725,1,1,TCP,,,',
    ]);
  });

  it("gives any name back, but for the apostrophe before a formula", () => {
    fc.assert(
      fc.property(anyName, anyName, (client, server) => {
        const [, ...records] = parseCsv(textOf(csvLines(exchangeBetween(client, server)), "\r\n"));
        const bare = (name: string | undefined) => name?.replace(/^'(?=[=+\-@\t\r])/, "");
        const unmarked = (name: string) => name.replace(/^'(?=[=+\-@\t\r])/, "");
        expect(records.map((record) => [bare(record[4]), bare(record[6])])).toEqual([
          [unmarked(client), unmarked(server)],
          [unmarked(server), unmarked(client)],
        ]);
        expect(new Set(records.map(({ length }) => length))).toEqual(new Set([16]));
      }),
    );
  });

  it("lets no spreadsheet run a name", () => {
    expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    expect(csvCell("@SUM(A1)")).toBe("'@SUM(A1)");
    expect(csvCell("-2+3")).toBe("'-2+3");
    expect(csvCell("-0.000001")).toBe("-0.000001");
  });
});

describe("JSON", () => {
  it("is the same packets, with their hosts", () => {
    expect(JSON.parse(textOf(jsonLines(exchangeBetween("a", "b"), STYLE)))).toEqual({
      numbers: "relative",
      times: "capture",
      hosts: ["a", "b"],
      packets: [
        {
          ...{ number: 1, time: "0.000000", stream: 0, sender: "client", flags: "SYN", length: 0, seq: 0, ack: null },
          ...{
            source: "a",
            sourcePort: 40000,
            destination: "b",
            destinationPort: 80,
            protocol: "TCP",
            info: null,
            findings: null,
            note: null,
          },
        },
        {
          ...{
            number: 2,
            time: "0.046841",
            stream: 0,
            sender: "server",
            flags: "PSH, ACK",
            length: 725,
            seq: 1,
            ack: 1,
          },
          ...{
            source: "b",
            sourcePort: 80,
            destination: "a",
            destinationPort: 40000,
            protocol: "TCP",
            info: null,
            findings: null,
            note: null,
          },
        },
      ],
    });
  });

  it("gives any name back", () => {
    fc.assert(
      fc.property(anyName, anyName, (client, server) => {
        const read = JSON.parse(textOf(jsonLines(exchangeBetween(client, server), STYLE)));
        expect(read.hosts).toEqual([client, server]);
        expect(read.packets[1].source).toBe(server);
      }),
    );
  });

  it("has no packets where there are none", () => {
    const read = JSON.parse(textOf(jsonLines(readPart({ ...partOf(EXCHANGE), end: 0 }), STYLE)));
    expect(read.packets).toEqual([]);
  });
});

describe("findings", () => {
  it("stand in a column of their own, with their numbers", () => {
    const part = partOf(EXCHANGE);
    const chunk = part.content.packets.chunks[0]!;
    chunk.findings[0] = KEEP_ALIVE;
    chunk.findings[1] = DUPLICATE_ACK;
    chunk.amount[1] = 3;
    const records = parseCsv(textOf(csvLines(readPart(part)), "\r\n"));
    expect(records.map((record) => record.at(-2))).toEqual(["findings", "Keep-alive", "Duplicate ACK #3"]);
  });
});

describe("notes", () => {
  const notes = noteTexts(Uint32Array.of(0, 1), [
    { first: 0, last: 4, text: "slow" },
    { first: 1, last: 1, text: "here,\n|it is" },
    { first: 2, last: 2, text: "elsewhere" },
  ]);
  const noted = () => readPart({ ...partOf(EXCHANGE), notes });

  it("stand at the first packet shown that they are on, and say which further ones", () => {
    expect([...notes]).toEqual([
      [0, "[packets 1-5] slow"],
      [1, "here,\n|it is"],
    ]);
    const late = noteTexts(Uint32Array.of(3, 9), [
      { first: 1, last: 4, text: "a" },
      { first: 3, last: 3, text: "b" },
    ]);
    expect([...late]).toEqual([[3, "[packets 2-5] a\nb"]]);
  });

  it("have a column of their own in every table", () => {
    const records = parseCsv(textOf(csvLines(noted()), "\r\n"));
    expect(records.map((record) => record.at(-1))).toEqual(["note", "[packets 1-5] slow", "here,\n|it is"]);
    const { packets } = JSON.parse(textOf(jsonLines(noted(), STYLE)));
    expect(packets.map(({ note }: { note: string }) => note)).toEqual(["[packets 1-5] slow", "here,\n|it is"]);
    const heads = { number: "", time: "", source: "", destination: "", label: "", seq: "", ack: "", finding: "" };
    const lines = [...markdownLines(noted(), { ...heads, note: "Note" })];
    expect(lines.map((line) => line.replace(/ \|$/, "").split(" | ").at(-1))).toEqual([
      "Note",
      "---",
      "\\[packets 1-5\\] slow",
      "here, \\|it is",
    ]);
  });
});

describe("Markdown", () => {
  const heads = {
    ...{ number: "No.", time: "Time", source: "Source", destination: "Destination" },
    ...{ label: "Packet", seq: "Seq", ack: "Ack", finding: "Finding", note: "Note" },
  };

  it("is a table with the numbers at the right", () => {
    expect([...markdownLines(exchangeBetween("10.0.0.1", "fe80::2"), heads)]).toEqual([
      "| No. | Time | Source | Destination | Packet | Seq | Ack | Finding |",
      "| ---: | ---: | --- | --- | --- | ---: | ---: | --- |",
      "| 1 | 0.000000 | 10.0.0.1:40000 | \\[fe80::2\\]:80 | SYN | 0 |  |  |",
      "| 2 | 0.046841 | \\[fe80::2\\]:80 | 10.0.0.1:40000 | PSH, ACK - Len: 725 | 1 | 1 |  |",
    ]);
  });

  it("has eight cells in every line, whatever the names are", () => {
    fc.assert(
      fc.property(anyName, anyName, (client, server) => {
        for (const line of markdownLines(exchangeBetween(client, server), heads)) {
          expect(line).not.toMatch(/[\r\n]/);
          // A bar that no backslash escapes; a backslash may itself be escaped.
          const bars = line.replace(/\\./g, "").split("|").length - 1;
          expect(bars).toBe(9);
        }
      }),
    );
  });

  it("means every sign as itself: without the backslashes it is the text again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]*$/), (text) => {
        expect(markdownText(text).replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(text);
      }),
    );
  });
});
