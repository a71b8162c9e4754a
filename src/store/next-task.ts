/** Work in pieces: the next one comes as soon as the browser has seen to what waits, its drawing and the reader's keys. */

/** Does `work` in a task of its own; the answer gives it up. Timers in a row are held back by 4 ms each, messages are not. */
export function inNextTask(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
  return () => port1.close();
}
