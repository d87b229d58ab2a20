// The renderer for Node.js: `import { render } from 'news-article/render'`. The program is in this file, so that bundlers need no
// other.

import { brotliDecompressSync } from 'node:zlib';
import packed from './render.wasm.br';

/** The largest document in bytes, as for the command. */
const BYTES_MAX = 8 * 1024 * 1024;
/** The most memory of an instance in bytes. Memory cannot shrink, so after a document that took more the next gets a new instance. */
const MEMORY_MAX = 64 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The program, compiled once, and an instance of it, as long as that can be used. */
let program, instance;

/** The error if nothing was rendered. The message names the field. */
export class RenderError extends Error {
  name = 'RenderError';

  constructor(kind, message, options) {
    super(message, options);
    this.kind = kind;
  }
}

/** Renders an article. */
export function render(json, options = {}) {
  const document = bytes(json);
  if (document.length > BYTES_MAX) throw new RenderError('too-large', 'the document has more than 8 MB');
  const { kind, message, html, head } = answer(document, encoder.encode(text('options', options ?? {})));
  if (kind) throw new RenderError(kind, message);
  return { html, head };
}

/** A document as bytes, from bytes, a text, or a value. */
function bytes(json) {
  if (json instanceof Uint8Array) return json;
  return encoder.encode(typeof json === 'string' ? json : text('the document', json));
}

function text(what, value) {
  let json, cause;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    cause = error;
  }
  // A function is nothing, and a circle throws.
  if (json === undefined) throw new RenderError('option', `${what}: nothing that JSON can hold`, { cause });
  return json;
}

function answer(document, options) {
  program ??= new WebAssembly.Module(brotliDecompressSync(packed));
  instance ??= new WebAssembly.Instance(program).exports;
  const { memory, reserve, run, answer } = instance;
  try {
    const start = reserve(document.length + options.length) >>> 0;
    const request = new Uint8Array(memory.buffer, start, document.length + options.length);
    request.set(document);
    request.set(options, document.length);
    const length = run(document.length) >>> 0;
    return JSON.parse(decoder.decode(new Uint8Array(memory.buffer, answer() >>> 0, length)));
  } catch (cause) {
    // It has ended, and nothing of it may be called again.
    instance = undefined;
    throw new RenderError('internal', `the renderer has failed: ${cause.message}`, { cause });
  } finally {
    if (memory.buffer.byteLength > MEMORY_MAX) instance = undefined;
  }
}
