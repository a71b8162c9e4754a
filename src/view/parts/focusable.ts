/** What takes the focus by Tab, as a selector; hidden and disabled elements are among it. */
export const FOCUSABLE =
  '[tabindex="0"], button:not([tabindex="-1"]), a[href], input:not([tabindex="-1"]), select, textarea';
