// One running instance of the wasm. wasm-bindgen's glue is put inside a function, where the mark is
// (xtask/src/wasm/instance.rs), so that a second instance shares nothing with the first, neither memory nor glue.

/** The document by the methods of its class, which elements with a `name` in the page may hide (src/element/own.js). */
const page = new Proxy(document, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, document);
    return typeof value === 'function' ? value.bind(document) : value;
  },
});

/** The tags whose dates and rows of names Rust writes itself (src/locale/forms.rs). */
// contract:known-tags
const KNOWN_TAGS = /^(fr|fr-FR|fr-MA|fr-BE|fr-CH|fr-LU|fr-SN|fr-CI|fr-ML|fr-CM|en|en-US|ar-MA|ar|ar-001|ar-AE)$/i;
// /contract

// contract:runtime-chunks
const NATIVE = 'native';
const SECTIONS = 'sections';
// /contract

// The first use of `Intl` takes the browser long, longer than all later ones together. So it is used here once, while the wasm
// is still on its way, unless the page is in a language whose forms Rust knows itself, or holds its article with its dates.
if (page.querySelector('news-article[src]') && !KNOWN_TAGS.test(page.documentElement.lang)) new Intl.DateTimeFormat();

/** The addresses of the wasm's chunks, by name; none where the wasm is in one piece, as `serve` builds it. */
const chunks = {/* the chunks */};

/** The hashes of the chunks, by name, as `integrity` wants them. */
const hashes = {/* the hashes */};

/** The `integrity` by which a chunk with such a hash is fetched (src/element/program.js). */
let integrityOf = () => '';

/** Imports a module, and again where that has failed (src/element/program.js). */
let importModule = (first) => first();
/** The address of this module. Bundlers copy the files whose addresses are written beside `import.meta.url`; these they have already. */
const { url: here } = import.meta;
const importBeside = (name, first) => importModule(first, new URL(`./news-article_${name}.js`, here));

/** Promises of the compiled chunks, which instances share. One that has failed is dropped. */
const modules = {};

const once = (kept, name, make) =>
  (kept[name] ??= make().catch((error) => {
    delete kept[name];
    throw error;
  }));

/** Responses of chunks that the shell has asked for, until they are used. */
let early = {};

/** How long the wasm or a chunk may take, in milliseconds: an article, or a section, waits for it. */
const MODULE_PATIENCE = 60_000;

/** Has a compilation fail after that time: Firefox (140) never settles the promise of a module whose download breaks off. */
const inTime = (compiled) =>
  Promise.race([
    compiled,
    // (The error is made here and not earlier, because its stack trace would keep the caller's data alive.)
    new Promise((_, reject) => setTimeout(() => reject(new Error('the module takes too long')), MODULE_PATIENCE)),
  ]);

const read = async (response, url) => {
  if (!response?.ok) throw new Error(`${response?.status} for ${url}`);
  return response.arrayBuffer();
};

const compile = async (name, url) => {
  const coming = early[name];
  early[name] = 0; // not deleted, so that the shell does not ask for it again
  // The sections come after the lead image, which stands above them.
  const priority = name === SECTIONS ? 'low' : 'auto';
  const again = async () => {
    const options = { priority, integrity: integrityOf(hashes[name]), signal: AbortSignal.timeout?.(MODULE_PATIENCE) };
    return read(await fetch(url.href, options), url);
  };
  return inTime(WebAssembly.compile(await (coming ? read(await coming, url).catch(again) : again())));
};

/** Fetches and compiles a chunk of the wasm, once; undefined where the wasm is in one piece. */
const load = async (name) => chunks[name] && once(modules, name, () => compile(name, chunks[name]()));

const expect = (name) => load(name).catch(() => {});

/** The style of every shadow root (style/). It is not in the wasm, so that the browser parses it while the wasm is on its way. */
export const style = /* the style */ '';

/**
 * Has the browser open the fonts. It does that for the first text in a font, and it takes long. Here it happens while the wasm is
 * on its way, and not in the frame that shows the article. (Where the page sets other fonts, this has no effect.)
 */
