/** Zero windows, probes, window updates, full windows, keep-alives: each rule, and each of its conditions missed once. */
import { expect, it } from "vitest";
import { verdicts } from "./verdicts-for-tests.ts";

/** Four lines: A's bytes begin at 100, B's at 500, windows of 1000 are not scaled. */
const OPEN = `
  A>B SYN     seq=99  ws=0
  B>A SYN,ACK seq=499 ack=100 ws=0
  A>B ACK     seq=100 ack=500
  A>B ACK     seq=100 ack=500 len=50`;
/** The same, and B's window is closed. */
const CLOSED = `${OPEN}
  B>A ACK seq=500 ack=150 win=0 -> zero_window`;

function holds(ladder: string): void {
  const { said, expected } = verdicts(ladder);
  expect(said).toEqual(expected);
}

it.each([
  ["is told of", "B>A ACK seq=500 ack=150 win=0 -> zero_window"],
  ["is told of again", "B>A ACK seq=500 ack=150 win=0 -> zero_window \n B>A ACK seq=500 ack=150 win=0 -> zero_window"],
  ["is told of beside data", "B>A PSH,ACK seq=500 ack=150 win=0 len=5 -> zero_window flight=5"],
  ["is told of without ACK", "B>A PSH seq=500 win=0 len=5 -> zero_window"],
  ["is not told of where one byte fits", "B>A ACK seq=500 ack=150 win=1"],
  ["is not told of in a FIN", "B>A FIN,ACK seq=500 ack=150 win=0"],
  ["is not told of in a RST", "B>A RST,ACK seq=500 ack=150 win=0"],
])("a zero window %s", (_, line) => holds(`${OPEN}\n${line}`));

it.each(["A>B SYN seq=99 win=0", "A>B SYN seq=99 \n B>A SYN,ACK seq=499 ack=100 win=0"])(
  "a zero window is not told of in %s",
  holds,
);

it.each([
  ["is the next byte alone", "A>B ACK seq=150 ack=500 len=1 -> zero_window_probe flight=1 push=51"],
  ["is one with FIN, too", "A>B FIN,ACK seq=150 ack=500 len=1 -> zero_window_probe"],
  ["is told of alone, though it closes its own window", "A>B ACK seq=150 ack=500 len=1 win=0 -> zero_window_probe"],
  ["does not begin one byte back", "A>B ACK seq=149 ack=500 len=1 -> keep_alive window_full"],
  ["is not one byte farther on", "A>B ACK seq=151 ack=500 len=1 -> lost_segment"],
  ["has a byte", "A>B ACK seq=150 ack=500 -> duplicate_ack of=3 nr=1"],
  ["has no two bytes", "A>B ACK seq=150 ack=500 len=2"],
])("a zero window probe %s", (_, line) => holds(`${CLOSED}\n${line}`));

it("a zero window probe needs a window of zero", () => {
  holds(`${OPEN}
    B>A ACK seq=500 ack=150 win=1
    A>B ACK seq=150 ack=500 len=1 -> window_full`);
});

it("a zero window probe needs a window that was seen", () => {
  holds("A>B ACK seq=150 ack=500 len=1 \n A>B ACK seq=151 ack=500 len=1");
});

it("a zero window probe brings the byte no further: the next one is a probe again, and new data is new", () => {
  holds(`${CLOSED}
    A>B ACK seq=150 ack=500 len=1       -> zero_window_probe
    B>A ACK seq=500 ack=150 win=0       -> zero_window zero_window_probe_ack
    A>B ACK seq=150 ack=500 len=1       -> zero_window_probe
    B>A ACK seq=500 ack=150 win=800     -> window_update
    A>B ACK seq=150 ack=500 len=100     -> flight=100 push=152`);
});

it("a byte that a probe brought counts as unseen when it is acknowledged, and what follows as behind a gap", () => {
  holds(`${CLOSED}
    A>B ACK seq=150 ack=500 len=1   -> zero_window_probe
    B>A ACK seq=500 ack=151         -> ack_lost_segment acks=6
    A>B ACK seq=151 ack=500 len=100 -> lost_segment flight=0`);
});

