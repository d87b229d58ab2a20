// Steps of neighbours.rs.

/** How parts of the article look, in a line each. */
function looks() {
  const names = [
    'fontSize', 'fontFamily', 'fontWeight', 'display', 'textTransform', 'letterSpacing', 'lineHeight', 'textAlign', 'cursor',
    'pointerEvents', 'userSelect',
  ];
  return ['title', 'byline', 'paragraph', 'share-button', 'related-item', 'input', 'submit'].map((part) => {
    const style = getComputedStyle($(part));
    const width = Math.round($(part).getBoundingClientRect().width);
    return [part, ...names.map((name) => style[name]), width].join(' ');
  });
}

/** Wrappers of `fetch` as other scripts make them, by name. */
const WRAPPERS = {
  throws: () => { throw new Error('blocked'); },
  'gives nothing': () => undefined,
  rejects: () => Promise.reject('blocked'),
  'rejects with nothing': () => Promise.reject(),
  'gives no response': async () => ({ ok: true }),
  'never answers': () => new Promise(() => {}),
  'never ends': async () => new Response(new ReadableStream({
    start(control) { control.enqueue(new TextEncoder().encode('{')); },
  })),
  "gives a frame's response": (request, ...rest) =>
    document.body.appendChild(document.createElement('iframe')).contentWindow.fetch(request, ...rest),
  'gives a response without address and stream': async (request, ...rest) => {
    const text = await (await real(request, ...rest)).text();
    const answer = new Response(text, { headers: { 'Content-Type': 'application/json' } });
    return Object.defineProperty(answer, 'body', { value: undefined });
  },
  'gives too much without a stream': async () =>
    Object.defineProperty(new Response(`"${'x'.repeat(3e6)}"`), 'body', { value: undefined }),
};

/** Documents are fetched by one of these, the program itself as it was; `unwrap()` takes it back. */
function wrapFetch(name) {
  window.real ??= window.get ?? window.fetch;
  window.fetch = (request, ...rest) => String(request.url ?? request).includes('.json') ? WRAPPERS[name](request, ...rest) : real(request, ...rest);
  window.unwrap = () => { window.fetch = window.real; };
}

/** Makes an element that loads an address, and gives the events and kinds of failure, to the end of the load. */
async function load(src, timeout) {
  put('');
  const made = document.createElement('news-article');
  if (timeout) made.timeout = timeout;
  const log = [];
  for (const type of ['load', 'error', 'loadend']) {
    made.addEventListener(type, ({ detail }) => log.push([type, detail?.kind].filter(Boolean).join(' ')));
  }
  const ended = once(made, 'loadend');
  made.src = src;
  document.querySelector('main').append(made);
  await ended;
  return log;
}

/** The state of a page, without the element's own. */
function state() {
  const own = (object) => Object.getOwnPropertyNames(object).sort().join();
  return JSON.stringify({
    window: own(window).replace('__errors,', ''),
    document: own(document),
    array: own(Array.prototype),
    object: own(Object.prototype),
    element: own(HTMLElement.prototype),
    event: own(EventTarget.prototype),
    head: document.head.outerHTML,
    html: document.documentElement.getAttributeNames().join(),
    body: document.body.getAttributeNames().join(),
    children: [...document.body.children].map((one) => one.localName).join(),
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    title: document.title,
    history: history.length,
    hash: location.href,
    fetch: String(fetch),
    scroll: [scrollX, scrollY].join(),
    active: document.activeElement.localName,
    selection: String(getSelection()),
  });
}

/** The selectors of a list that find something in the element. */
function foundBy(selectors) {
  return selectors.filter((selector) => root.querySelector(selector) || el.matches(selector));
}

/** Waits until there are so many elements, and all are ready. */
async function allReady(selector, count) {
  const all = () => [...document.querySelectorAll(selector)];
  await found(() => all().length === count && all().every((one) => one.state === 'ready'));
}
