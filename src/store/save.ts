/**
 * The capture with its notes and names as a pcapng file, or its packets alone as pcap. One of pcapng is copied but for the blocks that change; all
 * others, and several files together, are written anew, a few megabytes at a time, which the browser keeps on disk.
 */

import { Merge, type MergeListener } from "../core/capture/merge-captures.ts";
import type { NamedAddress } from "../core/capture/notes.ts";
import { type ByteSource, type CaptureListener, readCapture } from "../core/capture/read-capture.ts";
import { type CaptureInterface, type CaptureReader, type FrameRecord, NO_LINK_TYPE } from "../core/capture/reader.ts";
import { editsOf } from "../core/notes/note-edits.ts";
import { type PlacedPacket, patchPcapng } from "../core/save/patch-pcapng.ts";
import { PcapngRewriter } from "../core/save/rewrite-pcapng.ts";
import { PcapWriter } from "../core/save/write-pcap.ts";
import { cell, HAS_NO_TIME } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { interfaceOf } from "./frames.ts";
import { working } from "./idle.ts";
import { fileNames } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** What a capture is saved as. */
export type SaveFormat = "pcapng" | "pcap";

const TYPES: Readonly<Record<SaveFormat, string>> = {
  pcapng: "application/x-pcapng",
  pcap: "application/vnd.tcpdump.pcap",
};

let stop = () => {};

/** Gives up the file that is being made. */
export function cancelSaving(): void {
  stop();
}

/** The link type of all packets, which a pcap file must share; null where there are several. */
export function onlyLinkType({ interfaces }: Capture): number | null {
  const linkTypes = new Set(interfaces.map(({ linkType }) => linkType));
  const [only] = linkTypes;
  return linkTypes.size === 1 && only !== undefined && only !== NO_LINK_TYPE ? only : null;
}

/**
 * Makes the file, or says why there is none; of a capture of several link types there is no pcap. Rejects when a file of
 * the capture cannot be read any more.
 */
export async function captureFile(
  capture: Capture,
  format: SaveFormat = "pcapng",
): Promise<Blob | "cancelled" | "noRoom"> {
  const cancelling = new AbortController();
  stop();
  stop = () => cancelling.abort();
  const size = capture.contents.reduce((sum, { size: bytes }) => sum + bytes, 0);
  set({ saving: { bytes: 0, size } });
  const { markup } = state();
  const edits = editsOf(markup.notes);
  const given = Array.from(markup.names, ([address, name]): NamedAddress => ({ address, name }));
  const steering = { signal: cancelling.signal, onBytes: (bytes: number) => set({ saving: { bytes, size } }) };
  try {
    const file = await working(
      format === "pcap"
        ? packetsAlone(capture, steering)
        : canBePatched(capture)
          ? patched(capture, edits, given)
          : rewritten(capture, edits, given, steering),
    );
    if (cancelling.signal.aborted) return "cancelled";
    if (!(await isThere(file))) return "noRoom";
    if (format === "pcapng") set({ savedNotes: markup.notes });
    return file;
  } finally {
    set({ saving: null });
  }
}

/** Notes that the file has no place for: on packets without options, as far as the capture's blocks stay as they are. */
export function homelessNotes({ capture, markup }: State): number {
  if (!capture) return 0;
  const hasNoRoom = (row: number) =>
    (cell(capture.packets, "marks", row) & HAS_NO_TIME) > 0 &&
    (canBePatched(capture) || interfaceOf(capture, row).linkType === NO_LINK_TYPE);
  return markup.notes.filter(({ first }) => hasNoRoom(first)).length;
}

