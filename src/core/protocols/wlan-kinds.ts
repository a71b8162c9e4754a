/** What kinds of frames IEEE 802.11 has: four types, each with sixteen subtypes. */

export const MANAGEMENT = 0;
export const CONTROL = 1;
export const DATA = 2;

const KIND_NAMES: Readonly<Record<number, string>> = {
  0: "Association Request",
  1: "Association Response",
  2: "Reassociation Request",
  3: "Reassociation Response",
  4: "Probe Request",
  5: "Probe Response",
  6: "Measurement Pilot",
  8: "Beacon frame",
  9: "ATIM",
  10: "Disassociate",
  11: "Authentication",
  12: "Deauthentication",
  13: "Action",
  14: "Action No Ack",
  18: "Trigger",
  20: "Beamforming Report Poll",
  21: "VHT/HE NDP Announcement",
  23: "Control Wrapper",
  24: "802.11 Block Ack Req",
  25: "802.11 Block Ack",
  26: "Power-Save poll",
  27: "Request-to-send",
  28: "Clear-to-send",
  29: "Acknowledgement",
  30: "CF-End (Control-frame)",
  31: "CF-End + CF-Ack (Control-frame)",
  32: "Data",
  33: "Data + CF-Ack",
  34: "Data + CF-Poll",
  35: "Data + CF-Ack + CF-Poll",
  36: "Null function (No data)",
  37: "Acknowledgement (No data)",
  38: "CF-Poll (No data)",
  39: "CF-Ack/Poll (No data)",
  40: "QoS Data",
  41: "QoS Data + CF-Acknowledgment",
  42: "QoS Data + CF-Poll",
  43: "QoS Data + CF-Ack + CF-Poll",
  44: "QoS Null function (No data)",
  46: "QoS CF-Poll (No Data)",
  47: "QoS CF-Ack + CF-Poll (No data)",
};

/** The name of a type and subtype, given as one number: `type * 16 + subtype`. */
export const kindName = (kind: number): string => KIND_NAMES[kind] ?? "Unknown";

/** The letters in which the Info column writes the flags, highest first: a set one's own, else a point. */
const LETTERS = "opmPRMFT";

/** `.......T` for the flags of a frame, and behind them `C` where a check sequence ends the frame. */
export function flagLetters(flags: number, hasCheck: boolean): string {
  const letters = Array.from(LETTERS, (letter, place) => (flags & (0x80 >> place) ? letter : "."));
  return `${letters.join("")}${hasCheck ? "C" : ""}`;
}
