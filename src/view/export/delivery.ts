/** Ways out of the page: a file, the clipboard. */

/** How long a file's address stays valid, for browsers that ask first where to save it; ms. */
const SAVING = 60_000;

/** Lets the browser save a file. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING);
}

/**
 * Puts a picture or a text onto the clipboard, with the file still being made: some browsers only take what is offered
 * at once. Rejects when the browser refuses.
 */
export async function copyFile(file: Promise<Blob>, type: "image/png" | "text/plain"): Promise<void> {
  const retyped = file.then((blob) => (blob.type === type ? blob : blob.slice(0, blob.size, type)));
  await navigator.clipboard.write([new ClipboardItem({ [type]: retyped })]);
}

/** A capture's name without its endings, as a file's name can have it. */
export function fileStem(capture: string): string {
  const stem = capture.replace(/(\.(pcap|pcapng|cap|gz|zst|lz4))+$/i, "").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  return stem || "capture";
}

/** A name for the file: the capture's without its ending, what is in the file, the ending. */
export function fileName(capture: string, connection: number | null, extension: string): string {
  const stem = capture.replace(/\.(pcap|pcapng|cap|gz|zst|lz4)\b/gi, "").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  return `${stem || "capture"}-flow${connection === null ? "" : `-${connection}`}.${extension}`;
}
