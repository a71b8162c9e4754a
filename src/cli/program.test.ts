import { afterAll, describe, expect, it } from "vitest";
import { FILE_HEADER, Gathered, HANDSHAKE, record, runIn, SYN, TestFolder } from "./folder-for-tests.ts";
import { ClosedOutput, type Sink } from "./output.ts";
import { runProgram } from "./program.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => runIn(folder.path, args);
const file = (name: string, hex: string) => folder.writeHex(name, hex);

describe("flow", () => {
  it("draws the TCP packets, the file's name counted from the user's folder", async () => {
    const { status, output, errors } = await run("flow", file("handshake.pcap", HANDSHAKE));
    expect([status, errors]).toEqual([0, ""]);
    expect(output).toBe(
      [
        "|Time     | 10.0.0.1                              |",
        "|         |                   | 10.0.0.2          |                   ",
        "|0.000000 |         SYN       |                   |Seq = 0",
        "|         |(60000)  ------------------>  (80)     |",
        "|0.010000 |         SYN, ACK  |                   |Seq = 0 Ack = 1",
        "|         |(60000)  <------------------  (80)     |",
        "",
      ].join("\n"),
    );
  });

  it("prints nothing for a capture without TCP", async () => {
    expect(await run("flow", file("none.pcap", FILE_HEADER))).toEqual({ status: 0, output: "", errors: "" });
  });
});

describe("fields", () => {
  it("prints the fields asked for, with what the whole capture tells", async () => {
    const asked = ["frame.number", "ip.addr", "tcp.seq", "tcp.completeness", "tcp.time_delta", "vlan.id"];
    const { status, output } = await run("fields", file("a.pcap", HANDSHAKE), ...asked.flatMap((key) => ["-e", key]));
    expect(status).toBe(0);
    expect(output).toBe("1\t10.0.0.1,10.0.0.2\t0\t3\t0.000000000\t\n2\t10.0.0.2,10.0.0.1\t0\t3\t0.010000000\t\n");
  });

  it("verifies checksums when asked", async () => {
    const asked = ["-e", "ip.checksum.status", "-e", "tcp.checksum.status", "-e", "tcp.checksum_calculated"];
    const name = file("a.pcap", HANDSHAKE);
    expect((await run("fields", name, ...asked)).output).toBe("2\t2\t\n2\t2\t\n");
    // What tshark prints, told to check both.
    expect((await run("fields", name, ...asked, "--checksums")).output).toBe("0\t0\t0x8d47\n0\t0\t0x9566\n");
  });

  it("lists every field with title and source, each once", async () => {
    const { status, output } = await run("fields", "--list");
    const lines = output.trimEnd().split("\n");
    expect(status).toBe(0);
    expect(lines).toContain("tcp.srcport\tSource Port\tRFC 9293 §3.1");
    expect(lines.every((line) => line.split("\t").length === 3)).toBe(true);
    expect(new Set(lines.map((line) => line.split("\t")[0])).size).toBe(lines.length);
  });

  it.each([
    [
      ["fields", "x.pcap", "-e", "tcp.nonsense", "-e", "ip.src", "-e", "eth.odd"],
      "no such field: tcp.nonsense, eth.odd.",
    ],
    [["fields", "x.pcap"], "fields wants at least one -e FIELD"],
    [["fields", "-e", "ip.src"], "fields wants one file"],
    [["fields", "x.pcap", "y.pcap", "-e", "ip.src"], "fields wants one file"],
    [["fields", "x.pcap", "-e"], "-e wants the name of a field"],
    [["fields", "x.pcap", "-T", "json"], "fields does not know the option -T"],
    [["fields", "--list", "x.pcap"], "fields --list stands alone"],
    [["flow"], "flow wants one file"],
    [["flow", "a", "b"], "flow wants one file"],
    [[], "which command?"],
    [["hexdump"], "there is no command hexdump"],
    [["constructor"], "there is no command constructor"],
  ])("%j is refused", async (args, message) => {
    const { status, output, errors } = await run(...args);
    expect([status, output]).toEqual([2, ""]);
    expect(errors).toContain(message);
    expect(errors).toContain("--help");
  });

  it("says each message with one end: a full stop, a question, or the mark below a place", async () => {
    const name = file("a.pcap", HANDSHAKE);
    expect((await run()).errors).toMatch(/^flowladder: which command\?\n/);
    expect((await run("hexdump")).errors).toMatch(/^flowladder: there is no command hexdump\.\n/);
    expect((await run("filter", name, "tcp.")).errors).toMatch(/\n {4}tcp\.\n {4}\^~~~\n/);
    expect((await run("flow", file("empty.pcap", ""))).errors).toMatch(/before it began\?\n$/);
  });
});

