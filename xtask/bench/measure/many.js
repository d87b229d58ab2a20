// Fifty elements on one page.

import { visit } from '../browser.js';

/** Until all stand and are painted, in milliseconds. */
export const many = (browser, origin, name, slowdown) =>
  visit(browser, origin, { slowdown }, async (page) => {
    let wasms = 0;
    page.on('request', (request) => request.url().endsWith('.wasm') && wasms++);
    await page.goto(`${origin}/${name}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => seen.painted !== null, null, { timeout: 120_000 });
    return page.evaluate((wasms) => {
      const roots = [...document.querySelectorAll('[data-article]')].map((element) => element.shadowRoot);
      const sheets = new Set(roots.flatMap((root) => root.adoptedStyleSheets));
      return { painted: seen.painted, wasms, instances: seen.memories.length, sheets: sheets.size };
    }, wasms);
  });