const PROBED = `${CLOSED}
  A>B ACK seq=150 ack=500 len=1 -> zero_window_probe`;

it.each([
  ["repeats the ACK and the window of zero", "B>A ACK seq=500 ack=150 win=0 -> zero_window zero_window_probe_ack"],
  ["opens no window", "B>A ACK seq=500 ack=150 win=9 -> window_update"],
  ["acknowledges nothing", "B>A ACK seq=500 ack=151 win=0 -> ack_lost_segment zero_window"],
  ["has the next number", "B>A ACK seq=499 ack=150 win=0 -> keep_alive zero_window"],
  ["has no data", "B>A ACK seq=500 ack=150 win=0 len=2 -> zero_window"],
  ["has no FIN", "B>A FIN,ACK seq=500 ack=150 win=0"],
])("a zero window probe's ACK %s", (_, line) => holds(`${PROBED}\n${line}`));

it("a zero window probe's ACK follows no other segment than the probe", () => {
  holds(`${PROBED}
    A>B ACK seq=150 ack=500             -> duplicate_ack of=3 nr=1
    B>A ACK seq=500 ack=150 win=0       -> zero_window`);
});

const ANSWERED = `${OPEN}
  B>A ACK seq=500 ack=150`;

it.each([
  ["changes nothing but the window", "B>A ACK seq=500 ack=150 win=999 -> window_update"],
  ["changes the window", "B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1"],
  ["opens it", "B>A ACK seq=500 ack=150 win=0 -> zero_window"],
  ["has no data", "B>A ACK seq=500 ack=150 win=999 len=2"],
  ["acknowledges nothing", "B>A ACK seq=500 ack=149 win=999"],
  ["has the next number", "B>A ACK seq=498 ack=150 win=999"],
  ["has no FIN", "B>A FIN,ACK seq=500 ack=150 win=999"],
  ["has no RST", "B>A RST,ACK seq=500 ack=150 win=999"],
])("a window update %s", (_, line) => holds(`${ANSWERED}\n${line}`));

it("a window update compares windows as they are sent: the first one that is scaled looks like a change", () => {
  holds(`
    A>B SYN     seq=99  ws=7
    B>A SYN,ACK seq=499 ack=100 ws=7 win=1000
    A>B ACK     seq=100 ack=500
    B>A ACK     seq=500 ack=100 win=8 -> window_update`);
});

/** B's window of 1000 begins at 100 and is as its SYN had it, or is scaled when B said it again. */
const offered = (ws: string, again = "") => `
  A>B SYN     seq=99 ${ws}
  B>A SYN,ACK seq=499 ack=100 ${ws}
  ${again}`;
const AGAIN = "B>A ACK seq=500 ack=100 win=200 -> window_update";

it.each([
  ["to the byte", offered("ws=0"), "A>B ACK seq=100 ack=500 len=1000 -> window_full"],
  ["not one byte less", offered("ws=0"), "A>B ACK seq=100 ack=500 len=999"],
  ["not one byte more", offered("ws=0"), "A>B ACK seq=100 ack=500 len=1001"],
  ["not by a FIN", offered("ws=0"), "A>B FIN,ACK seq=100 ack=500 len=1000"],
  ["not by a RST", offered("ws=0"), "A>B RST,ACK seq=100 ack=500 len=1000"],
  ["of a SYN, which is not scaled", offered("ws=2"), "A>B ACK seq=100 ack=500 len=1000 -> window_full"],
  ["that is scaled", offered("ws=2", AGAIN), "A>B ACK seq=100 ack=500 len=800 -> window_full"],
  ["that is scaled, not as it was sent", offered("ws=2", AGAIN), "A>B ACK seq=100 ack=500 len=200"],
  ["where no scale is used", offered("", AGAIN), "A>B ACK seq=100 ack=500 len=200 -> window_full"],
])("a window is full %s", (_, opening, line) => holds(`${opening}\n${line}`));

