// The shell of <news-article>: lifecycle and loading, and nothing else. It is small because it comes first: it starts
// the wasm and the article's JSON together and hands both to Rust. It owns what must outlive a view or a move: drafts,
// the carousel's place, the article's JSON.

/** Languages whose texts are chunks beside the wasm; fr, en and ar are compiled in. */
const CHUNKS = 'de es fa he it ja nl pl pt ru tr zh'.split(' ');

/** An instance of the wasm, one for the page while it lives; a failure is forgotten, so that reload() can try again. */
let runtime;
let around; // src/element/page.js, likewise: only for an element without an article of its own, and for parts alone
let wasm; // compiled
let failures = 0;

/**
 * A module that failed to load stays failed under its address: another try takes another address. So does one that is not
 * here after as long as a file of the wasm may take.
 */
const bring = (first, url) =>
  Promise.race([
    // Not where the page pins modules by their addresses (`integrity` of an import map): that one would not be pinned.
    failures && !document.querySelector('[type=importmap]') ? import(/* @vite-ignore */ `${url.href}?${failures}`) : first(),
    // (An error that is made now would hold whoever is on the stack.)
    new Promise((_, reject) => setTimeout(() => reject(Error(`no end of ${url}`)), 6e4)),
  ]).catch((error) => {
    failures++;
    throw error;
  });

const start = () =>
  (runtime ??= (async () => {
    wasm ??= compile(new URL('./news-article_bg.wasm', import.meta.url));
    wasm.catch(() => {});
    const glue = await bring(() => import('./news-article_glue.js'), new URL('./news-article_glue.js', import.meta.url));
    style = glue.style;
    plain?.forEach((sheet) => sheet.replaceSync(style));
    plain = null;
    return glue.default(wasm, early, attempts);
  })().catch((error) => {
    wasm = runtime = null;
    throw error;
  }));

/** A page's wrapper around `fetch` may throw, or give back no promise, or know no URL objects. */
const get = async (url, options) => fetch(String(url), options);

/** A file of the wasm, which may take as long as every other: src/element/runtime.js. */
const getModule = (url) => get(url, { signal: AbortSignal.timeout?.(6e4) });

