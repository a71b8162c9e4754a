/** Memory of the browser's processes, as the Linux kernel accounts for it. */
import { readdirSync, readFileSync } from "node:fs";

/**
 * The greatest resident memory, in bytes, that any page process below `parent` has had since it began: page and worker
 * share one. Undefined where there is no /proc.
 */
export function peakPageMemory(parent: number): number | undefined {
  const peaks = descendants(parent)
    .filter((pid) => read(pid, "cmdline").includes("--type=renderer"))
    .map((pid) => Number(/^VmHWM:\s*(\d+) kB$/m.exec(read(pid, "status"))?.[1] ?? 0) * 1024);
  return peaks.length > 0 ? Math.max(...peaks) : undefined;
}

function descendants(parent: number): number[] {
  const children = processes().filter((pid) => Number(/^PPid:\s*(\d+)$/m.exec(read(pid, "status"))?.[1]) === parent);
  return children.flatMap((pid) => [pid, ...descendants(pid)]);
}

function processes(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** A file of a process; empty when the process has ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
