// The bench's own server, on 127.0.0.1: pages, scripts and WordPress' answers, all in brotli of its best level made
// before it is asked, all with the same cache headers.

import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { held } from './held.js';
import { PAGES, POST, page } from './pages.js';

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
  webp: 'image/webp',
};

/** The address of the site that the fixtures were captured from. */
const CAPTURED = 'http://127.0.0.1:8081';
/** Articles made of its text, by their number of paragraphs, and a long read that was captured whole. */
export const LONG = [18, 200, 2000];
export const LONG_READ = 'read';

/** Starts it. `files` has the directories `dist`, `built`, `fixtures`, `demo`, and perhaps `before`: another build of the widget. */
export async function serve(files) {
  const log = [];
  const bodies = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url, origin);
    log.push(`${request.method} ${url.pathname}`);
    if (request.method === 'POST') {
      request.resume();
      response.writeHead(201, { 'Content-Type': TYPES.json });
      response.end('{"status":"approved"}');
      return;
    }
    const found = answer(url);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[found.type],
      'Content-Length': found.bytes.length,
      'Cache-Control': 'public, max-age=3600',
      Vary: 'Accept-Encoding',
      ...(found.type === 'webp' ? {} : { 'Content-Encoding': 'br' }),
    });
    response.end(found.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const add = (path, type, body) => {
    const bytes = Buffer.from(body);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    bodies.set(path, { type, bytes: type === 'webp' ? bytes : brotliCompressSync(bytes, { params: quality }) });
  };
  const here = (value) => JSON.stringify(value).replaceAll(CAPTURED, origin);
  const json = (path, value) => add(path, 'json', here(value));

  for (const folder of files.before ? ['dist', 'before'] : ['dist']) {
    for (const name of readdirSync(files[folder])) {
      const type = name.split('.').pop();
      if (['css', 'js', 'wasm'].includes(type) && name !== 'render.js') add(`/${folder}/${name}`, type, readFileSync(join(files[folder], name)));
    }
  }
  for (const name of readdirSync(files.built)) add(`/built/${name}`, 'js', readFileSync(join(files.built, name)));
  const fixture = (name) => JSON.parse(readFileSync(join(files.fixtures, `${name}.json`)));
  const post = fixture('post-tramway-le-trace-de-la-ligne-t4-adopte');
  json(`/wp-json/wp/v2/posts/${POST}`, post);
  for (const paragraphs of LONG) json(`/wp-json/wp/v2/posts/${paragraphs}`, mixed(post, paragraphs));
  json(`/wp-json/wp/v2/posts/${LONG_READ}`, fixture('post-eau-la-vallee-qui-compte'));
  json('/wp-json/wp/v2/posts', fixture('list-related').slice(0, 8));
  json('/whole.json', JSON.parse(readFileSync(join(files.demo, 'api/articles/42.json'))));
  json('/api/related/42.json', JSON.parse(readFileSync(join(files.demo, 'api/related/42.json'))));
  add('/picture', 'webp', readFileSync(join(files.demo, 'images/bus-de-nuit-640.webp')));
  const all = { ...PAGES, ...(await held(files.dist, JSON.parse(here(post)), origin)) };
  for (const [name, made] of Object.entries(all)) add(`/${name}`, 'html', page(made));
  add('/empty', 'html', '<!doctype html><title>·</title><link rel="icon" href="data:,">');

  const answer = (url) =>
    bodies.get(url.pathname) ?? (/^\/(wp-content|demo\/images)\//.test(url.pathname) ? bodies.get('/picture') : undefined);

  return { origin, log, post, close: () => server.close() };
}

/**
 * The post with as many paragraphs, made of its own, and with what stands between paragraphs in a real article: each has a
 * link and a `<strong>`; a heading comes after every 6th, a picture after every 8th, a list after every 9th, a quotation
 * after every 10th.
 */
function mixed(post, paragraphs) {
  const own = post.content.rendered.match(/<p>.*?<\/p>/gs).map((html) => html.replace(/<[^>]*>/g, '').trim().split(/\s+/));
  const some = (at, count) => own[at % own.length].slice(0, count).join(' ');
  const parts = [];
  for (let at = 1; at <= paragraphs; at++) {
    const words = own[at % own.length];
    const [start, linked, middle, strong, rest] = [[0, 2], [2, 5], [5, 8], [8, 10], [10]].map((cut) => words.slice(...cut).join(' '));
    parts.push(`<p>${start} <a href="https://www.example.org/dossiers/${at}/">${linked}</a> ${middle} <strong>${strong}</strong> ${rest}</p>`);
    if (at % 6 === 0) parts.push(`<h2 class="wp-block-heading">${some(at, 6)}</h2>`);
    if (at % 8 === 0) {
      parts.push(`<figure class="wp-block-image size-large"><img loading="lazy" decoding="async" width="640" height="360"
        src="${CAPTURED}/wp-content/uploads/2026/02/photo-${at}-640x360.jpg" alt="${some(at, 5)}" class="wp-image-${at}">
        <figcaption class="wp-element-caption">${some(at + 1, 9)}</figcaption></figure>`);
    }
    if (at % 9 === 0) parts.push(`<ul class="wp-block-list">${[1, 2, 3].map((item) => `<li>${some(at + item, 8)}</li>`).join('\n')}</ul>`);
    if (at % 10 === 0) parts.push(`<blockquote class="wp-block-quote"><p>${some(at, 18)}</p><cite>${some(at + 1, 3)}</cite></blockquote>`);
  }
  return { ...post, id: paragraphs, content: { ...post.content, rendered: parts.join('\n\n') } };
}
