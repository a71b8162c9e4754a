/** The least that any reader has to do: read the slices and step from record to record. Nothing is decoded or kept. */
import { readCapture } from "../../../core/capture/read-capture.ts";

addEventListener("message", async ({ data: file }: MessageEvent<Blob>) => {
  let frames = 0;
  await readCapture(
    { size: file.size, read: (from, to) => file.slice(from, to).arrayBuffer() },
    {
      onFrame() {
        frames++;
      },
    },
  );
  postMessage(frames);
});
