/**
 * Elements that are drawn in the page as SVG that needs no style sheet: each with the colours, strokes and sizes that
 * the browser gave it, as attributes. Knows nothing of ladders.
 */

/** Attributes that are kept as they are. */
const GEOMETRY = ["d", "x", "y", "width", "height", "transform", "patternUnits"];
const SHAPES = new Set(["path", "rect", "text"]);
/** Decimals past a hundredth of a px. */
const FINER = /(\.\d\d)\d+/g;
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Makes a text fit for XML 1.0, which has no place for most control characters. */
export function xmlText(text: string): string {
  return text.replace(NO_XML, "\u{fffd}").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Writes elements of one drawing; styles that depend on the same classes are asked for once. */
export class SvgWriter {
  private readonly looks = new Map<string, Look>();
  private readonly prefix: string;

  /** `prefix` begins the ids, which a document has only once. */
  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** The element with all that is in it; of an `<svg>` only what is in it. Nothing for what shows nothing. */
  markup(element: Element): string {
    const name = element.localName;
    if (element.getAttribute("display") === "none") return "";
    if (SHAPES.has(name)) return this.shape(element, name);
    const inner = Array.from(element.children, (child) => this.markup(child)).join("");
    if (!inner || name === "svg") return inner;
    const attributes = geometryOf(element) + (element.id && name === "pattern" ? ` id="${this.idOf(element.id)}"` : "");
    return name === "g" && !attributes ? inner : `<${name}${attributes}>${inner}</${name}>`;
  }

  private shape(element: Element, name: string): string {
    const text = name === "text" ? (element.textContent ?? "") : null;
    if (text === "" || element.getAttribute("d") === "") return "";
    const look = this.lookOf(element);
    const tags = look.layers.map((layer) => {
      const start = `<${name}${geometryOf(element)}${layer}`;
      return text === null ? `${start}/>` : `${start}>${xmlText(text)}</text>`;
    });
    return tags.join("");
  }

  private lookOf(element: Element): Look {
    let key = element.localName;
    for (let one: Element | null = element; one; one = one.localName === "svg" ? null : one.parentElement) {
      key += `|${one.getAttribute("class") ?? ""}`;
    }
    let look = this.looks.get(key);
    if (!look) {
      look = readLook(getComputedStyle(element), element.localName === "text", (id) => this.idOf(id));
      this.looks.set(key, look);
    }
    return look;
  }

  private idOf(id: string): string {
    return this.prefix + id;
  }
}

/** Attributes as text; several sets when strokes lie below what is filled. None for what cannot be seen. */
interface Look {
  readonly layers: readonly string[];
}

function geometryOf(element: Element): string {
  return GEOMETRY.map((name) => {
    const value = element.getAttribute(name);
    return value === null ? "" : ` ${name}="${xmlText(value.replace(FINER, "$1"))}"`;
  }).join("");
}

function readLook(style: CSSStyleDeclaration, isText: boolean, idOf: (id: string) => string): Look {
  if (style.display === "none") return { layers: [] };
  const paint = (value: string) => value.replace(/^url\("?#([^")]*)"?\).*$/, (_, id) => `url(#${idOf(id)})`);
  const fill = hexColour(paint(style.fill));
  const stroke = hexColour(style.stroke);
  const words = isText ? textAttributes(style) : "";
  const strokes = stroke === "none" ? "" : strokeAttributes(style, stroke);
  if (fill === "none" && !strokes) return { layers: [] };
  const faint = style.opacity === "1" ? "" : ` opacity="${style.opacity}"`;
  // Not every program knows paint-order: the halo of a text is a text of its own, below it.
  if (strokes && style.paintOrder.startsWith("stroke")) {
    return { layers: [` fill="none"${strokes}${words}${faint}`, ` fill="${fill}"${words}${faint}`] };
  }
  const rule = style.fillRule === "evenodd" && fill !== "none" ? ' fill-rule="evenodd"' : "";
  return { layers: [` fill="${fill}"${rule}${strokes}${words}${faint}`] };
}

function textAttributes({ fontSize, fontWeight, textAnchor }: CSSStyleDeclaration): string {
  const weight = fontWeight === "400" ? "" : ` font-weight="${fontWeight}"`;
  const anchor = textAnchor === "start" ? "" : ` text-anchor="${textAnchor}"`;
  return ` font-size="${Number.parseFloat(fontSize)}"${weight}${anchor}`;
}

function strokeAttributes(style: CSSStyleDeclaration, stroke: string): string {
  const dashes = style.strokeDasharray;
  const all = {
    stroke,
    "stroke-width": Number.parseFloat(style.strokeWidth),
    "stroke-opacity": style.strokeOpacity === "1" ? "" : style.strokeOpacity,
    "stroke-dasharray": dashes === "none" ? "" : dashes.replaceAll("px", ""),
    "stroke-linecap": style.strokeLinecap === "butt" ? "" : style.strokeLinecap,
    "stroke-linejoin": style.strokeLinejoin === "miter" ? "" : style.strokeLinejoin,
  };
  return Object.entries(all)
    .map(([name, value]) => (value === "" ? "" : ` ${name}="${value}"`))
    .join("");
}

/** `rgb(1, 2, 3)` as `#010203`, which older programs know as well; other values as they are. */
function hexColour(value: string): string {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
  if (!parts) return value;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}
