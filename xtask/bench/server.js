// The bench's own server, on 127.0.0.1: pages, scripts and WordPress' answers, all in brotli of its best level made
// before it is asked, all with the same cache headers.

import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { PAGES, page } from './pages.js';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
  webp: 'image/webp',
};

/** The address of the site that the fixtures were captured from. */
const CAPTURED = 'http://127.0.0.1:8081';
/** The post that everyone shows, by its number there; a longer one has its number of paragraphs for a number. */
export const POST = 28;
export const LONG = [200, 2000];

/** Starts it. `files` has the directories `dist`, `built`, `fixtures`, `demo`. */
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
  const json = (path, value) => add(path, 'json', JSON.stringify(value).replaceAll(CAPTURED, origin));

  for (const name of readdirSync(files.dist)) {
    const type = name.split('.').pop();
    if (type === 'js' || type === 'wasm') add(`/dist/${name}`, type, readFileSync(join(files.dist, name)));
  }
  for (const name of readdirSync(files.built)) add(`/built/${name}`, 'js', readFileSync(join(files.built, name)));
  const fixture = (name) => JSON.parse(readFileSync(join(files.fixtures, `${name}.json`)));
  const post = fixture('post-tramway-le-trace-de-la-ligne-t4-adopte');
  json(`/wp-json/wp/v2/posts/${POST}`, post);
  for (const paragraphs of LONG) json(`/wp-json/wp/v2/posts/${paragraphs}`, lengthen(post, paragraphs));
  json('/wp-json/wp/v2/posts', fixture('list-related').slice(0, 8));
  json('/whole.json', JSON.parse(readFileSync(join(files.demo, 'api/articles/42.json'))));
  json('/api/related/42.json', JSON.parse(readFileSync(join(files.demo, 'api/related/42.json'))));
  add('/picture', 'webp', readFileSync(join(files.demo, 'images/bus-de-nuit-640.webp')));
  for (const [name, made] of Object.entries(PAGES)) add(`/${name}`, 'html', page(made));
  add('/empty', 'html', '<!doctype html><title>·</title><link rel="icon" href="data:,">');

  const answer = (url) =>
    bodies.get(url.pathname) ?? (/^\/(wp-content|demo\/images)\//.test(url.pathname) ? bodies.get('/picture') : undefined);

  return { origin, log, post, close: () => server.close() };
}

/** The post with as many paragraphs, made of its own. */
function lengthen(post, paragraphs) {
  const own = post.content.rendered.match(/<p>.*?<\/p>/gs);
  const body = Array.from({ length: paragraphs }, (_, at) => own[at % own.length]);
  return { ...post, id: paragraphs, content: { ...post.content, rendered: body.join('\n') } };
}
