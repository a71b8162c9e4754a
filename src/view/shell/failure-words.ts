/** Why a capture did not open, or not whole, in words: one fact, then what was found, where, and what to do. */
import type { TFunction } from "i18next";
import type { CaptureProblem } from "../../core/capture/problem.ts";
import type { DamagedFile, Failure } from "../../store/capture.ts";
import { fileKind, recordField } from "../parts/core-words.ts";
import { filesName } from "../parts/files-name.ts";

export interface Words {
  readonly fact: string;
  readonly why: string;
}

/** Words for what kept a capture from opening; for each of several files its own. */
export function failureWords(failure: Failure, t: TFunction): readonly Words[] {
  if (failure.kind !== "files") return [otherWords(failure, t)];
  const { files, others } = failure;
  return files.map(({ name, problem }, index) => {
    const { fact, why } = fileWords(name, problem, t);
    const isLast = index === files.length - 1;
    return { fact, why: isLast && others > 0 ? `${why} ${t("failure.othersOpen", { count: others })}` : why };
  });
}

function otherWords(failure: Exclude<Failure, { kind: "files" }>, t: TFunction): Words {
  switch (failure.kind) {
    case "link": {
      const { address, fault } = failure;
      const isAnswer = typeof fault === "number";
      const why = isAnswer ? t("failure.linkStatus", { status: fault }) : t(`failure.linkFault.${fault}`);
      return { fact: t("failure.link", { address }), why };
    }
    case "sample":
      return { fact: t("failure.sample", { id: failure.id }), why: t("failure.sampleWhy") };
    case "lesson":
      return { fact: t("failure.lesson", { id: failure.id }), why: lessonWhy(failure, t) };
    case "lessonAmong":
      return { fact: t("failure.lessonAmong", { name: failure.name }), why: t("failure.lessonAmongWhy") };
    case "crash": {
      const { files, message, packets } = failure;
      const name = filesName(files, t);
      const fact = t("failure.crash", { packet: packets + 1 });
      return { fact, why: t("failure.crashWhy", { name, message }) };
    }
    case "gone":
      return { fact: t("failure.gone", { name: failure.name }), why: t("failure.goneWhy") };
  }
}

function lessonWhy({ where, found }: Extract<Failure, { kind: "lesson" }>, t: TFunction): string {
  if (found === "") return t("failure.lessonUnknown");
  if (where === "format") return t("failure.lessonFormat");
  return where === "" ? t("failure.lessonFound", { found }) : t("failure.lessonWhy", { where, found });
}

/** Words for a file of which nothing could be read. */
function fileWords(name: string, problem: CaptureProblem, t: TFunction): Words {
  switch (problem.kind) {
    case "empty":
      return { fact: t("failure.empty", { name }), why: t("failure.emptyWhy") };
    case "zeros":
      return { fact: t("failure.zeros", { name }), why: t("failure.zerosWhy", { count: problem.length }) };
    case "notCapture": {
      return { fact: t("failure.notCapture", { name }), why: notCaptureWhy(problem, t) };
    }
    case "otherFormat": {
      const format = fileKind(problem.name, t);
      const isCompressed = /compress/.test(problem.name);
      const why = isCompressed ? t("failure.compressedWhy", { format }) : t("failure.otherFormatWhy", { format });
      return { fact: t("failure.otherFormat", { name }), why };
    }
    case "unsupported":
      return { fact: t("failure.unsupported", { name }), why: t("failure.unsupportedWhy", problem) };
    case "cutHeader":
      return { fact: t("failure.cutHeader", { name }), why: t("failure.cutHeaderWhy", problem) };
    case "cutRecord":
      return { fact: t("failure.cutFirst", { name }), why: damageWords(problem, 0, t).why };
    case "badRecord": {
      const fact = problem.offset === 0 ? t("failure.badHeader", { name }) : t("failure.badFirst", { name });
      return { fact, why: damageWords(problem, 0, t).why };
    }
    case "cutPacking":
      return { fact: t("failure.cutPackingFirst", { name }), why: damageWords(problem, 0, t).why };
    case "badPacking":
      return { fact: t("failure.badPackingFirst", { name }), why: damageWords(problem, 0, t).why };
    case "growth":
    case "noRoom":
      return { fact: t("failure.growthFirst", { name }), why: damageWords(problem, 0, t).why };
  }
}

function notCaptureWhy({ known, head }: Extract<CaptureProblem, { kind: "notCapture" }>, t: TFunction): string {
  if (!known) return t("failure.notCaptureHead", { head });
  const file = { known: fileKind(known, t) };
  return /archive/i.test(known) ? t("failure.notCaptureArchive", file) : t("failure.notCaptureKnown", file);
}

/** Words for the files of which not all could be read; of several, each by its name. */
export function damagedFileWords(damaged: readonly DamagedFile[], isOneOfSeveral: boolean, t: TFunction): Words[] {
  return damaged.map(({ name, problem, packets }) => {
    const { fact, why } = damageWords(problem, packets, t);
    return { fact: isOneOfSeveral ? t("failure.inFile", { name, fact }) : fact, why };
  });
}

/** Words for a capture of which `packets` could be read before something was found wrong. */
export function damageWords(problem: CaptureProblem, packets: number, t: TFunction): Words {
  switch (problem.kind) {
    case "cutRecord":
      return { fact: t("failure.cutRecord"), why: t("failure.cutRecordWhy", { ...problem, count: packets }) };
    case "badRecord": {
      const why = badRecordWords(problem, t);
      return { fact: t("failure.badRecord"), why: t(packets > 0 ? "failure.goodBefore" : "failure.noneGood", { why }) };
    }
    case "unsupported":
      return { fact: t("failure.badRecord"), why: t("failure.unsupportedWhy", problem) };
    case "cutPacking":
      return { fact: t("failure.cutRecord"), why: t("failure.cutPackingWhy", { ...problem, count: packets }) };
    case "badPacking": {
      const { packing, offset, part } = problem;
      const where = t(`failure.badPackingWhere.${part}`, { packing, offset });
      return { fact: t("failure.badRecord"), why: t("failure.badPackingWhy", { where, count: packets }) };
    }
    case "noRoom": {
      const megabytes = Math.floor(problem.unpacked / 1e6);
      return { fact: t("failure.cutRecord"), why: t("failure.noRoomWhy", { megabytes, count: packets }) };
    }
    case "growth": {
      const megabytes = Math.floor(problem.unpacked / 1e6);
      return { fact: t("failure.stopped"), why: t("failure.growthWhy", { megabytes, count: packets }) };
    }
    default:
      return fileWords("", problem, t);
  }
}

function badRecordWords(problem: Extract<CaptureProblem, { kind: "badRecord" }>, t: TFunction): string {
  const { offset, packet, least, most } = problem;
  const where = offset === 0 ? t("failure.badHeaderAt") : t("failure.badRecordAt", { packet, offset });
  const facts = { ...problem, where, field: recordField(problem.field, t) };
  if (most < least) return t("failure.badRecordNone", facts);
  return most === least ? t("failure.badRecordOne", facts) : t("failure.badRecordRange", facts);
}
