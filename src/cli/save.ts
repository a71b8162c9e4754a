/** `save FILE -o OUT.pcapng`: the capture as pcapng, with comments and names added. */
import { type FileHandle, open, readFile } from "node:fs/promises";
import type { NamedAddress } from "../core/capture/notes.ts";
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { ByteSource } from "../core/capture/read-capture.ts";
import type { CaptureReader } from "../core/capture/reader.ts";
import { readHosts } from "../core/names/hosts-file.ts";
import { bytesTooMany, editsOf } from "../core/notes/note-edits.ts";
import type { CommentEdit } from "../core/save/comment-edit.ts";
import { type PlacedPacket, patchPcapng } from "../core/save/patch-pcapng.ts";
import { PcapngRewriter } from "../core/save/rewrite-pcapng.ts";
import { readUnpacked } from "../unpack/read-unpacked.ts";
import { sourceOf } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError, type World } from "./command.ts";

interface Request {
  readonly file: string;
  readonly output: string;
  readonly comments: readonly { readonly frame: number; readonly text: string }[];
  readonly hosts: string | null;
}

export const save: Command = {
  usage: "save FILE -o OUT.pcapng [--comment FRAME=TEXT ...] [--hosts FILE]",
  summary: "write the capture as pcapng, with comments on packets and names of addresses added to those that it has",

  async run(args, world) {
    const request = parse(args);
    const names = request.hosts === null ? [] : await namesIn(pathOf(request.hosts, world), request.hosts, world);
    const path = pathOf(request.file, world);
    const input = await open(path);
    try {
      const source = await sourceOf(input, path);
      const facts = await look(source, request);
      if (statusOf(facts.problem, facts.frames) !== NOT_READ) {
        const missing = request.comments.find(({ frame }) => frame > facts.frames);
        if (missing) throw new UsageError(`there is no packet ${missing.frame}: the capture has ${facts.frames}`);
        const output = await open(pathOf(request.output, world), "wx");
        await write(source, facts, names, output).finally(() => output.close());
      }
      return endOf(request.file, facts.problem, facts.frames, world);
    } finally {
      await input.close();
    }
  },
};

function parse(args: readonly string[]): Request {
  const files: string[] = [];
  const comments: { frame: number; text: string }[] = [];
  let output: string | undefined;
  let hosts: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "-o") output = args[++i];
    else if (arg === "--comment") comments.push(commentIn(args[++i] ?? ""));
    else if (arg === "--hosts") hosts = args[++i] ?? "";
    else if (arg.startsWith("-")) throw new UsageError(`save does not know the option ${arg}`);
    else files.push(arg);
  }
  if (files.length !== 1) throw new UsageError("save wants one file");
  if (!output) throw new UsageError("save wants -o OUT.pcapng");
  return { file: files[0]!, output, comments, hosts }; // its length is 1
}

function commentIn(arg: string): { frame: number; text: string } {
  const [, frame, text] = /^([1-9]\d*)=(.+)$/s.exec(arg) ?? [];
  if (!frame || !text) throw new UsageError(`--comment wants FRAME=TEXT, not ${arg}`);
  const many = bytesTooMany({ first: 0, last: 0, text });
  if (many > 0) throw new UsageError(`the comment on packet ${frame} is ${many} bytes longer than the 65535 that fit`);
  return { frame: Number(frame), text };
}

async function namesIn(path: string, name: string, world: World): Promise<readonly NamedAddress[]> {
  const { names, unread } = readHosts(await readFile(path, "utf8"));
  for (const line of unread) await world.errors.write(`flowladder: ${name}: line ${line} names no address.\n`);
  return names;
}

/** What is to be known of the capture before it is written. */
interface Facts {
  readonly reader: CaptureReader | null;
  readonly problem: CaptureProblem | null;
  readonly frames: number;
  readonly isPacked: boolean;
  readonly edits: ReadonlyMap<number, CommentEdit>;
  /** The packets with comments, and the last one. */
  readonly places: ReadonlyMap<number, PlacedPacket>;
}

async function look(source: ByteSource, { comments }: Request): Promise<Facts> {
  const edits = editsOf(
    comments.map(({ frame, text }, id) => ({ id, first: frame - 1, last: frame - 1, text, comment: null })),
  );
  const places = new Map<number, PlacedPacket>();
  let reader: CaptureReader | null = null;
  let isPacked = false;
  let last: PlacedPacket | null = null;
  let frames = 0;
  const end = await readUnpacked(source, {
    onOpen: (opened) => {
      reader = opened;
    },
    onUnpack: () => {
      isPacked = true;
    },
    onFrame: ({ fileOffset, capturedLength, hasTime }) => {
      last = { fileOffset, capturedLength, hasTime };
      if (edits.has(frames)) places.set(frames, last);
      frames++;
    },
    mayGrow: async () => false,
  });
  if (last) places.set(frames - 1, last);
  return { reader, problem: end.kind === "problem" ? end.problem : null, frames, isPacked, edits, places };
}

async function write(source: ByteSource, facts: Facts, names: readonly NamedAddress[], output: FileHandle) {
  const { reader, isPacked } = facts;
  if (!reader) return;
  const isPatched = reader.format === "pcapng" && reader.notes.sections.length === 1 && !isPacked;
  if (isPatched) await writePatched(source, facts, names, output);
  else await writeAnew(source, facts, reader, names, output);
}

async function writePatched(source: ByteSource, facts: Facts, names: readonly NamedAddress[], output: FileHandle) {
  const { reader, problem, frames, edits, places } = facts;
  const known = new Set(reader?.notes.names.map(({ address }) => address));
  const pieces = await patchPcapng(source, {
    comments: [...edits].sort(([a], [b]) => a - b).map(([row, edit]) => ({ packet: places.get(row)!, edit })), // noted when looked
    names,
    overruling: names.filter(({ address }) => known.has(address)),
    last: problem ? (places.get(frames - 1) ?? null) : null,
  });
  for (const piece of pieces) {
    if (!("to" in piece)) await output.write(piece);
    else
      for (let at = piece.from; at < piece.to; at += STRETCH) {
        const bytes = await source.read(at, Math.min(at + STRETCH, piece.to));
        await output.write(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
      }
  }
}

/** Bytes copied at once. */
const STRETCH = 8 * 1024 * 1024;

async function writeAnew(
  source: ByteSource,
  { edits, frames }: Facts,
  { notes }: CaptureReader,
  names: readonly NamedAddress[],
  output: FileHandle,
): Promise<void> {
  const ready: Uint8Array[] = [];
  let reader: CaptureReader | null = null;
  const interfaces = () => reader?.interfaces ?? [];
  const all = [...notes.names, ...names];
  const rewriter = new PcapngRewriter({
    sections: notes.sections,
    names: all,
    edits,
    interfaces,
    take: (bytes) => ready.push(bytes),
  });
  const flush = async () => {
    for (const bytes of ready.splice(0)) await output.write(bytes);
  };
  await readUnpacked(source, {
    onOpen: (opened) => {
      reader = opened;
    },
    onFrame: (frame) => {
      if (rewriter.frames < frames) rewriter.frame(frame, interfaces()[frame.interfaceRow]!); // the reader's own row
    },
    onSlice: flush,
    mayGrow: async () => false,
  });
  rewriter.finish();
  await flush();
}
