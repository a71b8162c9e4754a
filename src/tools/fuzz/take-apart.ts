/**
 * One capture, whatever is in it, through all of the core: out of its compression, read, decoded, and its packets taken
 * apart for tree, diagram and bytes. Each frame lies in a buffer that ends where the frame ends, so that reading past it throws. What may not
 * be so beside that throws here.
 */
import { type AnalysisFacts, analysisFacts } from "../../core/analysis/analysis-facts.ts";
import type { Segment } from "../../core/analysis/segment.ts";
import { type KnownSegment, segmentFacts } from "../../core/analysis/segment-facts.ts";
import { commentsIn } from "../../core/capture/packet-comments.ts";
import type { CaptureInterface, FrameRecord } from "../../core/capture/reader.ts";
import { Decoder } from "../../core/decode/decoder.ts";
import { replay } from "../../core/decode/fragments.ts";
import { CellWriter } from "../../core/inspect/cells.ts";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import { layerPaths, pathAtByte, placeAt } from "../../core/inspect/field-path.ts";
import { allNodes, inspectPacket, type PacketDetails } from "../../core/inspect/packet.ts";
import { fieldReference } from "../../core/inspect/reference.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import { readMerged } from "./merged.ts";
import { type Extent, openFile } from "./open.ts";

/** Packets at the front that are all looked at; of those behind them, one of `STRIDE`. */
const FRONT = 300;
const STRIDE = 16;
/** Bytes of a packet that are asked for their field. */
const BYTES_ASKED = 96;

const NO_TIMES = { timeSinceFirst: "0.000000000", timeSincePrevious: "0.000000000" };

/** A frame that the core does not bear; `cause` is what was thrown. */
class FrameFault extends Error {
  /** `frame` counts from 1. */
  constructor(frame: number, linkType: number, cause: unknown) {
    super(`frame ${frame}, link type ${linkType}`, { cause });
  }
}

/** Takes a capture apart that is at hand as bytes; answers with its number of frames. Rejects when the core fails. */
export async function takeApart(file: Uint8Array, extent: Extent): Promise<number> {
  let interfaces: readonly CaptureInterface[] = [];
  const frames = new Frames(extent);
  await openFile(file, extent, {
    onOpen: (reader) => {
      interfaces = reader.interfaces;
    },
    onFrame: (record) => frames.take(record, interfaces[record.interfaceRow]!),
  });
  return frames.count;
}

/** The same of several captures that are read as one. */
export async function takeMergedApart(files: readonly Uint8Array[]): Promise<number> {
  const frames = new Frames("a sample");
  return readMerged(files, (record, captureInterface) => frames.take(record, captureInterface));
}

/** What was thrown, and what that was caused by, in words. */
export function faultWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause === undefined ? String(fault.stack) : `${fault.message}: ${faultWords(fault.cause)}`;
}

/** The frames of one capture, in order. */
class Frames {
  count = 0;
  private readonly extent: Extent;
  private facts: KnownSegment[] = [];
  private readonly decoder: Decoder = new Decoder((segment, connection, direction) => {
    const { columns, place } = this.decoder.connections;
    const verdict = segment.judged && segment.whole ? this.verdict(segment) : null;
    this.facts.push(segmentFacts(columns, connection, direction, NO_TIMES, verdict, place));
  });

  constructor(extent: Extent) {
    this.extent = extent;
  }

  /** Decodes the next frame, and takes it apart if it is one of those. Throws a FrameFault. */
  take(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.count++;
    this.facts = [];
    const exact = inBytesOfItsOwn(record);
    try {
      this.decoder.frame(exact, captureInterface);
      const isSample = this.count <= FRONT || this.count % STRIDE === 0;
      if (!isSample && this.extent === "a sample") return;
      const details = this.inspect(exact, captureInterface, commentsOn(record, captureInterface));
      if (isSample) look(details, exact.capturedLength);
    } catch (error) {
      throw new FrameFault(this.count, captureInterface.linkType, error);
    }
  }

  /** What the analysis found, as the tree shows it. */
  private verdict({ row, length }: Readonly<Segment>): AnalysisFacts | null {
    const { analysis } = this.decoder;
    const of = (related: number) => {
      if (!(related >= 0 && related <= row)) throw new Error(`segment ${row} has to do with ${related}`);
      return NO_TIMES.timeSinceFirst;
    };
    return analysisFacts(analysis, length, NO_TIMES.timeSinceFirst, of);
  }

  private inspect(record: FrameRecord, on: CaptureInterface, comments: readonly string[]): PacketDetails {
    const { view, capturedLength, wireLength } = record;
    const bytes = { view, at: 0, linkType: on.linkType };
    const frame = { number: this.count, time: null, capturedLength, wireLength, on, comments };
    const facts = (order: number) => this.facts[order] ?? null;
    const answers = replay(this.decoder.fragments.answers);
    const details = inspectPacket(bytes, frame, facts, answers, { verifiesChecksums: true });
    checkPlaces(details, capturedLength);
    return details;
  }
}

/** A record whose view holds the frame and not a byte more. */
function inBytesOfItsOwn(record: FrameRecord): FrameRecord {
  const { view, at, capturedLength } = record;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, capturedLength).slice();
  return { ...record, view: new DataView(bytes.buffer), at: 0 };
}

/** The comments on a frame, read from bytes that end where they do. */
function commentsOn({ view, at, commentsAt, commentsEnd }: FrameRecord, { littleEndian }: CaptureInterface) {
  const from = view.byteOffset + at;
  const bytes = new Uint8Array(view.buffer).slice(from + commentsAt, from + commentsEnd);
  return commentsIn(new DataView(bytes.buffer), 0, bytes.length, littleEndian);
}

/** Keys of the fields that are described. */
const described = new Set(fieldReference().flatMap(({ key, fields }) => [key, ...fields.map(({ info }) => info.key)]));

/** Layers and fields lie within the frame or what fragments came to, are described, and their numbers are numbers. */
function checkPlaces({ layers }: PacketDetails, frameLength: number): void {
  for (const layer of layers) checkLayer(layer, layer.bytes?.byteLength ?? frameLength);
}

function checkLayer(layer: Layer, length: number): void {
  const { key, at, end } = layer;
  if (!(at >= 0 && at <= end && end <= length)) throw new Error(`${key} lies at ${at} .. ${end} of ${length}`);
  for (const { field, bit, width, value } of allNodes([layer])) {
    if (!described.has(field.key)) throw new Error(`${field.key} is not described`);
    const isInFrame = bit === -1 ? width === 0 : bit >= 0 && width >= 0 && bit + width <= length * 8;
    if (!isInFrame) throw new Error(`${field.key} lies at bits ${bit} .. ${bit + width} of ${length * 8}`);
    if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${field.key} is ${value}`);
  }
}

const cells = new CellWriter(["frame.number", "ip.addr", "tcp.flags"]);

/** What the panels and the command line make of a packet. */
function look({ layers }: PacketDetails, length: number): void {
  cells.cells(layers);
  const paths = layerPaths(layers);
  layers.forEach((layer, index) => {
    const drawn = headerDiagram(layer, paths[index]!).reduce((bits, { width }) => bits + width, 0);
    const bits = (layer.end - layer.at) * 8;
    if (drawn !== bits) throw new Error(`${drawn} of the ${bits} bits of ${layer.key} are drawn`);
  });
  for (let byte = 0; byte < Math.min(length, BYTES_ASKED); byte++) {
    const path = pathAtByte(layers, byte);
    if (path !== null && !placeAt(layers, path)) throw new Error(`byte ${byte} belongs to ${path}, which is not there`);
  }
}
