// The shell of <news-article>: the custom element's class, with lifecycle and loading and nothing else. It is small because
// it comes first. It starts the wasm and the article's JSON together and hands both to Rust. It owns what must outlive a
// view or a move: drafts, the carousel's place, the article's JSON.

import { ARTICLE, MARKUP, NATIVE } from './contract.js';
import { copy, forget, get, getOnce, getTexts } from './documents.js';
import { whenNear, whenWelcome } from './moment.js';
import { own } from './own.js';
import { abandon, attempts, getEarlyChunk, importModule, start } from './program.js';
import { ATTRIBUTES, reflect } from './reflected.js';
import { adopt } from './stylesheet.js';

/** Sections that are forms: what makes them is not asked for before a reader comes near. */
const LATE = ['comments', 'newsletter'];

/** The promise of src/element/page.js, only for an element without an article of its own, and for sections alone. */
let pageReader;

export class NewsArticle extends HTMLElement {
  /** What it shows of an article: `article` for all of it, or the name of one section. */
  static section = 'article';
  static observedAttributes = ['src', 'lang', ...ATTRIBUTES];
  static formAssociated = true; // so that browsers keep drafts as they keep the fields of a page

  // Before the root: where a page has broken even that, there is no root to hide the children.
  #fallback = own(document).createElement('slot');
  #root = this.attachShadow({ mode: 'open' });
  #states; // custom states, where the browser has them
  #state = 'idle';
  #connected = false; // as far as this element has noticed
  #run = 0; // counts loads: an answer to an earlier one is dropped
  #quiet; // this run fires no events, for the article was there before
  #rust; // the wasm's exports, while this element has a number there
  #id; // that number
  #crashes = 0; // instances of the wasm that have ended under this element
  #attempt; // the first attempt at `src`, until Rust takes it
  #given = null; // the article that the page has set
  #found; // the article that the page around holds
  #counted; // what Rust has counted in the article
  #describe; // makes `article` of an article that the page holds
  #json; // what was read last, kept for a reconnection
  #snapshot; // the normalised article of an element that was taken out
  #stopWaiting; // ends the wait for the moment to load
  #refreshTimer;
  #stale; // something was set after Rust had read what is set
  #site = null;
  #labels = null;
  #transform = null;
  #ignoreSrc; // the next callback for `src` tells nothing new
  #retry = () => this.reload();

  constructor() {
    super();
    this.#showFallbackOnly();
    try {
      this.#states = (this.#shell.internals = this.attachInternals()).states;
    } catch {} // Safari before 16.4
    // Properties that were set before the class was known are the object's own: they are set again, `article` last.
    // The upgrade has queued a callback for a `src` attribute, which would win over the article: it is ignored.
    const hadSrc = this.hasAttribute('src');
    const names = Object.keys(this).filter((name) => name in NewsArticle.prototype);
    for (const name of names.sort((one, other) => (one === 'article') - (other === 'article'))) {
      const value = this[name];
      delete this[name];
      try {
        this[name] = value;
      } catch {} // a name that can only be read
    }
    this.#ignoreSrc = hadSrc && this.#given !== null;
  }