/** A browser that ran out of room for a file tells only when it is read. */
function isThere(file: Blob): Promise<boolean> {
  return file
    .slice(-1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function canBePatched({ files, reports }: Capture): boolean {
  const [report] = reports;
  return files.length === 1 && report?.format === "pcapng" && report.notes.sections.length === 1;
}

type Edits = ReturnType<typeof editsOf>;

async function patched(capture: Capture, edits: Edits, names: readonly NamedAddress[]): Promise<Blob> {
  const contents = capture.contents[0]!; // one file
  const known = fileNames(state());
  const pieces = await patchPcapng(sourceOf(contents), {
    comments: [...edits].sort(([a], [b]) => a - b).map(([row, edit]) => ({ packet: placed(capture, row), edit })),
    names,
    overruling: names.filter(({ address }) => known.has(address)),
    last: capture.state === "whole" ? null : placed(capture, capture.packets.length - 1),
  });
  return new Blob(
    pieces.map((piece) => ("to" in piece ? contents.slice(piece.from, piece.to) : piece)),
    { type: TYPES.pcapng },
  );
}

function placed({ packets }: Capture, row: number): PlacedPacket {
  return {
    fileOffset: cell(packets, "fileOffset", row),
    capturedLength: cell(packets, "capturedLength", row),
    hasTime: (cell(packets, "marks", row) & HAS_NO_TIME) === 0,
  };
}

/** How the writing is followed and given up. */
interface Steering {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

async function rewritten(
  capture: Capture,
  edits: Edits,
  given: readonly NamedAddress[],
  steering: Steering,
): Promise<Blob> {
  const parts: Blob[] = [];
  const { reports } = capture;
  const names = reports.flatMap(({ notes }) => notes.names);
  await eachFrame(capture, steering, (interfaces) => {
    return new PcapngRewriter({
      sections: reports.flatMap(({ notes }) => notes.sections),
      names: [...names, ...given],
      edits,
      interfaces,
      take: (bytes) => parts.push(new Blob([bytes])),
    });
  });
  return new Blob(parts, { type: TYPES.pcapng });
}

async function packetsAlone(capture: Capture, steering: Steering): Promise<Blob> {
  const linkType = onlyLinkType(capture);
  if (linkType === null) throw new TypeError("pcap has one link type");
  const parts: Blob[] = [];
  const timeDecimals = Math.max(...capture.interfaces.map((on) => on.timeDecimals));
  const take = (bytes: Uint8Array<ArrayBuffer>) => parts.push(new Blob([bytes]));
  await eachFrame(capture, steering, () => new PcapWriter({ linkType, timeDecimals, take }));
  return new Blob(parts, { type: TYPES.pcap });
}

/** Writes a capture's frames; it has taken so many. */
interface FrameWriter {
  readonly frames: number;
  frame(frame: FrameRecord, on: CaptureInterface): void;
  finish(): void;
}

/** Gives a writer all frames of the capture that was read, in their order. */
async function eachFrame(
  { contents, packets }: Capture,
  { signal, onBytes }: Steering,
  writerFor: (interfaces: () => readonly CaptureInterface[]) => FrameWriter,
): Promise<void> {
  let interfaces: () => readonly CaptureInterface[] = () => [];
  const writer = writerFor(() => interfaces());
  const listener: MergeListener = {
    onFrame(frame, on) {
      if (writer.frames < packets.length) writer.frame(frame, on);
    },
    onSlice: ({ bytes }) => onBytes(bytes),
    cancelled: () => signal.aborted || writer.frames >= packets.length,
  };
  if (contents.length > 1) {
    const merge = new Merge(contents.map((blob) => (of: CaptureListener) => readCapture(sourceOf(blob), of)));
    interfaces = () => merge.interfaces;
    await merge.read(listener);
  } else {
    let reader: CaptureReader | null = null;
    interfaces = () => reader?.interfaces ?? [];
    await readCapture(sourceOf(contents[0]!), {
      ...listener,
      onOpen: (opened) => {
        reader = opened;
      },
      onFrame: (frame) => listener.onFrame(frame, interfaces()[frame.interfaceRow]!), // the reader's own row
    });
  }
  writer.finish();
}

function sourceOf(blob: Blob): ByteSource {
  return { size: blob.size, read: (from, to) => blob.slice(from, to).arrayBuffer() };
}
