// What a host puts before WordPress: a cache of whole pages, and compression. Everything is asked of WordPress once, while
// the cache is being filled; afterwards what is not in it is an error, for the site behind may look different by then.

import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const TEXTS = /^(text\/|application\/(json|javascript|ld\+json|wasm)|image\/svg)/;
/** PHP's own server sends what it does not know as something else; hosts do know it. */
const TYPES = { wasm: 'application/wasm', js: 'text/javascript; charset=utf-8', webp: 'image/webp' };
/** The level of brotli at which servers compress as they send. */
const LEVEL = 5;

/** A body as it is sent: compressed where that is worth it. */
export function packed(type, bytes) {
  if (!TEXTS.test(type)) return { type, bytes };
  const params = { [constants.BROTLI_PARAM_QUALITY]: LEVEL, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { type, bytes: brotliCompressSync(bytes, { params }), encoding: 'br' };
}

/** A server that sends what `answer` has for an address: `{ status, type, bytes, encoding }`, or nothing. */
export async function listen(answer) {
  const server = createServer(async (request, response) => {
    request.resume();
    const found = await answer(new URL(request.url, 'http://localhost'), request.method);
    if (!found) return response.writeHead(404).end();
    response.writeHead(found.status ?? 200, {
      'Content-Type': found.type,
      'Content-Length': found.bytes.length,
      'Cache-Control': found.type.startsWith('text/html') ? 'max-age=0' : 'public, max-age=31536000',
      Vary: 'Accept-Encoding',
      ...(found.encoding && { 'Content-Encoding': found.encoding }),
    });
    response.end(found.bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The page that a visit begins at, so that the browser's process is there before it is slowed down. */
export const EMPTY = packed('text/html', Buffer.from('<!doctype html><title>·</title><link rel="icon" href="data:,">'));

/** A cache in front of one site as it looks now. `seal` ends the filling. */
export async function cache(upstream) {
  const kept = new Map();
  const missed = [];
  let sealed = false;
  const fetched = async (url) => {
    const answer = await fetch(upstream + url.pathname + url.search, { redirect: 'manual' });
    const type = TYPES[url.pathname.split('.').pop()] ?? answer.headers.get('content-type') ?? 'application/octet-stream';
    let bytes = Buffer.from(await answer.arrayBuffer());
    if (TEXTS.test(type) && type !== TYPES.wasm) bytes = Buffer.from(renamed(bytes.toString()));
    return { status: answer.status, ...packed(type, bytes) };
  };
  // The site names itself in pages, in JSON and in addresses within addresses.
  const renamed = (text) =>
    [(name) => name, (name) => name.replaceAll('/', '\\/'), encodeURIComponent].reduce(
      (all, written) => all.replaceAll(written(upstream), written(front.origin)),
      text,
    );
  const front = await listen(async (url) => {
    if (url.pathname === '/empty') return EMPTY;
    const key = url.pathname + url.search;
    if (!kept.has(key)) {
      if (sealed) {
        missed.push(key);
        return undefined;
      }
      kept.set(key, fetched(url));
    }
    return kept.get(key);
  });
  return { ...front, missed, seal: () => (sealed = true) };
}
