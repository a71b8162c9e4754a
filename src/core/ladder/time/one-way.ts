/**
 * How long packets travel between the place where the capture was taken and either host: an estimate, for a capture knows
 * only when packets passed it. Half of the handshake's way there and back, and never so much that an acknowledgment
 * leaves before the data that it acknowledges lands.
 */
import type { CapturePoint, HandshakeTimes } from "../../analysis/opening.ts";
import type { TimeSteps } from "./time-steps.ts";

/** Ns between the capture point and the client, and the server. */
export interface OneWay {
  readonly client: number;
  readonly server: number;
}

/** Arrows without slant: all packets land when they leave. */
export const FLAT: OneWay = { client: 0, server: 0 };

/** Estimates the ways; `FLAT` where the handshake does not tell. */
export function oneWayOf(
  times: HandshakeTimes | null,
  point: CapturePoint,
  { answerToClient, answerToServer }: Pick<TimeSteps, "answerToClient" | "answerToServer">,
): OneWay {
  if (!times || point === "unclear") return FLAT;
  // What the client sends goes to the server and back before its answer passes, and the other way round.
  return {
    client: point === "client" ? 0 : Math.min(times.toClient, answerToServer) / 2,
    server: point === "server" ? 0 : Math.min(times.toServer, answerToClient) / 2,
  };
}
