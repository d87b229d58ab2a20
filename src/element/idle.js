// Shared by src/element/later.js and the elements that it loads.

/** The event by which later.js tells the elements what the reader has touched before they were loaded. */
export const TOUCHED = 'news-article-touched';

/** How long the browser may be busy after the page has loaded, in milliseconds. */
const PATIENCE = 2000;

/** Calls `then` when the browser is idle. */
export const whenIdle = (then) =>
  window.requestIdleCallback ? requestIdleCallback(then, { timeout: PATIENCE }) : setTimeout(then, 200); // Safari
