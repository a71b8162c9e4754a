/** ICMPv6 messages by type and code (IANA, ICMPv6 Parameters), in Wireshark's words. */

export const UNREACHABLE = 1;
export const TOO_BIG = 2;
export const TIME_EXCEEDED = 3;
export const PARAMETER_PROBLEM = 4;
export const ECHO_REQUEST = 128;
export const ECHO_REPLY = 129;
export const LISTENER_QUERY = 130;
export const LISTENER_REPORT = 131;
export const LISTENER_DONE = 132;
export const ROUTER_SOLICITATION = 133;
export const ROUTER_ADVERTISEMENT = 134;
export const NEIGHBOR_SOLICITATION = 135;
export const NEIGHBOR_ADVERTISEMENT = 136;
export const REDIRECT = 137;
export const LISTENER_REPORT_2 = 143;

export const TYPES: Readonly<Record<number, string>> = {
  [UNREACHABLE]: "Destination Unreachable",
  [TOO_BIG]: "Packet Too Big",
  [TIME_EXCEEDED]: "Time Exceeded",
  [PARAMETER_PROBLEM]: "Parameter Problem",
  100: "Private experimentation",
  101: "Private experimentation",
  127: "Reserved for expansion of ICMPv6 error messages",
  [ECHO_REQUEST]: "Echo (ping) request",
  [ECHO_REPLY]: "Echo (ping) reply",
  [LISTENER_QUERY]: "Multicast Listener Query",
  [LISTENER_REPORT]: "Multicast Listener Report",
  [LISTENER_DONE]: "Multicast Listener Done",
  [ROUTER_SOLICITATION]: "Router Solicitation",
  [ROUTER_ADVERTISEMENT]: "Router Advertisement",
  [NEIGHBOR_SOLICITATION]: "Neighbor Solicitation",
  [NEIGHBOR_ADVERTISEMENT]: "Neighbor Advertisement",
  [REDIRECT]: "Redirect",
  138: "Router Renumbering",
  139: "Node Information Query",
  140: "Node Information Reply",
  141: "Inverse Neighbor Discovery Solicitation",
  142: "Inverse Neighbor Discovery Advertisement",
  [LISTENER_REPORT_2]: "Multicast Listener Report Message v2",
  144: "Home Agent Address Discovery Request",
  145: "Home Agent Address Discovery Reply",
  146: "Mobile Prefix Solicitation",
  147: "Mobile Prefix Advertisement",
  148: "Certification Path Solicitation",
  149: "Certification Path Advertisement",
  151: "Multicast Router Advertisement",
  152: "Multicast Router Solicitation",
  153: "Multicast Router Termination",
  155: "RPL Control",
  157: "Duplicate Address Request",
  158: "Duplicate Address Confirmation",
  160: "Extended Echo request",
  161: "Extended Echo reply",
  200: "Private experimentation",
  201: "Private experimentation",
  255: "Reserved for expansion of ICMPv6 informational messages",
};

const CODES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [UNREACHABLE]: {
    0: "no route to destination",
    1: "Administratively prohibited",
    2: "Beyond scope of source address",
    3: "Address unreachable",
    4: "Port unreachable",
    5: "Source address failed ingress/egress policy",
    6: "Reject route to destination",
    7: "Error in Source Routing Header",
  },
  [TIME_EXCEEDED]: { 0: "hop limit exceeded in transit", 1: "fragment reassembly time exceeded" },
  [PARAMETER_PROBLEM]: {
    0: "erroneous header field encountered",
    1: "unrecognized Next Header type encountered",
    2: "unrecognized IPv6 option encountered",
  },
};

/** What a type means, as Wireshark words it; one without a meaning is said to be unknown. */
export function typeName(type: number): string {
  return TYPES[type] ?? `Unknown (${type})`;
}

/** Whether the codes of a type have meanings. */
export function hasCodes(type: number): boolean {
  return type in CODES;
}

/** What a code means, if the type gives it a meaning. */
export function codeName(type: number, code: number): string | undefined {
  return CODES[type]?.[code];
}

/** Messages that quote the packet that they are about (RFC 4443 §2.1: all below 128 are errors, four are defined). */
export function isError(type: number): boolean {
  return type >= UNREACHABLE && type <= PARAMETER_PROBLEM;
}
