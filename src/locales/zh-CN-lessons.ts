/** Simplified Chinese: lessons, but for what they say themselves. */
import type { lessons as english } from "./en-lessons.ts";
import type { Words } from "./words.ts";

export const lessons = {
  title: "或者从课程开始",
  what: "一步一步看懂一段抓包，课堂教学或自学均可。课程文件拖放即可打开。",
  step: "步骤",
  packets: "所有数据包",
} as const satisfies Words<typeof english>;
