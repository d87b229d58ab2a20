// `loading="lazy"`: what the server is asked for before, and after the element comes near.

import { visit } from '../browser.js';

export const lazy = (browser, server) =>
  visit(browser, server.origin, {}, async (page, cdp) => {
    const from = server.log.length;
    await page.goto(`${server.origin}/widget-lazy`, { waitUntil: 'networkidle' });
    const before = server.log.slice(from);
    const painted = new Promise((resolve) => cdp.once('Runtime.bindingCalled', resolve));
    await page.evaluate(() => document.querySelector('[data-article]').scrollIntoView());
    await painted;
    const asked = (log) => log.filter((line) => line !== 'GET /empty');
    return { before: asked(before), after: asked(server.log.slice(from + before.length)) };
  });
