// Steps of chunks.rs: what becomes of the files of the wasm on their way, and forms that are sent before their code is here.

const isChunk = (url, chunk) => url.endsWith(`_${chunk}.wasm`);

/** A chunk gets lost on its way, until `mend()` is called. */
function lose(chunk) {
  window.mend = intercept((url, _request, pass) => isChunk(url, chunk) ? Promise.reject(new TypeError('lost')) : pass());
}

/** A chunk waits on its way until `mend()` is called, which there is from the moment that it was asked for. */
function hold(chunk) {
  intercept(async (url, _request, pass) => {
    if (isChunk(url, chunk)) await new Promise((done) => { window.mend = done; });
    return pass();
  });
}

/** A chunk stops in its middle, so many times; and a minute is soon over. */
function hang(chunk, times) {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100);
  intercept(async (url, _request, pass, options) => {
    const response = await pass();
    if (!isChunk(url, chunk) || times-- <= 0) return response;
    const dead = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([0, 97]));
        options.signal.addEventListener('abort', () => controller.error(options.signal.reason));
      },
    });
    return new Response(dead, { headers: { 'Content-Type': 'application/wasm' } });
  });
}

/** The next element that Rust makes is an exception in its midst, which ends the instance. */
function throwOnce() {
  const { createElement } = Document.prototype;
  Document.prototype.createElement = () => {
    Document.prototype.createElement = createElement;
    throw new Error('on purpose');
  };
}

/** True if the first of two chunks was asked for before the second. */
function cameBefore(first, second) {
  const entries = performance.getEntriesByType('resource');
  const start = (chunk) => entries.find((entry) => isChunk(entry.name, chunk)).startTime;
  return start(first) < start(second);
}

/** Puts values into the comment's form without an event, as a browser that restores a page does. */
function setUntold(values) {
  for (const [name, value] of Object.entries(values)) fieldOf('comment-form', name).value = value;
}

/** Writes whom each comment that is sent answers into `window.parents`. */
function recordParents() {
  window.parents = [];
  el.addEventListener('news-article-comment', (event) => parents.push(event.detail.parent ?? 'nobody'));
}
