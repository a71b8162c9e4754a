/** The filter language as the page uses it: loaded when a filter is first typed, for most readers of the page never are. */
export { asksMarkedRows, RowFilter } from "../core/filter/columns.ts";
export { compileFilter } from "../core/filter/compile.ts";
export { completionsAt } from "../core/filter/completion.ts";
export { fieldColumn } from "../core/filter/field-columns.ts";
export { fieldFilter } from "../core/filter/field-filter.ts";
export { Gatherer } from "../core/filter/gather.ts";
export { inOrder } from "../core/filter/needs.ts";
export { asksForStates } from "../core/filter/own-fields.ts";
