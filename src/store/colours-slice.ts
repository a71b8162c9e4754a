/** Conversations that are coloured for a while, and the dialog of the colouring rules. */

/** The packets of one conversation, and which of the colours they have, from 1. */
export interface ConversationColour {
  readonly key: string;
  /** The filter that takes them. */
  readonly name: string;
  readonly filter: string;
  readonly colour: number;
}

export interface ColoursSlice {
  /** The latest first: it counts. They go with the page. */
  readonly conversationColours: readonly ConversationColour[];
  readonly areRulesOpen: boolean;
}

export const NO_CONVERSATIONS: ColoursSlice = { conversationColours: [], areRulesOpen: false };

/** Colours for conversations, as Wireshark has keys for. */
export const CONVERSATION_COLOURS = 9;
