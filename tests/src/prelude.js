// Declarations for every script of a test: the first element of the page, and its visible content.
// By its class: a page's own pictures and forms may have the names of its methods.
const el = Document.prototype.querySelector.call(document, 'news-article');
const root = el?.shadowRoot;

const shown = (node) => node.checkVisibility ? node.checkVisibility() : !!node.getClientRects().length;
/** The parts of this name that are shown. */
const $$ = (part) => [...root.querySelectorAll(`[part~="${part}"]`)].filter(shown);
/** The first of them. */
const $ = (part) => $$(part)[0];
const tidy = (value) => (value ?? '').replace(/\s+/gu, ' ').trim();
/** The text of a part, with white space collapsed. */
const text = (part) => tidy($(part)?.innerText);

/** The events of a load, in the order of an image's. */
const LOADING = ['loadstart', 'load', 'error', 'loadend'];
/** Writes the types of events into `window.log` as they come. */
const record = (types, target = el) => {
  window.log = [];
  for (const type of types) target.addEventListener(type, () => log.push(type));
};

/** Puts markup into the page's main, and gives the first element in it. */
const put = (markup) => {
  const main = document.querySelector('main');
  main.innerHTML = markup;
  return main.firstElementChild;
};

/** The field of a form by its name. */
const fieldOf = (form, name) => $(form).querySelector(`[name=${name}]`);
/** Types into a field, as a reader does. */
const typeIn = (form, name, value) => {
  const field = fieldOf(form, name);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
/** Types into several fields of a form. */
const fillIn = (form, values) => {
  for (const [name, value] of Object.entries(values)) typeIn(form, name, value);
};
/** Presses a form's button. */
const send = (form) => $(form).querySelector('[part=submit]').click();

/** Writes what came of each submission into `window.sent`. */
const recordSent = () => {
  window.sent = [];
  el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome));
};

/**
 * Lets a function answer what the page fetches: it is given the address, the request, and what asks the network.
 * Gives what takes this back.
 */
const intercept = (answer) => {
  const { fetch } = window;
  window.fetch = (request, ...rest) => answer(request.url ?? String(request), request, () => fetch.call(window, request, ...rest), ...rest);
  return () => { window.fetch = fetch; };
};
/** An answer in JSON. */
const jsonAnswer = (value, status = 200) => new Response(JSON.stringify(value), { status });

/** Waits for an event. */
const once = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
/** Waits until what has been changed so far is painted: the second frame begins when the first has been handed on. */
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
/** Lets all tasks run that were waiting when this was called, and those that these have queued without a delay. */
const tasksRun = () => new Promise((done) => setTimeout(() => setTimeout(done)));
/** Waits until an IntersectionObserver would have told of a node: those that were there before have. */
const observed = (node) => new Promise((done) => {
  new IntersectionObserver((_entries, observer) => {
    observer.disconnect();
    done();
  }).observe(node);
});
/** Waits, frame by frame, until a function finds something. */
const found = async (find) => {
  while (!find()) await painted();
};
/** Waits until a row has come to rest: it stands after two frames where it stood before them. */
const atRest = async (row) => {
  for (let was = NaN; was !== row.scrollLeft;) {
    was = row.scrollLeft;
    await painted();
  }
};
