/** An SVG picture as PNG, by the browser's own drawing of it. */
import type { Scale } from "./formats.ts";
import type { Picture } from "./picture.ts";

/** The picture with so many pixels for each px. Rejects when the browser cannot make one so large. */
export async function pngOf({ svg, width, height }: Picture, scale: Scale): Promise<Blob> {
  const image = await loadedImage(new Blob([svg], { type: "image/svg+xml" }));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(`${canvas.width} × ${canvas.height}`);
  return blob;
}

async function loadedImage(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
