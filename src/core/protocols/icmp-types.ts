/** ICMP messages by type and code (IANA, ICMP Parameters), in Wireshark's words. */

export const ECHO_REPLY = 0;
export const UNREACHABLE = 3;
export const SOURCE_QUENCH = 4;
export const REDIRECT = 5;
export const ECHO_REQUEST = 8;
export const ROUTER_ADVERTISEMENT = 9;
export const TIME_EXCEEDED = 11;
export const PARAMETER_PROBLEM = 12;
export const TIMESTAMP_REQUEST = 13;
export const TIMESTAMP_REPLY = 14;
const INFORMATION_REQUEST = 15;
const INFORMATION_REPLY = 16;
export const MASK_REQUEST = 17;
export const MASK_REPLY = 18;

export const TYPES: Readonly<Record<number, string>> = {
  [ECHO_REPLY]: "Echo (ping) reply",
  1: "Reserved",
  2: "Reserved",
  [UNREACHABLE]: "Destination unreachable",
  [SOURCE_QUENCH]: "Source quench (flow control)",
  [REDIRECT]: "Redirect",
  6: "Alternate host address",
  [ECHO_REQUEST]: "Echo (ping) request",
  [ROUTER_ADVERTISEMENT]: "Router advertisement",
  10: "Router solicitation",
  [TIME_EXCEEDED]: "Time-to-live exceeded",
  [PARAMETER_PROBLEM]: "Parameter problem",
  [TIMESTAMP_REQUEST]: "Timestamp request",
  [TIMESTAMP_REPLY]: "Timestamp reply",
  [INFORMATION_REQUEST]: "Information request",
  [INFORMATION_REPLY]: "Information reply",
  [MASK_REQUEST]: "Address mask request",
  [MASK_REPLY]: "Address mask reply",
  19: "Reserved (for security)",
  30: "Traceroute",
  31: "Datagram Conversion Error",
  37: "Domain Name Request",
  38: "Domain Name Reply",
  40: "Photuris",
  41: "Experimental mobility protocols",
  42: "Extended Echo request",
  43: "Extended Echo reply",
};

/** Messages whose body is the header of the packet that they are about. */
export function isQuoting(type: number): boolean {
  return (type >= UNREACHABLE && type <= REDIRECT) || type === TIME_EXCEEDED || type === PARAMETER_PROBLEM;
}

/** Messages that begin with an identifier and a sequence number. */
export function hasIdentifier(type: number): boolean {
  return type === ECHO_REPLY || type === ECHO_REQUEST || (type >= TIMESTAMP_REQUEST && type <= MASK_REPLY);
}

/** What the codes of a type mean; a type without entry has no codes. */
export const CODES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [UNREACHABLE]: {
    0: "Network unreachable",
    1: "Host unreachable",
    2: "Protocol unreachable",
    3: "Port unreachable",
    4: "Fragmentation needed",
    5: "Source route failed",
    6: "Destination network unknown",
    7: "Destination host unknown",
    8: "Source host isolated",
    9: "Network administratively prohibited",
    10: "Host administratively prohibited",
    11: "Network unreachable for TOS",
    12: "Host unreachable for TOS",
    13: "Communication administratively filtered",
    14: "Host precedence violation",
    15: "Precedence cutoff in effect",
  },
  [REDIRECT]: {
    0: "Redirect for network",
    1: "Redirect for host",
    2: "Redirect for TOS and network",
    3: "Redirect for TOS and host",
  },
  6: { 0: "Alternate address for host" },
  [ROUTER_ADVERTISEMENT]: { 0: "Normal router advertisement", 16: "Does not route common traffic" },
  [TIME_EXCEEDED]: { 0: "Time to live exceeded in transit", 1: "Fragment reassembly time exceeded" },
  [PARAMETER_PROBLEM]: { 0: "Pointer indicates the error", 1: "Required option missing", 2: "Bad length" },
};

/** What a code means, if the type gives it a meaning. */
export function codeName(type: number, code: number): string | undefined {
  return CODES[type]?.[code];
}
