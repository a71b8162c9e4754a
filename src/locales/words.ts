/**
 * What a language must say: the shape of English, as a type. A language that lacks a key of English, or has one that
 * English lacks, fails the build. What it says in them is free, but for slots and tags: a test compares those.
 */

/** The ends of keys from which `count` picks; `other` is in every language (CLDR's plural categories). */
type Rarer = "zero" | "one" | "two" | "few" | "many";

/** The keys that every language has: those of English, but for its singular. */
type Always<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
    ? string
    : Words<English[Key]>;
};

/** The keys that a language has as far as its plurals ask for them. */
type ByCount<English> = {
  readonly [Key in keyof English as Key extends `${infer Name}_other` ? `${Name}_${Rarer}` : never]?: string;
};

/** What a language says where English says `English`: one of its constants, or all of them. */
export type Words<English> = Always<English> & ByCount<English>;
