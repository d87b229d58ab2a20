// The style of the elements: one constructed sheet for each document, shared by all its elements.

import { own } from './own.js';

/** The sheets by document. A document refuses a sheet that was constructed in another one. */
const sheets = new WeakMap();

/** The style until the whole of it is loaded. */
let style = ':host{display:block}:host(news-reading-time){display:inline-block}:host([hidden]){display:none}';

/** The sheets that still have that short style; null once the whole style is here. */
let unfinished = [];

/** Gives a shadow root the sheet of its document. */
export function adopt(root) {
  const document = root.ownerDocument;
  let sheet = sheets.get(document);
  if (!sheet) {
    const View = own(document).defaultView?.CSSStyleSheet;
    if (!View) return; // a document without a window is not shown
    sheet = new View();
    sheet.replaceSync(style);
    sheets.set(document, sheet);
    unfinished?.push(sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

/** Puts the whole style into every sheet. */
export function complete(whole) {
  style = whole;
  unfinished?.forEach((sheet) => sheet.replaceSync(style));
  unfinished = null;
}
