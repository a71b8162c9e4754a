/** A modelled application: does what its script says, one thing after the other, each when it has received what it needs. */
import type { Endpoint } from "./endpoint.ts";
import type { Action } from "./script.ts";

export class Application {
  /** When it does the next thing, ns; NaN while it waits for data, or has nothing more to do. */
  nextAt = Number.NaN;
  private readonly endpoint: Endpoint;
  private readonly actions: readonly Action[];
  private done = 0;

  constructor(endpoint: Endpoint, actions: readonly Action[]) {
    this.endpoint = endpoint;
    this.actions = actions;
  }

  /** Something happened to its endpoint: it may have what it waited for. */
  look(now: number): void {
    const action = this.actions[this.done];
    const { endpoint } = this;
    if (!action || !Number.isNaN(this.nextAt) || !endpoint.isOpen) return;
    if (endpoint.receiver.next - 1 >= action.needs) this.nextAt = now + action.wait;
  }

  /** Its time has come. */
  act(now: number): void {
    const action = this.actions[this.done++];
    this.nextAt = Number.NaN;
    if (!action || !this.endpoint.isOpen) return;
    if (action.does === "write") this.endpoint.write(action.bytes, now);
    else if (action.does === "close") this.endpoint.close(now);
    else this.endpoint.abort();
  }
}