async function compile(url) {
  const response = await getModule(url);
  if (!response.ok) throw Error(`${response.status} for ${url}`);
  // A server that does not know application/wasm is no reason to fail, only to compile later.
  return /^application\/wasm/.test(response.headers.get('content-type'))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// The entry alone, which defines what it brings: before the class itself is made. (What is lazy waits, and another copy's
// class may serve the page.)
if (typeof ENTRY !== 'undefined' && !customElements.get('news-article') && document.querySelector('news-article:not([loading])')) {
  start().catch(() => {});
}

/** Chunks of the wasm that are on their way before there is glue to ask for them: src/element/runtime.js takes them. */
const early = {};

/** One sheet a document, for a sheet of another document is refused; the short text stands until the glue is here. */
const sheets = new WeakMap();
let plain = []; // sheets with the short text
/** First attempts at an article: src/element/runtime.js reads their bodies ahead. */
const attempts = [];
let style = ':host{display:block}:host(news-reading-time){display:inline-block}:host([hidden]){display:none}';

function adopt(root) {
  const document = root.ownerDocument;
  let sheet = sheets.get(document);
  if (!sheet) {
    const View = document.defaultView?.CSSStyleSheet;
    if (!View) return; // a document that nobody sees
    sheet = new View();
    sheet.replaceSync(style);
    sheets.set(document, sheet);
    plain?.push(sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

/** What is fetched once a page: locale chunks and the publisher's data. A failure is told, and forgotten. */
const documents = {};

const once = (url, options) =>
  (documents[url] ??= get(url, options)
    .then((response) => {
      if (!response.ok) throw Error(response.status);
      return response.json();
    })
    .catch((error) => {
      delete documents[url];
      console.warn(`news-article: ${url}: ${error.message}`);
      return null;
    }));

const chunk = (language) =>
  CHUNKS.includes(language) ? once(new URL(`./locale/${language}.json`, import.meta.url).href) : null;

/** A copy that shares nothing with the page's own object; what is no JSON (a cycle, a function) is told, and nothing. */
function copy(value) {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch (error) {
    console.warn(`news-article: ${error.message}`);
    return null;
  }
}

/** Properties that reflect an attribute, each with its value where the attribute is absent. */
const REFLECTED = {
  format: 'auto', relatedSrc: '', share: 'native copy x facebook whatsapp telegram linkedin bluesky email',
  shareUtm: '', sections: '', siteSrc: '', modifiedAfter: 15, wordsPerMinute: null, headingLevel: 1,
  loading: 'eager', credentials: 'same-origin', timeout: 15, commentsAction: '', newsletterAction: '',
};

const attribute = (property) => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export class NewsArticle extends HTMLElement {
  /** What of an article it shows: all, or one section. */
  static section = 'article';
  static observedAttributes = ['src', 'lang', ...Object.keys(REFLECTED).map(attribute)];

  #root = this.attachShadow({ mode: 'open' });
  #states;
  #state = 'idle';
  #live = false; // connected, as far as this element has noticed
  #run = 0; // counts loads: what belongs to an earlier one is void
  #quiet; // this run fires no events: the article was there before
  #rust; // the wasm's exports, while this element has a number there
  #id;
  #falls = 0; // instances that have ended under this element
  #early; // the first attempt, until Rust takes it
  #given = null; // the article that the page has set
  #found; // the article that the page around holds
  #json; // what was last read, for the element's next life
  #snapshot; // the normalised article of an element that was taken out
  #observer; // for loading="lazy"
  #due; // a refresh that is to come
  #stale; // something was set after Rust had read what is set
  #site = null;
  #labels = null;
  #transform = null;
  #pass; // the next callback for `src` tells nothing new
  #again = () => this.reload();

  constructor() {
    super();
    this.#showFallbackOnly();
    try {
      this.#states = this.attachInternals().states;
    } catch {} // Safari before 16.4
    // Properties that were set before the class was known are own ones: they are set again, `article` last.
    // The upgrade has queued a callback for a `src` attribute, which would win over the article: it is let pass.
    const had = this.hasAttribute('src');
    const early = Object.keys(this).filter((name) => name in NewsArticle.prototype);
    for (const name of early.sort((one, other) => (one === 'article') - (other === 'article'))) {
      const value = this[name];
      delete this[name];
      try {
        this[name] = value;
      } catch {} // a name that can only be read
    }
    this.#pass = had && this.#given !== null;
  }

  /** Only the default slot: the fallback shows. What is meant for another waits, unseen, for Rust to make that slot. */
  #showFallbackOnly() {
    this.#root.replaceChildren(document.createElement('slot'));
  }

  connectedCallback() {
    if (!this.#root.adoptedStyleSheets.length) adopt(this.#root);
    if (this.#live) return this.#shell.moved?.(); // it has only moved
    this.#live = true;
    if (this.#json) this.#render(true);
    else this.#requestLoad();
  }

  /** Where `moveBefore` exists, a move is no removal. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is connected again a task later has only moved.
    setTimeout(() => this.isConnected || this.#unmount());
  }

  adoptedCallback() {
    adopt(this.#root);
  }

  attributeChangedCallback(name, old, value) {
    if (name === 'src') {
      if (this.#pass || (value === null && this.#given !== null)) {
        this.#pass = false;
        return; // the article that was set stands
      }
      this.#given = null;
      this.#json = null;
      this.#requestLoad();
    } else if (old === value) {
      return;
    } else if (name === 'format' || name === 'loading') {
      if (this.#observer || (name === 'format' && this.#given === null)) this.#requestLoad();
    } else if (name !== 'timeout' && name !== 'credentials') {
      this.#refresh();
    }
  }

  /** The address of the JSON, absolute. */
  get src() {
    return this.#absolute('src');
  }

  set src(value) {
    if (value == null) this.removeAttribute('src');
    else this.setAttribute('src', value);
  }

  /** `idle`, `loading`, `ready` or `error`. */
  get state() {
    return this.#state;
  }

  /** The normalised article, a copy; `null` before it is ready. Settable in place of `src`. */
  get article() {
    const made = this.#snapshot ? copy(this.#snapshot) : this.#id != null && this.#rust.article(this.#id);
    return made?.title ? made : null; // an instance that has ended answers with something else
  }

  set article(value) {
    this.#given = value == null ? null : (copy(value) ?? ''); // what is no article is an error, not nothing
    this.#json = null;
    this.#requestLoad();
  }

  /** The publisher's own data, in place of `site-src`. */
  get site() {
    return copy(this.#site);
  }

  set site(value) {
    this.#site = copy(value);
    this.#refresh();
  }

  /** Texts over the interface's own, by key. */
  get labels() {
    return copy(this.#labels);
  }

  set labels(value) {
    this.#labels = copy(value);
    this.#refresh();
  }

  /** A function `(json) => native article`, run before any format is recognised. */
  get transform() {
    return this.#transform;
  }

  set transform(value) {
    this.#transform = typeof value === 'function' ? value : null;
    this.#refresh();
  }

  /** Loads again, past what the browser still holds; an article that stands stays until the new one is ready. */
  reload() {
    this.#json = this.#found = null;
    delete documents[this.#absolute('site-src')];
    if (this.#live) this.#load('no-cache');
  }

  /** Whether the page has said which article: otherwise it is what the page around holds. */
  get #own() {
    return this.#given !== null || this.getAttribute('src');
  }

  #absolute(name) {
    const value = this.getAttribute(name);
    try {
      return value ? new URL(value, this.baseURI).href : '';
    } catch {
      return value;
    }
  }

  /** Loads what is wanted: now, or when the element comes near. */
  #requestLoad() {
    if (!this.#live) return;
    if (this.#own) this.#found = null;
    else if (!this.#found) {
      this.#stop(true);
      this.#snapshot = null;
      this.#set('idle');
    }
    if (this.loading === 'lazy' && this.#given === null && this.#id == null) {
      this.#observer?.disconnect();
      this.#observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
        { rootMargin: '100%' },
      );
      this.#observer.observe(this);
    } else {
      this.#load();
    }
  }

  #abort() {
    this.#early?.controller.abort();
    this.#early = null;
  }

  #stop(clear) {
    this.#run++;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#abort();
    removeEventListener('online', this.#again);
    if (this.#id != null) this.#rust.stop(this.#id, clear);
  }

  /** Has the page asked what it holds; what stands meanwhile is let be. */
  #readPage() {
    const run = this.#run;
    const found = (found) => {
      if (this.#own || !this.#live) return;
      this.#json = null;
      this.#found = found;
      if (found) this.#load();
      else this.#requestLoad();
    };
    around ??= bring(() => import('./news-article_page.js'), new URL('./news-article_page.js', import.meta.url));
    around.then(({ follow }) => follow(this, found), ({ message }) => {
      around = null;
      if (run !== this.#run) return;
      this.#fire(run, 'loadstart');
      this.#fail('load', message);
    });
  }

  #load(cache) {
    start().catch(() => {}); // before all else: everything waits for it
    this.#stop(false);
    if (!this.#own && !this.#found) return this.#readPage();
    this.#set('loading');
    this.#shell.forget?.(); // a new load is a new visit
    this.#fire(this.#run, 'loadstart');
    const src = this.#given === null ? this.#absolute('src') : '';
    if (src) this.#fetch(src, cache);
    this.#siteData();
    chunk(this.#language().split(/[-_]/)[0].toLowerCase());
    this.#render(false, src);
  }

  #credentials() {
    return /^(omit|include)$/.test(this.credentials) ? this.credentials : 'same-origin';
  }

  /** The first attempt, under way while the wasm still is. */
  #fetch(src, cache) {
    const controller = new AbortController();
    const late = () => controller.abort(new DOMException('deadline', 'TimeoutError'));
    const timer = setTimeout(late, Math.min(this.timeout, 2e6) * 1000);
    const credentials = this.#credentials();
    const response = get(src, { cache, credentials, signal: controller.signal });
    // The chunk that it will be read with, by a guess: whatever the answer turns out to be, Rust asks for what it needs.
    // (`serve` builds the wasm in one piece, and defines no CHUNKED.)
    if (typeof CHUNKED !== 'undefined') {
      const name = /^[wjs]|wp-json|rest_route/.test(this.format + src) ? 'markup' : 'native';
      early[name] ??= getModule(new URL(`./news-article_${name}.wasm`, import.meta.url)).catch(() => {});
    }
    // The wasm may be later than the answer: the wait for it is not the answer's. Rust sets the body's own deadline.
    response.catch(() => {}).then(() => clearTimeout(timer));
    attempts.push((this.#early = { response, controller, timer }));
  }

  /** Lets Rust show what is wanted: what `src` names, or what is at hand. */
  async #render(quiet, src) {
    const run = this.#run;
    this.#quiet = quiet;
    let rust;
    try {
      rust = await start();
      // What is at hand is ready at once; `loadstart` comes before it all the same.
      if (!src && !quiet) await new Promise((resolve) => setTimeout(resolve));
    } catch (error) {
      if (run === this.#run && this.#live) this.#fail('load', error.message);
      return;
    }
    if (run !== this.#run || !this.#live) return;
    this.#rust = rust;
    this.#id ??= rust.mount(this.#shell, this.#root);
    if (src) {
      rust.load(this.#id, run, src, this.#early);
      this.#early = null;
    } else {
      const { json, url } = this.#json ?? this.#found ?? { json: this.#given, url: '' };
      rust.show(this.#id, run, json, url, this.#found?.paragraphs);
    }
  }

  /** There is no wasm to say it: the fallback and the event alone. */
  #fail(kind, message) {
    this.#abort();
    console.error(`news-article: ${message}`);
    this.#finishLoad(this.#run, 'error', { kind, status: 0, message });
  }

  /** Shows what is at hand anew; where that is still being made, once it stands. */
  #refresh() {
    this.#stale = true;
    clearTimeout(this.#due);
    this.#due = setTimeout(() => {
      if (this.#state === 'ready' && this.#live && this.#json) this.#render(true);
    });
  }

  #unmount() {
    if (!this.#live) return;
    this.#live = false;
    if (this.#state === 'ready') this.#snapshot = this.#rust.article(this.#id);
    if (this.#state !== 'ready' || this.#found) this.#json = this.#found = null;
    this.#stop(false);
    if (this.#id != null) this.#rust.unmount(this.#id, this.#shell);
    this.#id = null;
    if (this.#state === 'loading') this.#set('idle');
  }

  #set(state) {
    try {
      if (state !== 'loading') this.#states?.clear(); // what stands is told until something else does
      this.#states?.add(state);
    } catch {} // Chrome 90 to 124 take dashed names only
    this.#state = state;
  }

  #fire(run, type, detail) {
    setTimeout(() => {
      if (run === this.#run) this.dispatchEvent(detail ? new CustomEvent(type, { detail }) : new Event(type));
    });
  }

  #finishLoad(run, state, detail) {
    if (run !== this.#run) return;
    this.#snapshot = null;
    this.#shell.identity = state === 'ready' && detail;
    this.#set(state);
    if (state === 'ready') {
      if (this.#stale) this.#refresh();
      if (this.#quiet) return;
      this.#fire(run, 'load');
    } else {
      addEventListener('online', this.#again);
      this.#fire(run, 'error', detail);
    }
    this.#fire(run, 'loadend');
  }

  /** The closest language that the page declares, across shadow roots. */
  #language() {
    for (let node = this; node; node = node.getRootNode().host) {
      const language = node.closest('[lang]')?.getAttribute('lang').trim();
      if (language) return language;
    }
    return '';
  }

  /** The publisher's own data: set, or fetched once a page. */
  #siteData() {
    const url = this.#absolute('site-src');
    return this.#site || !url ? this.#site : once(url, { credentials: this.#credentials() });
  }

  /** What Rust may ask of this element: src/view/shell.rs. src/element/runtime.js adds what can come later. */
  #shell = {
    host: this,
    language: () => this.#language(),
    locale: async (language) => chunk(language),
    // Rust reads them with all else that is set.
    labels: () => ((this.#stale = false), this.#labels),
    data: () => this.#siteData(),
    quiet: () => this.#quiet,
    transform: async (json) =>
      this.#transform && this.#given === null && !this.#found ? copy(await this.#transform(copy(json))) : json,
    reload: this.#again,
    // The instance has ended. Each of its elements goes to one of its own, and so a fault that comes again with one of
    // them does not end the others once more.
    revive: ({ message }) => {
      runtime = this.#id = null;
      if (this.#falls++ < 2) {
        if (this.#json && this.#state === 'ready') this.#render(true);
        else if (this.#state !== 'idle') this.#load();
      } else {
        this.#showFallbackOnly();
        this.#fail('internal', message);
      }
    },
    remember: (run, json, url) => {
      if (run === this.#run) this.#json = { json, url };
    },
    endLoad: (run, state, detail) => this.#finishLoad(run, state, detail),
    store: new Map(), // drafts and places
    // `identity`, what every event tells, is set by #finishLoad.
  };

  static {
    for (const [property, fallback] of Object.entries(REFLECTED)) {
      const name = attribute(property);
      Object.defineProperty(this.prototype, property, {
        __proto__: null, // which a page may have extended
        configurable: true,
        enumerable: true,
        get() {
          const value = this.getAttribute(name);
          if (value === null || typeof fallback === 'string') return value ?? fallback;
          const number = value.trim() ? Number(value) : NaN;
          // From 1 on, a level to 4 (it alone is 1 by default), and minutes from 0 on.
          const fits = number >= (name[0] !== 'm') && !(fallback === 1 && number > 4);
          return fits && Number.isInteger(number) ? number : fallback;
        },
        set(value) {
          if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, value);
        },
      });
    }
  }
}

/** Parts alone: one section of the article that `for` names. */
export const [NewsReadingTime, NewsShare, NewsRelated] = ['reading-time', 'share', 'related'].map(
  (section) =>
    class extends NewsArticle {
      static section = section;
    },
);