const warmFonts = () => {
  const context = page.createElement('canvas').getContext('2d');
  if (!context) return;
  const [sans, serif, arabic] = ['sans', 'serif', 'arabic'].map((name) => style.match(`--${name}:\\s*(?:var\\([^,]+,)?([^;)]+)`)[1]);
  const own = /^(ar|fa|ur)/.test(page.documentElement.lang) && arabic;
  // The sizes of head and body in style/, because the browser opens a font anew for each size.
  for (const font of [`17px ${own || sans}`, `15.3px ${own || sans}`, `700 15.3px ${own || sans}`, `700 22.95px ${own || serif}`]) {
    context.font = font;
    context.measureText(page.title);
  }
};

/** The most bytes, decoded, of one document. */
const BYTES_MAX = 2 * 1024 * 1024;

/**
 * Reads the body of a response as text, or gives null where it is over the limit. The decoded bytes are counted, because neither
 * `Content-Length` nor the compressed size can be relied on. The text is decoded here, because a Blob would go to another process
 * and back.
 */
const readBody = async (response) => {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  if (!reader) {
    text = await response.text(); // the page's own replacement of `fetch` may give no stream
    return text.length > BYTES_MAX ? null : text;
  }
  let left = BYTES_MAX;
  for (let step; !(step = await reader.read()).done; ) {
    left -= step.value.length;
    if (left < 0) {
      reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(step.value, { stream: true });
  }
  return text + decoder.decode();
};

/** Reads the body of a first attempt while the wasm is on its way. */
const readAhead = (attempt) => {
  attempt.response = attempt.response.then((response) => {
    if (response?.ok) {
      attempt.text = readBody(response);
      attempt.text.then(() => (attempt.whole = true), () => {});
    }
    return response;
  });
  attempt.response.catch(() => {});
};

/** The shells of the elements that are mounted in any instance, and their shadow roots. */
const shells = new Map();
/** The module src/element/surroundings.js, which follows the page around the elements: its promise, and the module once loaded. */
let around;
let following;
const surround = () =>
  (around ??= importBeside('surroundings', () => import('./news-article_surroundings.js'))).then(
    (module) => ((following = module), shells.size && following.follow(shells)),
    () => (around = undefined), // the next element tries again
  );
/**
 * Follows a click on a link from an article to a place in it, with an entry in the history. The browser cannot do that, because it
 * finds no ids in shadow roots.
 */
const followLink = (event) => {
  const name = event.target.closest?.('[data-to]')?.dataset.to;
  const place = name !== undefined && event.currentTarget.querySelector(`[data-anchor="${CSS.escape(name)}"]`);
  if (!place) return;
  event.preventDefault();
  surround().then(() => (following ? following.visit(place, name) : place.scrollIntoView()));
};
/** The id of the comment that the page's fragment names, while it is waited for; else an empty text. */
const awaitedComment = () => following?.awaitedComment() ?? '';

/** The modules of what few pages have (src/extras/), by name; the promises of those that were asked for; and those that are loaded. */
const EXTRAS = {
  contents: () => import('./news-article_contents.js'),
  enlarged: () => import('./news-article_enlarged.js'),
  frames: () => import('./news-article_frames.js'),
  listen: () => import('./news-article_listen.js'),
  live: () => import('./news-article_live.js'),
};
const imports = {};
const extras = {};
const bring = (name) =>
  once(imports, name, async () => (extras[name] = await importBeside(name, EXTRAS[name])));
/** What does nothing when it is clicked before its module is loaded. The click is repeated afterwards. */
const CLICKED = '[part=listen-play], [part~=figure] img, [part~=image] img';
/** How long the article waits for one of them, in milliseconds. */
const EXTRA_PATIENCE = 3000;

/** Drafts of all elements of the page. An element takes over those of one that is gone, since frameworks may replace it by a copy. */
const drafts = new Map();
const isDraft = (key) => /^(comment|newsletter)\.(name|email|body|consent|lists|parent)@/.test(key);

/**
 * Calls back after that many milliseconds, and returns a function that cancels this. Time in which the page was frozen, or the
 * device asleep, does not count. It is recognised by a step that takes much longer than it should.
 */
const afterWaiting = (ms, call) => {
  let timer;
  const step = (left) => {
    const [part, began] = [Math.min(left, ms / 4), Date.now()];
    timer = setTimeout(() => {
      const froze = !page.hidden && Date.now() - began > part + 1000;
      if (froze || left > part) step(froze ? left : left - part);
      else call();
    }, part);
  };
  step(ms);
  return () => clearTimeout(timer);
};

/** How long a form waits for the page before it is sent, in milliseconds: a reader may have to solve a captcha. */
const FORM_PATIENCE = 120_000;

/** How long an article waits for the publisher's own data, in milliseconds, once both were asked for. */
const SITE_PATIENCE = 2000;

/** How long elements may work between two frames on what they add to an article that stands, in milliseconds. */
const SLICE = 8;
/** How long a frame is waited for, in milliseconds. A page that nobody sees may never have one. */
const FRAME_PATIENCE = 500;
const nextTask = () => new Promise((done) => setTimeout(done));
const nextFrame = () =>
  new Promise((done) => {
    setTimeout(done, FRAME_PATIENCE);
    requestAnimationFrame(() => setTimeout(done)); // once it is painted
  });
let lastTurn = Promise.resolve();
let sliceEnd = 0;
/**
 * Resolves when it is the caller's turn to work, in a task of its own. Between two frames there are as many turns as fit into
 * SLICE, so that no task is long and a tap or a scroll is answered in between. A hidden page does not wait.
 */
const turn = () =>
  (lastTurn = lastTurn.then(async () => {
    if (page.hidden) return;
    if (performance.now() < sliceEnd) return nextTask();
    await nextFrame();
    sliceEnd = performance.now() + SLICE;
  }));

/**
 * Makes an instance of the module and resolves to what Rust exports. Whatever can be done without the module is done while it
 * is still being compiled. `coming` holds the responses of chunks that are on their way, by name, `attempts` the first attempts
 * at an article. `integrity` makes the `integrity` of a request from a chunk's hash. `again` imports
 * modules and retries them.
 */
export default async (module, coming = {}, attempts = [], integrity = integrityOf, again = importModule) => {
  early = coming;
  integrityOf = integrity;
  importModule = again;
  attempts.splice(0).forEach(readAhead);
  attempts.push = readAhead; // later ones are read at once
  try {
    // An article that the page holds is in the page's own fonts, so that nothing is to be opened there.
    if (page.querySelector('news-article[src]')) warmFonts();
  } catch {} // the page, or an extension, may refuse canvases
  /** The shells of the elements that are mounted here. */
  const members = new Set();
  let fault;

  /**
   * Guards the wasm's exports. After a panic, or after an exception of the page's own that went through Rust, the memory cannot be
   * relied on. From then on no call reaches the wasm, no error reaches the page, and listeners, timers and promises that still
   * lead here do nothing.
   */
  const guarded = (exports) => {
    const copy = {};
    for (const name of Object.keys(exports)) {
      const value = exports[name];
      copy[name] =
        typeof value !== 'function'
          ? value
          : (...values) => {
              try {
                if (!fault) return value(...values);
              } catch (error) {
                fault = error ?? new Error('unknown');
                console.warn('news-article:', fault);
                leave();
              }
              return [];
            };
    }
    return copy;
  };

  /** Promises of the chunks that are part of this instance. */
  const attached = {};

  /** Adds a chunk to this instance, once. */
  const attach = async (name) => chunks[name] && once(attached, name, async () => glue.extend(await load(name)));

  /** Adds to a shell those functions for Rust (src/view/shell.rs) that are not needed before the wasm is here. */
  const equip = (shell, root) => {
    const dispatch = (name, detail, cancelable) =>
      shell.host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
    shell.section = shell.host.constructor.section;
    shell.attach = attach;
    shell.turn = turn;
    shell.kept = (key) => {
      const left = drafts.get(key);
      if (!shell.store.has(key) && left && !left.host.deref()?.isConnected) shell.keep(key, left.value);
      return shell.store.get(key);
    };
    shell.keep = (key, value) => {
      const gone = value === undefined;
      if (gone) shell.store.delete(key);
      else shell.store.set(key, value);
      if (!isDraft(key)) return;
      if (gone) drafts.delete(key);
      else drafts.set(key, { value, host: new WeakRef(shell.host) }); // weak, so that a draft does not keep its element alive
      // The browser keeps this state with the fields of the page, for a reader who comes back.
      const kept = [...shell.store].filter(([key]) => isDraft(key));
      shell.internals?.setFormValue?.(null, kept.length ? JSON.stringify(kept) : null);
    };
    shell.forget = () => ['seen', 'read', 'related-seen'].forEach((told) => shell.store.delete(told));
    // `standIn` is set by src/element/page.js, where the page has stand-ins.
    shell.standsIn = (section) => !!shell.standIn?.has(section);
    shell.standsInside = (section) => !!shell.standIn?.isInside(section);
    shell.hold = (section, place) => shell.standIn.hold(section, place);
    shell.placeOf = (section) => shell.standIn?.placeOf(section);
    shell.giveWay = (section) => shell.standIn?.giveWay(section);
    shell.emit = (name, detail, cancelable) => dispatch(name, { ...shell.identity, ...detail }, cancelable);
    shell.ask = async (name, fields) => {
      const waiting = [];
      const detail = { ...shell.identity, ...fields };
      Object.defineProperty(detail, 'waitUntil', { __proto__: null, value: (promise) => waiting.push(promise) });
      if (!dispatch(name, detail, true)) return null;
      let timer;
      const late = new Promise((_, reject) => (timer = setTimeout(reject, FORM_PATIENCE)));
      await Promise.race([Promise.all(waiting), late]).finally(() => clearTimeout(timer));
      const { id, url, section, ...sent } = detail;
      return sent;
    };
    // The article does not wait long for an extra, and one that fails does not stop the others.
    shell.prepare = (name) =>
      Promise.race([
        bring(name).catch((error) => console.warn('news-article: load:', error)),
        new Promise((late) => setTimeout(late, EXTRA_PATIENCE)),
      ]);
    shell.enhance = (name, at, options) => {
      const ending = new AbortController();
      const { signal } = ending;
      const begin = () => {
        try {
          extras[name].start({ shell, root, at, options, readBody, signal });
        } catch (error) {
          console.warn(`news-article: ${name}:`, error); // the article stands without it
        }
      };
      if (extras[name]) begin();
      else {
        // It is late, or has failed: then it is asked for again when the reader does something here, or is online again.
        const waiting = new AbortController();
        signal.addEventListener('abort', () => waiting.abort());
        let clicked; // by the reader meanwhile, and repeated when it can be answered
        const wait = async ({ target } = {}) => {
          const control = target?.closest?.(CLICKED);
          if (control && at.contains(control)) clicked = control;
          await bring(name);
          if (waiting.signal.aborted) return;
          waiting.abort();
          begin();
          clicked?.click();
        };
        const again = (event) => wait(event).catch(() => {});
        root.addEventListener('click', again, { signal: waiting.signal });
        addEventListener('online', again, { signal: waiting.signal });
        again();
      }
      return () => ending.abort();
    };
    shell.site = async () => Promise.race([shell.data(), new Promise((late) => setTimeout(late, SITE_PATIENCE, null))]);
    shell.canonical = () => page.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? '';
    // A scroller that is taken out of the document, if only for a moment, is at its start again.
    shell.moved = () => {
      const list = root.querySelector('[part=related-list]');
      const place = shell.kept('related');
      if (list && place) {
        requestAnimationFrame(() => {
          list.scrollLeft = getComputedStyle(list).direction === 'rtl' ? -place : place;
        });
      }
    };
    // The first view replaces the view of an instance that has failed, so that the focus may be in that one.
    let left = focused(root);
    shell.focused = (content) => {
      const back = left ?? focused(content);
      left = undefined;
      return back;
    };
  };

  /**
   * Returns a function that restores the reader's place after `content` was replaced: the focus on the same field or button, else
   * on the headline, and the page's scroll position, which engines anchor in different ways. Undefined where there was nothing
   * to read.
   */
  const focused = (content) => {
    const at = content.getRootNode().activeElement;
    const held = content.contains(at);
    if (!held && !content.querySelector('[part=title]')) return undefined;
    const { scrollX, scrollY } = window;
    const scrolled = at?.scrollTop;
    const alike = () => [...content.querySelectorAll(at.localName)].filter((other) => other.id === at.id && other.part.value === at.part.value);
    const place = held && alike().indexOf(at);
    return () => {
      if (held) {
        let to = alike()[place];
        if (!to) {
          to = content.querySelector('[part=title]');
          to?.setAttribute('tabindex', '-1');
        }
        // The selection is set before the focus, because browsers scroll to a caret that is set in a focused field. Some types of
      // field have no selection.
        if (at.selectionStart != null) to?.setSelectionRange?.(at.selectionStart, at.selectionEnd);
        to?.focus({ preventScroll: true });
        if (to) to.scrollTop = scrolled;
      }
      scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    };
  };

  /** Has each element start in a new instance, in a later task, when the calls on the stack have returned. */
  const leave = () =>
    setTimeout(() => {
      for (const shell of members) {
        members.delete(shell);
        shell.revive(fault);
      }
    });

  // The nodes that Rust has made, by number; the names of elements, attributes and events, by number; listeners that wait for the
  // step that adds them. (src/view/dom/browser/script.rs)
  const nodes = [];
  const names = [];
  const listeners = [];
  const keepListener = (listener) => listeners.push(listener);
  const putNode = (number, node) => (nodes[number] = node);
  const takeNode = (number) => nodes[number];
  const make = page.createElement;
  const makeIn = page.createElementNS;

  /** Executes the steps that Rust has written: each is three numbers, and all texts stand in one string. */
  const write = (written, words) => {
    const steps = written.slice(); // a copy, because the wasm's memory may grow and move meanwhile
    let from = 0;
    for (let at = 0; at < steps.length; ) {
      const step = steps[at++];
      const number = step >> 4;
      const node = nodes[number];
      const other = steps[at++];
      const word = words.slice(from, (from += steps[at++]));
      // The order is that of `Step`.
      switch (step & 15) {
        case 0: names[number] = word; break;
        case 1: nodes[number] = make(names[other]); break;
        case 2:
        case 3: nodes[number] = makeIn(`http://www.w3.org/${step & 1 ? '1998/Math/MathML' : '2000/svg'}`, names[other]); break;
        case 4: nodes[number] = nodes[other].cloneNode(); break;
        case 5: node.setAttribute(names[other], word); break;
        case 6: node.removeAttribute(names[other]); break;
        case 7: node.append(word); break;
        case 8: node.textContent = word; break;
        case 9: node.append(nodes[other]); break;
        case 10: node.before(nodes[other]); break;
        case 11: node.addEventListener(names[other], listeners.shift()); break;
        default: nodes[number] = undefined;
      }
    }
  };

  const glue = ((document) => {
    /* the glue */
  })(page);
  // The chunks that are under way, and the one that reads a publisher's data, which is needed beside any format.
  const first = Object.keys(early);
  if (page.querySelector('news-article[site-src]')) first.push(NATIVE);
  const expected = Promise.all(first.map(expect));
  await glue.start(await inTime(module));
  for (const name of first) attach(name).catch(() => {});
  // Every page needs the sections, but after the article.
  expected.then(() => expect(SECTIONS));
  return {
    ...glue,
    mount(shell, root) {
      members.add(shell);
      equip(shell, root);
      root.addEventListener('click', followLink); // once, however often it is mounted
      shells.set(shell, root);
      if (around || location.hash) surround();
      else shell.host.addEventListener('loadend', surround, { once: true });
      if (fault) leave();
      return glue.mount(shell, root);
    },
    unmount(id, shell) {
      members.delete(shell);
      shells.delete(shell);
      if (!shells.size) following?.leave();
      glue.unmount(id);
    },
  };
};
