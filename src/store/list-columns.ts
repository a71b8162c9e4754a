/** The columns of the packet list as the reader of the page arranges them: which, in what order, and how they look. */

/** Columns that the list brings, in their order; "file" shows where a capture has several. */
export const OWN_COLUMNS = ["number", "time", "file", "source", "destination", "protocol", "length", "info"] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

export type Alignment = "left" | "right";

export interface ListColumn {
  /** The name of one that the list brings, else `field:` and the field's name as filters have it. */
  readonly id: OwnColumn | `field:${string}`;
  /** Empty for the one that it has anyway. */
  readonly title: string;
  /** Px; null for as wide as it needs. */
  readonly width: number | null;
  /** Null for the one that it has anyway. */
  readonly align: Alignment | null;
  readonly isShown: boolean;
}

const plain = (id: ListColumn["id"]): ListColumn => ({ id, title: "", width: null, align: null, isShown: true });

/** As the list comes. */
export const DEFAULT_COLUMNS: readonly ListColumn[] = OWN_COLUMNS.map(plain);

/** Px that a column has at least and at most. */
export const [NARROWEST, WIDEST] = [24, 900];

/** The field of a column; empty for one that the list brings. */
export const fieldOf = ({ id }: ListColumn): string => (id.startsWith("field:") ? id.slice("field:".length) : "");

/** With one more column, before Info if that is the last; one that is there already shows. */
export function withField(columns: readonly ListColumn[], field: string): readonly ListColumn[] {
  const id = `field:${field}` as const;
  if (columns.some((column) => column.id === id)) return withChange(columns, id, { isShown: true });
  const end = columns.at(-1)?.id === "info" ? columns.length - 1 : columns.length;
  return [...columns.slice(0, end), plain(id), ...columns.slice(end)];
}

/** With one of them changed. */
export const withChange = (
  columns: readonly ListColumn[],
  id: string,
  change: Partial<Omit<ListColumn, "id">>,
): readonly ListColumn[] => columns.map((column) => (column.id === id ? { ...column, ...change } : column));

/** Without one of them: those that the list brings are hidden. */
export const without = (columns: readonly ListColumn[], id: string): readonly ListColumn[] =>
  columns.flatMap((column) => {
    if (column.id !== id) return [column];
    return fieldOf(column) === "" ? [{ ...column, isShown: false }] : [];
  });

/** With one of them in another place among the others; as near as there is one. */
export function movedTo(columns: readonly ListColumn[], id: string, place: number): readonly ListColumn[] {
  const column = columns.find((one) => one.id === id);
  if (!column) return columns;
  const others = columns.filter((one) => one !== column);
  others.splice(Math.max(0, Math.min(place, others.length)), 0, column);
  return others;
}

/** What was kept on the machine, made whole: columns that a newer page brings are there too. */
export function mendedColumns(kept: unknown): readonly ListColumn[] {
  const given = Array.isArray(kept) ? kept.filter(isColumn) : [];
  const there = new Set(given.map(({ id }) => id));
  return there.size === given.length
    ? [...given, ...DEFAULT_COLUMNS.filter(({ id }) => !there.has(id))]
    : DEFAULT_COLUMNS;
}

function isColumn(value: unknown): value is ListColumn {
  const { id, title, width, align, isShown } = (value ?? {}) as Partial<ListColumn>; // each is looked at below
  const isOwn = OWN_COLUMNS.some((own) => own === id);
  return (
    (isOwn || (typeof id === "string" && id.startsWith("field:"))) &&
    typeof title === "string" &&
    (width === null || typeof width === "number") &&
    (align === null || align === "left" || align === "right") &&
    typeof isShown === "boolean"
  );
}
