/**
 * What the core says in English by itself: names of findings, rules, files, units, and of fields that courses draw. Other
 * languages have words for them, by the core's own keys, with `_` in place of each dot; a key that one lacks fails the
 * build. English needs none: where a language is silent, the core's words stand.
 */
import type { OtherKind } from "../core/analysis/expert.ts";
import type { FindingName } from "../core/analysis/findings.ts";
import type { RecordField } from "../core/capture/problem.ts";
import type { KnownFile, OtherFormat } from "../core/capture/signatures.ts";
import type { RuleKey } from "../core/colour/rules.ts";
import type { Comparison } from "../core/filter/completion.ts";
import type { Unit } from "../core/protocols/spec.ts";
import type { header } from "./en-header.ts";

/** A key as the language files write it: they divide their own by dots. */
export type Underscored<Key extends string> = Key extends `${infer First}.${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Key;

/** Fields with a title in each language: those that have a meaning, and what stands beside them in the tree. */
export type TitledField =
  | keyof typeof header.meanings
  | "tcp_options"
  | "tcp_option_kind"
  | "tcp_option_len"
  | "tcp_options_mss_val"
  | "tcp_options_wscale_shift"
  | "tcp_options_wscale_multiplier"
  | "tcp_options_timestamp_tsval"
  | "tcp_options_timestamp_tsecr"
  | "tcp_options_sack_le"
  | "tcp_options_sack_re"
  | "tcp_options_eol"
  | "tcp_options_nop"
  | "tcp_seq_raw"
  | "tcp_ack_raw"
  | "tcp_stream"
  | "tcp_completeness"
  | "tcp_len"
  | "tcp_nxtseq"
  | "tcp_flags"
  | "tcp_window_size"
  | "tcp_window_size_scalefactor"
  | "tcp_time_relative"
  | "tcp_time_delta"
  | "tcp_payload"
  | "tcp_analysis"
  | "tcp_analysis_acks_frame"
  | "tcp_analysis_ack_rtt"
  | "tcp_analysis_initial_rtt"
  | "tcp_analysis_bytes_in_flight"
  | "tcp_analysis_push_bytes_sent"
  | "tcp_analysis_flags"
  | "tcp_analysis_duplicate_ack_num"
  | "tcp_analysis_duplicate_ack_frame"
  | "tcp_analysis_rto"
  | "tcp_analysis_rto_frame"
  | "udp_payload"
  | "ip_flags"
  | "ip_dsfield"
  | "ipv6_tclass"
  | "frame_comment"
  | "frame_file"
  | "frame_section_number"
  | "frame_interface_id"
  | "frame_interface_name"
  | "frame_interface_description"
  | "frame_time_epoch"
  | "frame_time_relative"
  | "frame_time_delta"
  | "frame_number"
  | "frame_len"
  | "frame_marked"
  | "frame_ref_time"
  | "frame_cap_len";

/** What is called so by a language. */
export interface CoreWords {
  readonly findings: Readonly<Record<FindingName, string>>;
  /** What the list of findings has besides. */
  readonly kinds: Readonly<Record<Underscored<OtherKind>, string>>;
  /** Colouring rules. */
  readonly rules: Readonly<Record<RuleKey, string>>;
  /** Files that are no capture, or one in another format. */
  readonly files: Readonly<Record<KnownFile | OtherFormat, string>>;
  /** Numbers of a capture file's records. */
  readonly record: Readonly<Record<RecordField, string>>;
  /** How the display filter compares. */
  readonly comparisons: Readonly<Record<Comparison, string>>;
  readonly units: Readonly<Record<Exclude<Unit, "">, string>>;
  /** Titles of fields. */
  readonly fields: Readonly<Record<TitledField, string>>;
  /** Shorter ones, where a header's drawing has no room for those. */
  readonly shortFields: Readonly<Partial<Record<TitledField, string>>>;
}