describe("the exit status", () => {
  const cut = `${HANDSHAKE.replace(/\s/g, "")}`.slice(0, -20);

  it("is 1 when the file ends early; what was readable is printed", async () => {
    for (const command of [["flow"], ["fields", "-e", "tcp.seq"]]) {
      const { status, output, errors } = await run(command[0]!, file("cut.pcap", cut), ...command.slice(1));
      expect([status, output.length > 0]).toEqual([1, true]);
      expect(errors).toBe(
        "flowladder: cut.pcap: the file ends within packet 2: its record at byte 94 needs 70 bytes, 60 are there. " +
          "The packets before it are complete.\n",
      );
    }
  });

  it("is 1 when a record cannot be true", async () => {
    const damaged = `${FILE_HEADER} ${record("00000000", SYN)} e8030000 00000000 ffffff7f 36000000`;
    const { status, errors } = await run("flow", file("damaged.pcap", damaged));
    expect(status).toBe(1);
    expect(errors).toContain("packet 2, at byte 94: captured length is 2147483647, where 0 to 262144 is possible");
    expect(errors).toMatch(/the packets before it are good\.$/m);
  });

  it("calls nothing good where the first packet is damaged, or cut", async () => {
    const damaged = await run("flow", file("damaged.pcap", `${FILE_HEADER} e8030000 00000000 ffffff7f 36000000`));
    expect(damaged.errors).toMatch(/^flowladder: damaged.pcap: packet 1, .* The file is damaged from there on\.$/m);
    const header = await run("flow", file("damaged.pcapng", "0a0d0d0a ffffff7f 4d3c2b1a"));
    expect(header.errors).toMatch(/damaged\.pcapng: its header, at byte 0: block length is \d+, where/);
    const short = await run("flow", file("cut.pcap", `${FILE_HEADER} e8030000 00000000`));
    expect(short.errors).toMatch(/packet 1: .* are there\.$/m);
  });

  it("is 1 when what follows is of a version that nobody knows", async () => {
    const section = (major: string) => `0a0d0d0a 1c000000 4d3c2b1a ${major} 0000 ffffffffffffffff 1c000000`;
    const described = "01000000 14000000 0100 0000 00000000 14000000";
    const packet = `03000000 48000000 36000000 ${SYN} 0000 48000000`;
    const { status, output, errors } = await run(
      "flow",
      file("sections.pcapng", `${section("0100")} ${described} ${packet} ${section("0200")}`),
    );
    expect([status, output.length > 0]).toEqual([1, true]);
    expect(errors).toContain("pcapng version 2.0 is not known");
  });

  it.each([
    ["empty.pcap", "", "the file is empty"],
    ["zeros.pcap", "00".repeat(200), "begins with 200 bytes of zero"],
    ["picture.png", "89504e470d0a1a0a 0000", "it looks like: PNG picture"],
    ["odd.bin", "01ff02fe", "it begins with 01 ff 02 fe"],
    ["short.pcap", FILE_HEADER.slice(0, 20), "the file ends within its own header"],
    ["snoop.cap", "736e6f6f70000000 00000002 00000004", "its format is not read here: snoop capture. Wireshark can"],
  ])("is 2 for %s, and nothing is printed", async (name, hex, message) => {
    for (const command of [["flow"], ["fields", "-e", "ip.src"]]) {
      const { status, output, errors } = await run(command[0]!, file(name, hex), ...command.slice(1));
      expect([status, output]).toEqual([2, ""]);
      expect(errors).toContain(`flowladder: ${name}: `);
      expect(errors).toContain(message);
    }
  });

  it("is 2 for a file that is not there, for a folder, and for what has no places to read from", async () => {
    expect(await run("flow", "nowhere.pcap")).toMatchObject({ status: 2, output: "" });
    expect((await run("flow", "nowhere.pcap")).errors).toContain("there is no such file");
    for (const command of [["flow"], ["import", "-o", "x"], ["save", "-o", "x"]]) {
      expect((await run(command[0]!, ".", ...command.slice(1))).errors).toContain(
        "this is a folder: name a file in it.\n",
      );
    }
    expect(await run("flow", "/dev/null")).toMatchObject({ status: 2, output: "" });
    expect((await run("flow", "/dev/null")).errors).toMatch(
      /^flowladder: \/dev\/null: this is a pipe or a device: .*\.\n$/,
    );
  });

  it("is 0 when whoever reads has had enough", async () => {
    const errors = new Gathered();
    const output: Sink = {
      write: async () => {
        throw new ClosedOutput("gone");
      },
    };
    expect(await runProgram(["flow", file("b.pcap", HANDSHAKE)], { output, errors, folder: folder.path })).toBe(0);
    expect(errors.text).toBe("");
  });
});

it("helps", async () => {
  for (const args of [["--help"], ["help"], ["flow", "--help"], ["-h"]]) {
    const { status, output } = await run(...args);
    expect(status).toBe(0);
    expect(output).toContain("fields FILE -e FIELD");
    expect(output).toContain("Exit status:");
  }
});
