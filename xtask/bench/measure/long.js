// A long article, with no network delay: how its cost grows, and against the others. The second article of a visit.

import { open, visit } from '../browser.js';
import { record } from './trace.js';

/** What is done until so long after the article is painted counts, in milliseconds: what follows the body comes then. */
const AFTER = 700;

/** Navigation to the article painted, in milliseconds, and what the main thread did. */
export const long = (browser, origin, { contender, article, paragraphs }, slowdown) =>
  visit(browser, origin, { slowdown, paragraphs }, async (page, cdp) => {
    const stop = await record(cdp);
    const painted = await open(page, cdp, `${origin}/${contender}-${article}`);
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    return { article: painted, ...(await stop()) };
  });

/** The second article of a visit: scripts and wasm are in the browser's cache, the article is not. */
export const second = (browser, origin, { contender, article, paragraphs }, conditions) =>
  visit(browser, origin, { ...conditions, paragraphs: 6 }, async (page, cdp) => {
    await open(page, cdp, `${origin}/${contender}`);
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    await page.addInitScript((count) => (globalThis.wanted = count), paragraphs);
    const stop = await record(cdp);
    const painted = await open(page, cdp, `${origin}/${contender}-${article}`);
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    return { article: painted, ...(await stop()) };
  });

/** An article set on an element of a page where everything is loaded, to its paint: the cost of the text alone. */
export const rendering = (browser, origin, paragraphs, slowdown) =>
  visit(browser, origin, { slowdown }, async (page, cdp) => {
    await open(page, cdp, `${origin}/widget`);
    return page.evaluate(async (paragraphs) => {
      const post = await (await fetch(`/wp-json/wp/v2/posts/${paragraphs}?_embed`)).json();
      const element = document.createElement('news-article');
      const painted = new Promise((resolve, reject) => {
        element.addEventListener('load', () => afterPaint(resolve));
        element.addEventListener('error', (event) => reject(new Error(event.detail.message)));
      });
      document.querySelector('[data-article]').replaceWith(element);
      await new Promise(afterPaint);
      const from = performance.now();
      element.article = post;
      return (await painted) - from;
    }, paragraphs);
  });

/** One million words: read, counted and built, not laid out. */
export const million = (browser, origin) =>
  visit(browser, origin, {}, async (page, cdp) => {
    await open(page, cdp, `${origin}/widget`);
    return page.evaluate(async () => {
      // Short ones: a body may have 4 MB.
      const words = 'Il a vu la mer et il en a ri '.repeat(1_000).trim();
      const body = Array.from({ length: 100 }, () => ({ type: 'paragraph', content: [words] }));
      const element = document.createElement('news-article');
      element.hidden = true;
      document.body.append(element);
      await new Promise(afterPaint);
      const from = performance.now();
      const ready = new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', (event) => reject(new Error(event.detail.message)));
        setTimeout(() => reject(new Error('a million words do not stand after a minute')), 60_000);
      });
      element.article = { title: 'Long', body };
      await ready;
      const spent = performance.now() - from;
      if (element.article.wordCount !== 1_000_000) throw new Error(`${element.article.wordCount} words were counted`);
      return spent;
    });
  });
