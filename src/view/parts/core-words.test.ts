/** Holds the words for what the core says by itself to the core: nothing is left in English, and no field is made up. */
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { FINDINGS } from "../../core/analysis/findings.ts";
import { KNOWN_FILES } from "../../core/capture/signatures.ts";
import { COLOUR_RULES } from "../../core/colour/rules.ts";
import { knownNames } from "../../core/inspect/catalogue.ts";
import { LANGUAGES, loadWords } from "../languages.ts";
import { wordsOf } from "../templates.ts";
import { t as english } from "../words-for-tests.ts";
import { fieldTitle, fileKind, findingTitle, kindTitle, ruleName } from "./core-words.ts";

/** What protocols and units are called in all languages. */
const SAME_EVERYWHERE =
  /^(PCP|D|DSCP|ARP|ICMP|TCP RST|SCTP ABORT|SMB|HTTP|TCP SYN\/FIN|TCP|UDP|MHz|dBm|ms|s|500 kb\/s|log2 s|s \/ 65536|ECN|MSS|NOP|TSval|TSecr|iRTT)$/;

/** A field that Wireshark has no name for, and no list of names. */
const UNLISTED = "frame_file";

for (const language of LANGUAGES.slice(1)) {
  i18next.addResourceBundle(language, "translation", await loadWords(language));
}

function* texts(words: object): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === "string") yield value;
    else yield* texts(value);
  }
}

describe.each(LANGUAGES.slice(1))("%s", (language) => {
  const t = i18next.getFixedT(language);
  const core = i18next.getResource(language, "translation", "core");

  it("says everything in its own letters but what is the same everywhere", () => {
    const isOwn = language.startsWith("zh") ? /\p{Script=Han}/u : /./;
    expect([...texts(core)].filter((text) => !isOwn.test(text) && !SAME_EVERYWHERE.test(text))).toEqual([]);
  });

  it("calls findings and files otherwise than English does", () => {
    for (const finding of FINDINGS) expect(findingTitle(finding, t)).not.toBe(finding.title);
    for (const [name] of KNOWN_FILES) expect(fileKind(name, t)).not.toBe(name);
  });

  it("has titles of fields that there are, and of no others", () => {
    const known = new Set([UNLISTED, ...[...knownNames()].map((name) => name.replaceAll(".", "_"))]);
    expect(Object.keys(core.fields).filter((key) => !known.has(key))).toEqual([]);
  });
});

it("says it in the language that is asked for, whichever the page speaks", () => {
  const [finding] = FINDINGS;
  expect(findingTitle(finding!, wordsOf("zh-CN"))).toBe(findingTitle(finding!, i18next.getFixedT("zh-CN")));
});

it("says in English what the core says", () => {
  const [finding] = FINDINGS;
  expect(findingTitle(finding!, english)).toBe(finding!.title);
  expect(fieldTitle({ key: "tcp.seq", title: "Sequence Number" }, english)).toBe("Sequence Number");
});

describe("in Chinese", () => {
  const t = i18next.getFixedT("zh-CN");

  it("fields, findings and kinds have the names that textbooks give them", () => {
    expect(fieldTitle({ key: "tcp.seq", title: "Sequence Number" }, t)).toBe("序列号");
    expect(fieldTitle({ key: "tcp.ack", title: "Acknowledgment Number" }, t)).toBe("确认号");
    expect(FINDINGS.map((finding) => findingTitle(finding, t))).toContain("快速重传");
    expect(kindTitle({ key: "tcp.analysis.zero_window", title: "Zero window" }, t)).toBe("零窗口");
    expect(kindTitle({ key: "frame.comment", title: "Packet comment" }, t)).toBe("数据包注释");
  });

  it("other fields keep their titles", () => {
    expect(fieldTitle({ key: "dns.qry.name", title: "Name" }, t)).toBe("Name");
  });

  it("a rule keeps the name that it was given", () => {
    const [rule] = COLOUR_RULES;
    expect(ruleName(rule, t)).toBe("异常的 TCP");
    expect(ruleName({ ...rule, name: "Mine" }, t)).toBe("Mine");
  });
});
