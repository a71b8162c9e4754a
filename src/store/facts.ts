/** The facts of the chosen connection as laboratory sheets ask for them; made when somebody looks. */
import { type ConversationFacts, conversationFacts } from "../core/facts/conversation-facts.ts";
import { type FactLine, factLines, type Sockets } from "../core/facts/fact-lines.ts";
import type { NamedAddresses } from "../core/table/named-addresses.ts";
import type { Capture } from "./capture.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import { connectionNumbersIn } from "./explain.ts";
import { acknowledgementsIn } from "./findings.ts";
import { useStore } from "./store.ts";

/** Goes with the connection's summary. */
const made = new WeakMap<ConnectionFacts, ConversationFacts>();

/** The facts of the connection that these are the summary of. */
export function factsOf(capture: Capture, of: ConnectionFacts): ConversationFacts {
  const known = made.get(of);
  if (known) return known;
  const numbers = connectionNumbersIn(capture, of.connection);
  const facts = conversationFacts(numbers, of.summary, acknowledgementsIn(capture, of.connection));
  made.set(of, facts);
  return facts;
}

/** The same as lines to read, with addresses as panels write them. */
export function linesOf(
  capture: Capture,
  of: ConnectionFacts,
  addresses: Pick<NamedAddresses, "text">,
): readonly FactLine[] {
  const { columns } = capture.connections;
  const end = (side: "client" | "server") => ({
    address: addresses.text(columns[side][of.connection]!),
    port: columns[`${side}Port`][of.connection]!,
  });
  const sockets: Sockets = { client: end("client"), server: end("server") };
  return factLines(factsOf(capture, of), sockets);
}

/** Opens and closes the sheet of facts. */
export function showFacts(areFactsOpen: boolean): boolean {
  if (areFactsOpen && useStore.getState().capture === null) return false;
  useStore.setState({ areFactsOpen });
  return true;
}