it("a window is not known to be full where no handshake was seen", () => {
  holds("B>A ACK seq=500 ack=100 \n A>B ACK seq=100 ack=500 len=1000");
});

it("a window stays that of the SYN over segments without ACK", () => {
  const full = "A>B ACK seq=100 ack=500 len=250 -> window_full";
  holds(`${offered("ws=2")}\n B>A PSH seq=500 ack=100 win=250 -> window_update \n ${full}`);
  holds(`${offered("ws=2", AGAIN)}\n B>A PSH seq=500 ack=100 win=250 -> window_update
    A>B ACK seq=100 ack=500 len=250`);
});

it("a window is full where numbers wrap", () => {
  holds(`
    A>B SYN     seq=4294967195 ws=0
    B>A SYN,ACK seq=499 ack=4294967196 ws=0
    A>B ACK     seq=4294967196 ack=500 len=50
    A>B ACK     seq=4294967246 ack=500 len=950 -> window_full`);
});

const SENT = `${ANSWERED}
  A>B ACK seq=150 ack=500 -> duplicate_ack`;

it.each([
  ["has no byte", "A>B ACK seq=149 ack=500 -> keep_alive"],
  ["has one byte", "A>B ACK seq=149 ack=500 len=1 -> keep_alive flight=1 push=51"],
  ["has no two bytes", "A>B ACK seq=149 ack=500 len=2"],
  ["begins one byte back, not two", "A>B ACK seq=148 ack=500"],
  ["begins one byte back, not where the next byte would", "A>B ACK seq=150 ack=500 len=1"],
  ["has no FIN", "A>B FIN,ACK seq=149 ack=500 -> retransmission of=4"],
  ["has no RST", "A>B RST,ACK seq=149 ack=500"],
  ["needs no ACK", "A>B PSH seq=149 len=1 -> keep_alive"],
  ["may close the window", "A>B ACK seq=149 ack=500 win=0 -> keep_alive zero_window"],
])("a keep-alive %s", (_, line) => holds(`${SENT}\n${line}`));

it("a keep-alive may fill the window", () => {
  holds(`${OPEN}
    B>A ACK seq=500 ack=100 win=50 -> window_update
    A>B ACK seq=149 ack=500 len=1  -> keep_alive window_full`);
});

it("a keep-alive may begin where numbers wrap", () => {
  holds("A>B ACK seq=4294967290 ack=500 len=6 \n A>B ACK seq=4294967295 ack=500 len=1 -> keep_alive");
  holds("A>B ACK seq=4294967290 ack=500 len=7 \n A>B ACK seq=0 ack=500 len=1 -> keep_alive");
});

it("a number of 0 counts as one not known: so a first segment can look like a keep-alive", () => {
  holds("A>B ACK seq=4294967295 ack=500 -> keep_alive");
});

const KEPT = `${ANSWERED}
  A>B ACK seq=149 ack=500 -> keep_alive`;

it.each([
  ["repeats the ACK", "B>A ACK seq=500 ack=150 -> keep_alive_ack"],
  ["has the same window", "B>A ACK seq=500 ack=150 win=999 -> window_update"],
  ["has a window", "B>A ACK seq=500 ack=150 win=0 -> zero_window"],
  ["has no data", "B>A ACK seq=500 ack=150 len=2"],
  ["has no FIN", "B>A FIN,ACK seq=500 ack=150"],
  ["acknowledges no more", "B>A ACK seq=500 ack=151 -> ack_lost_segment"],
])("a keep-alive's ACK %s", (_, line) => holds(`${KEPT}\n${line}`));

it("a keep-alive's ACK may come twice, and no other segment may come before it", () => {
  holds(`${KEPT}
    B>A ACK seq=500 ack=150 -> keep_alive_ack
    B>A ACK seq=500 ack=150 -> keep_alive_ack
    A>B ACK seq=150 ack=500 -> duplicate_ack of=3 nr=1
    B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1`);
});
