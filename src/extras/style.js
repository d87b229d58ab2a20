// The style of what few pages have comes with its code. (That of the rest is in style/, for every page.)

import { own } from '../element/own.js';

/** The sheets by their text, by the document that they are for: another one's is refused. */
const documents = new WeakMap();

/** Adds a sheet to a shadow root or a document, once. */
export function adopt(root, css) {
  const of = root.ownerDocument ?? root;
  const { CSSStyleSheet } = own(of).defaultView ?? {};
  if (!CSSStyleSheet) return; // a document that nobody sees
  const sheets = documents.get(of) ?? new Map();
  documents.set(of, sheets);
  let sheet = sheets.get(css);
  if (!sheet) {
    sheets.set(css, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(css);
  }
  if (![...root.adoptedStyleSheets].includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
