/** An SVG picture as PNG, by the browser's own drawing of it. */
import type { Scale } from "./formats.ts";
import type { Picture } from "./picture.ts";

/** What browsers draw at most: pixels of a side, and in all. Some draw less. */
const MOST_PIXELS = 32_767;
const MOST_AREA = 1 << 28;
/** Room for the head and the margins, px. */
const AROUND = 80;

/** Px of rows that a PNG of this scale holds at most. */
export const mostHeight = (scale: Scale) => MOST_PIXELS / scale - AROUND;

/** The picture with so many pixels for each px; null when that is more than the browser draws. */
export async function pngOf({ svg, width, height }: Picture, scale: Scale): Promise<Blob | null> {
  if (Math.max(width, height) * scale > MOST_PIXELS || width * height * scale * scale > MOST_AREA) return null;
  const image = await loadedImage(new Blob([svg], { type: "image/svg+xml" }));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
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
