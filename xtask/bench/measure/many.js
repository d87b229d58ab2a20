// Fifty elements on one page.

import { open, visit } from '../browser.js';

/** Until all stand and are painted, in milliseconds. */
export const many = (browser, origin, name, slowdown) =>
  visit(browser, origin, { slowdown }, async (page, cdp) => {
    let wasms = 0;
    page.on('request', (request) => request.url().endsWith('.wasm') && wasms++);
    const painted = await open(page, cdp, `${origin}/${name}`);
    const held = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('[data-article]')].map((element) => element.shadowRoot);
      const sheets = new Set(roots.flatMap((root) => root.adoptedStyleSheets));
      return { instances: seen.memories.length, sheets: sheets.size };
    });
    return { painted, wasms, ...held };
  });
