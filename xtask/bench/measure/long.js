// A long article, with no network delay: how its cost grows, and against the others.

import { open, visit } from '../browser.js';

/** Navigation to the article painted, in milliseconds. */
export const long = (browser, origin, name, paragraphs, slowdown) =>
  visit(browser, origin, { slowdown, paragraphs }, (page, cdp) =>
    open(page, cdp, `${origin}/${name}-${paragraphs}`),
  );

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
      const words = 'Le conseil communal a adopté jeudi soir le tracé définitif '.repeat(1_000).trim();
      const body = Array.from({ length: 100 }, () => ({ type: 'paragraph', content: [words] }));
      const element = document.createElement('news-article');
      element.hidden = true;
      document.body.append(element);
      await new Promise(afterPaint);
      const from = performance.now();
      const ready = new Promise((resolve) => element.addEventListener('load', resolve));
      element.article = { title: 'Long', body };
      await ready;
      const spent = performance.now() - from;
      if (element.article.wordCount !== 1_000_000) throw new Error(`${element.article.wordCount} words were counted`);
      return spent;
    });
  });
