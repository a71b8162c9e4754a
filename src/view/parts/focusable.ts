/** What takes the focus by Tab, as a selector; hidden and disabled elements are among it. */
export const FOCUSABLE =
  '[tabindex="0"], button:not([tabindex="-1"]), a[href], input:not([tabindex="-1"]), select, textarea';

/** Inputs whose value is typed, as a selector; the others take no letters. */
export const TEXT_FIELDS = "input:not([type=checkbox], [type=radio], [type=file], [type=range]), textarea, select";
