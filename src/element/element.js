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

/** The sections that are forms. Their code is not loaded before a reader comes near. */
const LATE = ['comments', 'newsletter'];

/**
 * The promise of the module src/element/page.js, which only an element without `src` and `article`, or a section alone, needs.
 */
let pageReader;

export class NewsArticle extends HTMLElement {
  /** The part of an article that it shows: `article` for all of it, or the name of one section. */
  static section = 'article';
  static observedAttributes = ['src', 'lang', ...ATTRIBUTES];
  static formAssociated = true; // browsers then keep drafts as they keep the fields of a page

  // Made before the root is attached: if the page has broken even `createElement`, there is no shadow root that would hide the
  // children.
  #fallback = own(document).createElement('slot');
  #root = this.attachShadow({ mode: 'open' });
  #states; // custom states, where the browser has them
  #state = 'idle';
  #connected = false; // as the last callback said
  #run = 0; // counts loads: an answer to an earlier one is dropped
  #quiet; // this run fires no events, for the article was there before
  #rust; // the exports of the wasm instance in which this element is mounted
  #id; // the element's number in that instance
  #crashes = 0; // how many wasm instances have failed under this element
  #attempt; // the first attempt at `src`, until Rust takes it
  #given = null; // the article that the page has set
  #found; // what page.js has read of the article in the page
  #counted; // words and reading time, as Rust has counted them
  #describe; // makes the property `article` where the page holds the article
  #json; // the JSON that was read last, for when the element is connected again
  #snapshot; // the normalised article of an element that was taken out
  #stopWaiting; // ends the wait for the moment to load
  #refreshTimer;
  #stale; // a property or attribute was set after Rust had read them
  #site = null;
  #labels = null;
  #transform = null;
  #ignoreSrc; // the next callback for `src` is to be ignored
  #retry = () => this.reload();

  constructor() {
    super();
    this.#showFallbackOnly();
    try {
      this.#states = (this.#shell.internals = this.attachInternals()).states;
    } catch {} // Safari before 16.4
    // Properties that were set before the class was defined are own properties of the object. They are set again through the
    // setters, `article` last. The upgrade has also queued a callback for an existing `src` attribute, which would replace that
    // article, so it is ignored.
    const hadSrc = this.hasAttribute('src');
    const names = Object.keys(this).filter((name) => name in NewsArticle.prototype);
    for (const name of names.sort((one, other) => (one === 'article') - (other === 'article'))) {
      const value = this[name];
      delete this[name];
      try {
        this[name] = value;
      } catch {} // a read-only property
    }
    this.#ignoreSrc = hadSrc && this.#given !== null;
  }