  /** Shows the fallback alone. Children that are meant for another slot stay unseen until Rust makes that slot. */
  #showFallbackOnly() {
    this.#root.replaceChildren(this.#fallback);
  }

  connectedCallback() {
    if (!this.#root.adoptedStyleSheets.length) adopt(this.#root);
    if (this.#connected) return this.#shell.moved?.(); // it has only moved
    this.#connected = true;
    if (this.#json) this.#render(true);
    else this.#requestLoad();
  }

  /** Where `moveBefore` exists, a move is no removal. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is connected again within the task has only moved.
    setTimeout(() => this.isConnected || this.#unmount());
  }

  /** The browser gives the drafts back, where it keeps the fields of a page that was left (Chromium keeps none on a reload). */
  formStateRestoreCallback(state) {
    const { store, internals } = this.#shell;
    for (const [key, value] of JSON.parse(state)) store.has(key) || store.set(key, value);
    internals?.setFormValue?.(null, state); // for the next time that the page is left
    this.#refresh();
  }

  adoptedCallback() {
    adopt(this.#root);
  }

  attributeChangedCallback(name, old, value) {
    if (name === 'src') {
      if (this.#ignoreSrc || (value === null && this.#given !== null)) {
        this.#ignoreSrc = false;
        return; // the article that was set stands
      }
      this.#given = null;
      this.#json = null;
      this.#requestLoad();
    } else if (old === value) {
      return;
    } else if (name === 'format' || name === 'loading') {
      if (this.#stopWaiting || (name === 'format' && this.#given === null)) this.#requestLoad();
    } else if (!/^(timeout|credentials)$/.test(name) && this.#shell.store.get(name) !== value) {
      this.#refresh();
    }
  }

  /** The address of the JSON, absolute. */
  get src() {
    return this.#addressOf('src');
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
    const kept = this.#snapshot ?? this.#describe?.();
    const made = kept ? copy(kept) : this.#id != null && this.#rust.article(this.#id);
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
    forget(this.#addressOf('site-src'));
    if (this.#connected) this.#load('no-cache');
  }

  /** Whether the page has set an article or its address; otherwise the article is the one that the page around holds. */
  get #hasArticle() {
    return this.#given !== null || this.getAttribute('src');
  }

  /** The address that an attribute holds, absolute; what cannot be resolved as it is, and empty where there is none. */
  #addressOf(name) {
    const value = this.getAttribute(name);
    try {
      return value ? new URL(value, this.baseURI).href : '';
    } catch {
      return value;
    }
  }

  /** Loads what is wanted: at once, or when the element comes near the viewport. */
  #requestLoad() {
    if (!this.#connected) return;
    if (this.#hasArticle) this.#found = null;
    else if (!this.#found) {
      this.#stop(true);
      this.#snapshot = this.#describe = null;
      this.#setState('idle');
    }
    // Whoever comes for a place in it does not wait for it.
    const isNamed = /^#[^/!]/.test(location.hash);
    const isLazy = this.loading === 'lazy' && !isNamed;
    const then = () => this.#load();
    this.#stopWaiting?.();
    if (this.#id != null || this.#given !== null || this.#found || (this.getAttribute('src') && !isLazy)) this.#load();
    else if (this.getAttribute('src')) this.#stopWaiting = whenNear(this, then);
    else this.#stopWaiting = whenWelcome(this, isLazy || (LATE.includes(this.constructor.section) && !isNamed), then);
  }

  /** Gives up the first attempt, unless Rust has taken it. */
  #abort() {
    this.#attempt?.controller.abort();
    this.#attempt = null;
  }

  /** Ends the current run; where `clear`, what is shown is taken away too. */
  #stop(clear) {
    this.#run++;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#abort();
    removeEventListener('online', this.#retry);
    if (this.#id != null) this.#rust.stop(this.#id, clear);
  }

  /** Has src/element/page.js look for an article in the page. What is shown meanwhile stays. */
  #readPage() {
    const run = this.#run;
    const found = (found) => {
      if (this.#hasArticle || !this.#connected) return;
      this.#json = null;
      this.#found = found;
      if (found) this.#load();
      else this.#requestLoad();
    };
    pageReader ??= importModule(() => import('./news-article_page.js'), new URL('./news-article_page.js', import.meta.url));
    pageReader.then(({ follow, standIn }) => {
      this.#shell.standIn ??= standIn(this);
      follow(this, found);
    }, ({ message }) => {
      pageReader = null;
      if (run !== this.#run) return;
      this.#fire(run, 'loadstart');
      this.#fail('load', message);
    });
  }

  /** Begins a run. */
  #load(cache) {
    start(this.#hasArticle ? 'auto' : 'low').catch(() => {}); // before all else, for everything waits for it
    this.#stop(false);
    if (!this.#hasArticle && !this.#found) return this.#readPage();
    this.#setState('loading');
    this.#shell.forget?.(); // a new load is a new visit
    this.#fire(this.#run, 'loadstart');
    const src = this.#given === null ? this.#addressOf('src') : '';
    if (src) this.#startAttempt(src, cache);
    this.#siteData();
    getTexts(this.#language().split(/[-_]/)[0].toLowerCase());
    this.#render(false, src);
  }

  #credentials() {
    return /^(omit|include)$/.test(this.credentials) ? this.credentials : 'same-origin';
  }

  /** Begins the first attempt at a document, while what reads it is still on its way. */
  #attemptAt(src, options) {
    const controller = new AbortController();
    const ms = Math.min(this.timeout, 2e6) * 1000;
    const attempt = { controller };
    const wait = (since) => {
      attempt.timer = setTimeout(() => {
        // While the page was frozen nobody has waited.
        if (!own(document).hidden && Date.now() - since > ms + 1000) wait(Date.now());
        else controller.abort(new DOMException('deadline', 'TimeoutError'));
      }, ms);
    };
    wait(Date.now());
    const response = get(src, { credentials: this.#credentials(), ...options, signal: controller.signal });
    // The deadline is the answer's alone, for the wasm may come later than it. Rust sets one for the body.
    attempt.response = response;
    response.catch(() => {}).then(() => clearTimeout(attempt.timer));
    attempts.push(attempt);
    return attempt;
  }

  /** Begins the first attempt at the article. */
  #startAttempt(src, cache) {
    this.#attempt = this.#attemptAt(src, { cache });
    // The chunk that the answer will be read with is guessed: Rust asks for what it needs, whatever the answer turns out
    // to be. (`serve` builds the wasm in one piece, and does not define CHUNKED.)
    if (typeof CHUNKED !== 'undefined') {
      getEarlyChunk(ARTICLE);
      getEarlyChunk(/^(?!auto|native)|wp-json|rest_route/.test(this.format + src) ? MARKUP : NATIVE);
    }
  }

  /** Has Rust show what `src` names, or else the JSON at hand. */
  async #render(quiet, src) {
    const run = this.#run;
    this.#quiet = quiet;
    let rust;
    try {
      rust = await start();
      // What is at hand is ready at once; `loadstart` comes before it all the same.
      if (!src && !quiet) await new Promise((resolve) => setTimeout(resolve));
    } catch (error) {
      if (run === this.#run && this.#connected) this.#fail('load', error.message);
      return;
    }
    if (run !== this.#run || !this.#connected) return;
    this.#rust = rust;
    this.#id ??= rust.mount(this.#shell, this.#root);
    if (src) {
      rust.load(this.#id, run, src, this.#attempt);
      this.#attempt = null;
    } else {
      const { json, url } = this.#json ?? this.#found ?? { json: this.#given, url: '' };
      rust.show(this.#id, run, json, url, !!this.#found?.held, this.#found?.paragraphs);
    }
  }

  /** Ends a run for which there is no wasm to show an error: the fallback and the event alone tell it. */
  #fail(kind, message) {
    this.#abort();
    console.error(`news-article: ${message}`);
    this.#finishLoad(this.#run, 'error', { kind, status: 0, message });
  }

  /** Shows the article at hand anew, once it stands. */
  #refresh() {
    this.#stale = true;
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => {
      // What was asked beside the share buttons is not asked anew: that waits until the reader has left its field.
      const field = this.#root.activeElement;
      if (field?.closest('[part=share] input')) field.addEventListener('blur', () => this.#refresh(), { once: true });
      else if (this.#state === 'ready' && this.#connected && this.#json) this.#render(true);
    });
  }

  /** Takes the view down, and keeps what the next connection can show again. */
  #unmount() {
    if (!this.#connected) return;
    this.#connected = false;
    if (this.#state === 'ready') this.#snapshot = this.article;
    if (this.#state !== 'ready' || this.#found) this.#json = this.#found = null;
    this.#stop(false);
    this.#shell.standIn?.end();
    this.#shell.standIn = null;
    if (this.#id != null) this.#rust.unmount(this.#id, this.#shell);
    this.#id = null;
    if (this.#state === 'loading') this.#setState('idle');
  }

  #setState(state) {
    try {
      if (state !== 'loading') this.#states?.clear(); // while it loads, the state of what stands stays too
      this.#states?.add(state);
    } catch {} // Chrome 90 to 124 take dashed names only
    this.#state = state;
  }

  /** Queues an event that does not bubble, unless the run is over by then. */
  #fire(run, type, detail) {
    setTimeout(() => {
      if (run === this.#run) this.dispatchEvent(detail ? new CustomEvent(type, { detail }) : new Event(type));
    });
  }

  /** Ends a run: the state, and the events that tell it. */
  #finishLoad(run, state, detail) {
    if (run !== this.#run) return;
    this.#snapshot = null;
    const [found, counted] = [this.#found, this.#counted];
    this.#describe = state === 'ready' && found?.held ? () => found.describe(counted) : null;
    this.#shell.identity = state === 'ready' && detail;
    this.#shell.failure = detail;
    this.#setState(state);
    if (state === 'ready') {
      if (this.#stale) this.#refresh();
      if (this.#quiet) return;
      this.#fire(run, 'load');
    } else {
      addEventListener('online', this.#retry);
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

  /** The publisher's own data, as the page has set it, or else fetched once for the page. */
  #siteData() {
    const url = this.#addressOf('site-src');
    return this.#site || !url ? this.#site : getOnce(url, { credentials: this.#credentials() });
  }

  /** What Rust may ask of this element (src/view/shell.rs). src/element/runtime.js adds what can come later. */
  #shell = {
    host: this,
    language: () => this.#language(),
    locale: async (language) => getTexts(language),
    // Rust reads the labels together with everything else that is set.
    labels: () => ((this.#stale = false), this.#labels),
    data: () => this.#siteData(),
    quiet: () => this.#quiet,
    transform: async (json) =>
      this.#transform && this.#given === null && !this.#found ? copy(await this.#transform(copy(json))) : json,
    counted: (wordCount, timeRequired) => (this.#counted = { wordCount, timeRequired }),
    attempt: (url, isAnonymous, isUntold) =>
      this.#attemptAt(url, { ...(isAnonymous && { credentials: 'omit' }), ...(isUntold && { referrerPolicy: 'no-referrer' }) }),
    reload: this.#retry,
    refresh: () => this.#refresh(),
    // The instance has ended. Each of its elements gets an instance of its own, so that a fault that comes again with one
    // of them does not end the others once more.
    revive: ({ message }) => {
      abandon();
      this.#id = null;
      if (this.#crashes++ < 2) {
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
    reflect(this.prototype);
  }
}

// The sections alone: each shows one section of the article that `for` names.

// contract:classes
/** How long an article takes to read, alone. */
export class NewsReadingTime extends NewsArticle {
  static section = 'reading-time';
}

/** The share buttons of an article, alone. */
export class NewsShare extends NewsArticle {
  static section = 'share';
}

/** The comments of an article and the form to leave one, alone. */
export class NewsComments extends NewsArticle {
  static section = 'comments';
}

/** The newsletter form, alone. */
export class NewsNewsletter extends NewsArticle {
  static section = 'newsletter';
}

/** The publisher's social networks, alone. */
export class NewsSocial extends NewsArticle {
  static section = 'social';
}

/** Other articles, alone. */
export class NewsRelated extends NewsArticle {
  static section = 'related';
}

/** The headings of an article as links, alone. */
export class NewsContents extends NewsArticle {
  static section = 'contents';
}

/** How far one has read an article. */
export class NewsProgress extends NewsArticle {
  static section = 'progress';
}

/** An article read aloud: by its recording, else by a voice of the reader's own device. */
export class NewsListen extends NewsArticle {
  static section = 'listen';
}
// /contract
