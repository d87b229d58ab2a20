// What `cargo xtask corpus` runs: `node corpus.js CHROMIUM ADDRESS FOLDER FORMAT`. Every document of the folder is shown by
// the element, what is seen is compared with what was sent, and a line of JSON a document is written to standard output.
//
// `corpus/documents.js` makes documents of files, `corpus/reading.js` reads a tree as a reader does, in the page,
// `corpus/compare.js` tells what is missing and what stands twice.

import { chromium } from 'playwright-core';
import { documents } from './corpus/documents.js';
import { compare } from './corpus/compare.js';
import { readSent, readShown, show } from './corpus/reading.js';

const [executablePath, address, folder, format] = process.argv.slice(2);

/** Documents that one page shows, before it is made anew. */
const PAGE_LIFE = 100;
/** A document that takes longer has failed, in milliseconds. */
const DEADLINE = 10_000;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Corpus</title>
<script type="module" src="/news-article.js"></script><main></main></html>`;

const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
let page;
let used = PAGE_LIFE;
try {
  for (const document of documents(folder, format)) {
    process.stdout.write(`${JSON.stringify({ name: document.name, ...(await check(document)) })}\n`);
  }
} finally {
  await browser.close();
}

/** Shows one document, and compares. */
async function check(document) {
  const { error, skipped } = document;
  if (error || skipped) return { error, skipped };
  try {
    if (used >= PAGE_LIFE || page.isClosed()) await renew();
    used += 1;
    const sent = await page.evaluate(readSent, document.sent);
    const { error, time } = await within(page.evaluate(show, document));
    if (error) return { error, time };
    const shown = await page.evaluate(readShown);
    return { time, ...compare(sent, shown) };
  } catch (error) {
    used = PAGE_LIFE;
    return { error: `page: ${error.message.split('\n')[0]}` };
  }
}

/** A page that loads nothing but the element: what documents name is not fetched. */
async function renew() {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1000, height: 900 }, locale: 'en' });
  await page.route('**/*', (route) => {
    const { pathname, href } = new URL(route.request().url());
    if (href === `${address}/corpus`) return route.fulfill({ contentType: 'text/html', body: PAGE });
    // The element's own files lie at the top; a relative address of a document does not reach the demo's pictures.
    const own = href.startsWith(`${address}/`) && /^\/(news-article|locale\/)/.test(pathname);
    return own || href.startsWith('blob:') ? route.continue() : route.abort();
  });
  await page.goto(`${address}/corpus`);
  await page.evaluate(() => customElements.whenDefined('news-article'));
  used = 0;
}

function within(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing shown within ${DEADLINE} ms`)), DEADLINE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
