/** Fields that filters have and packets do not hold: the states of both ends, as the analysis of connections has them. */
import { TCP_STATES } from "../analysis/tcp-states.ts";
import { type FieldInfo, generated } from "../protocols/spec.ts";

const state = (end: "client" | "server"): FieldInfo =>
  generated(`tcp.state.${end}`, `State of the ${end} after the packet`, "uint", {
    ours: true,
    values: { ...TCP_STATES },
    source: "RFC 9293 §3.3.2",
  });

/** The states of the ends of a segment's connection after it. */
export const stateFields = { client: state("client"), server: state("server") };

/** A packet's values of them: places in TCP_STATES. */
export interface PacketStates {
  readonly client: number;
  readonly server: number;
}

/** Whether any of a filter's needs asks for states. */
export const asksForStates = (needs: readonly { readonly field: { readonly keys: ReadonlySet<string> } }[]): boolean =>
  needs.some(({ field: { keys } }) => keys.has(stateFields.client.key) || keys.has(stateFields.server.key));