  /** Shows the fallback alone. Children with a `slot` attribute stay hidden until Rust makes their slots. */
  #showFallbackOnly() {
    this.#root.replaceChildren(this.#fallback);
  }

  connectedCallback() {
    if (!this.#root.adoptedStyleSheets.length) adopt(this.#root);
    if (this.#connected) return this.#shell.moved?.(); // a move within one task: nothing was unmounted
    this.#connected = true;
    if (this.#json) this.#render(true);
    else this.#requestLoad();
  }

  /** A move by `moveBefore` is no removal. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // An element that is connected again within the task has only been moved.
    setTimeout(() => this.isConnected || this.#unmount());
  }

  /**
   * Takes drafts back from the browser, which keeps them like the fields of a page that was left (Chromium not across a
   * reload).
   */
  formStateRestoreCallback(state) {
    const { store, internals } = this.#shell;
    for (const [key, value] of JSON.parse(state)) store.has(key) || store.set(key, value);
    internals?.setFormValue?.(null, state); // keep them for the next time, too
    this.#refresh();
  }

  adoptedCallback() {
    adopt(this.#root);
  }

  attributeChangedCallback(name, old, value) {
    if (name === 'src') {
      if (this.#ignoreSrc || (value === null && this.#given !== null)) {
        this.#ignoreSrc = false;
        return; // the article that was set stays
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
    return made?.title ? made : null; // an instance that has failed answers with an empty array
  }

  set article(value) {
    this.#given = value == null ? null : (copy(value) ?? ''); // a value that cannot be copied becomes an error; null would mean that no article was set
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

  /** Texts that replace the interface's own, by key. */
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

  /** Loads again, bypassing the HTTP cache. The article shown stays until the new one is ready. */
  reload() {
    this.#json = this.#found = null;
    forget(this.#addressOf('site-src'));
    if (this.#connected) this.#load('no-cache');
  }

  /** True if the page has set an article or its address. Otherwise the article is looked for in the page. */
  get #hasArticle() {
    return this.#given !== null || this.getAttribute('src');
  }

  /** The absolute address in an attribute; empty where there is none, and unchanged where it cannot be resolved. */
  #addressOf(name) {
    const value = this.getAttribute(name);
    try {
      return value ? new URL(value, this.baseURI).href : '';
    } catch {
      return value;
    }
  }

  /** Loads at once, or when the element comes near the viewport. */
  #requestLoad() {
    if (!this.#connected) return;
    if (this.#hasArticle) this.#found = null;
    else if (!this.#found) {
      this.#stop(true);
      this.#snapshot = this.#describe = null;
      this.#setState('idle');
    }
    // A reader who follows a link to a place in the article does not wait until it comes near.
    const isNamed = /^#[^/!]/.test(location.hash);
    const isLazy = this.loading === 'lazy' && !isNamed;
    const then = () => this.#load();
    this.#stopWaiting?.();
    if (this.#id != null || this.#given !== null || this.#found || (this.getAttribute('src') && !isLazy)) this.#load();
    else if (this.getAttribute('src')) this.#stopWaiting = whenNear(this, then);
    else this.#stopWaiting = whenWelcome(this, isLazy || (LATE.includes(this.constructor.section) && !isNamed), then);
  }

  /** Aborts the first attempt, unless Rust has taken it over. */
  #abort() {
    this.#attempt?.controller.abort();
    this.#attempt = null;
  }

  /** Ends the current run and, where `clear` is set, removes what is shown. */
  #stop(clear) {
    this.#run++;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#abort();
    removeEventListener('online', this.#retry);
    if (this.#id != null) this.#rust.stop(this.#id, clear);
  }

  /** Has src/element/page.js look for an article in the page. What is shown stays meanwhile. */
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
    start(this.#hasArticle ? 'auto' : 'low').catch(() => {}); // first, because everything waits for it
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

  /** Begins the first attempt at a document while the code that reads it is still being loaded. */
  #attemptAt(src, options) {
    const controller = new AbortController();
    const ms = Math.min(this.timeout, 2e6) * 1000;
    const attempt = { controller };
    const wait = (since) => {
      attempt.timer = setTimeout(() => {
        // Time in which the page was frozen does not count.
        if (!own(document).hidden && Date.now() - since > ms + 1000) wait(Date.now());
        else controller.abort(new DOMException('deadline', 'TimeoutError'));
      }, ms);
    };
    wait(Date.now());
    const response = get(src, { credentials: this.#credentials(), ...options, signal: controller.signal });
    // This deadline covers only the response's headers, because the wasm may arrive later than it. Rust sets a deadline for the
    // body.
    attempt.response = response;
    response.catch(() => {}).then(() => clearTimeout(attempt.timer));
    attempts.push(attempt);
    return attempt;
  }

  /** Begins the first attempt at the article. */
  #startAttempt(src, cache) {
    this.#attempt = this.#attemptAt(src, { cache });
    // The chunk that will read the answer is guessed here to save time. Rust asks for the right one if the guess was wrong.
    // (`serve` builds the wasm in one piece and does not define CHUNKED.)
    if (typeof CHUNKED !== 'undefined') {
      getEarlyChunk(ARTICLE);
      getEarlyChunk(/^(?!auto|native)|wp-json|rest_route/.test(this.format + src) ? MARKUP : NATIVE);
    }
  }

  /** Has Rust load `src`, or show the JSON at hand. */
  async #render(quiet, src) {
    const run = this.#run;
    this.#quiet = quiet;
    let rust;
    try {
      rust = await start();
      // JSON at hand is shown only in a later task, so that `loadstart` comes first.
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

  /** Ends a run for which no wasm can show an error: only the fallback and the event say so. */
  #fail(kind, message) {
    this.#abort();
    console.error(`news-article: ${message}`);
    this.#finishLoad(this.#run, 'error', { kind, status: 0, message });
  }

  /** Shows the article again with what was set meanwhile, if one stands. */
  #refresh() {
    this.#stale = true;
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => {
      // Building the view again would take away the field in which the reader answers a question of the share buttons, so it
      // waits until they have left it.
      const field = this.#root.activeElement;
      if (field?.closest('[part=share] input')) field.addEventListener('blur', () => this.#refresh(), { once: true });
      else if (this.#state === 'ready' && this.#connected && this.#json) this.#render(true);
    });
  }

  /** Takes the view down, and keeps what is needed to show it again when the element is connected. */
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
      if (state !== 'loading') this.#states?.clear(); // during a load the earlier state stays beside `loading`
      this.#states?.add(state);
    } catch {} // Chrome 90 to 124 take dashed names only
    this.#state = state;
  }

  /** Queues an event that does not bubble. It is not fired if the run has ended by then. */
  #fire(run, type, detail) {
    setTimeout(() => {
      if (run === this.#run) this.dispatchEvent(detail ? new CustomEvent(type, { detail }) : new Event(type));
    });
  }

  /** Ends a run: sets the state and fires the events for it. */
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

  /** The language of the closest ancestor with a `lang`, across shadow roots. */
  #language() {
    for (let node = this; node; node = node.getRootNode().host) {
      const language = node.closest('[lang]')?.getAttribute('lang').trim();
      if (language) return language;
    }
    return '';
  }

  /** The publisher's own data: set by the page, or fetched once for the page. */
  #siteData() {
    const url = this.#addressOf('site-src');
    return this.#site || !url ? this.#site : getOnce(url, { credentials: this.#credentials() });
  }

  /**
   * The functions and data that Rust uses (src/view/shell.rs). src/element/runtime.js adds those that are not needed before the
   * wasm is here.
   */
  #shell = {
    host: this,
    language: () => this.#language(),
    locale: async (language) => getTexts(language),
    // Rust reads the labels together with everything else that is set, so that nothing is stale from here on.
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
    // Called when the wasm instance has failed. Each of its elements gets a new instance of its own, so that a fault that
    // recurs with one of them does not end the others again.
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
    // `identity`, the fields that every event carries, is set by #finishLoad.
  };

  static {
    reflect(this.prototype);
  }
}

// The sections alone: each shows one section of the article that its attribute `for` names.

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
