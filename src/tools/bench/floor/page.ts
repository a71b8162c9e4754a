/** The page of the floor: hands a chosen file to a worker that only walks it, and tells when it is through. */

declare global {
  interface Window {
    /** Frames walked of the file chosen last. */
    walked: Promise<number>;
  }
}

document.querySelector("input")?.addEventListener("change", ({ currentTarget }) => {
  const file = (currentTarget as HTMLInputElement).files?.[0]; // the page's only input
  if (file) window.walked = walk(file);
});

function walk(file: File): Promise<number> {
  const worker = new Worker(new URL("./walk.worker.ts", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(file);
  });
}
