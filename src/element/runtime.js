// One instance of the wasm. wasm-bindgen's glue is put where the mark is (xtask/src/wasm/instance.rs), inside a function:
// a second instance shares nothing with the first, neither memory nor glue.

// The browser's data about languages take long to come the first time, longer than all that is made of them. The wasm is
// still on its way now. Where the page is in a language whose forms Rust has (src/locale/forms.rs), nothing needs them.
if (!/^(fr|ar|en)(-(FR|MA|BE|CH|US))?$/i.test(document.documentElement.lang)) new Intl.DateTimeFormat();

/** Chunks of the wasm, by name, each with its address; none where the wasm is in one piece, as `serve` builds it. */
const chunks = {/* the chunks */};

/** The compiled chunks, once for the page: instances share them. A failure is forgotten. */
const modules = {};

const once = (kept, name, make) =>
  (kept[name] ??= make().catch((error) => {
    delete kept[name];
    throw error;
  }));

/** Responses of chunks that the entry has asked for, until they are taken. */
let early = {};

/** How long the wasm or a chunk may take, in milliseconds. The article waits for some, and what is to be ready for others. */
const MODULE_PATIENCE = 60_000;

/** What a module is compiled to, within that time: Firefox (140) leaves the promise of one that breaks off open. */
const inTime = (compiled) =>
  Promise.race([
    compiled,
    // (An error that is made now would hold whoever is on the stack.)
    new Promise((_, reject) => setTimeout(() => reject(new Error('the module takes too long')), MODULE_PATIENCE)),
  ]);

const read = async (response, url) => {
  if (!response?.ok) throw new Error(`${response?.status} for ${url}`);
  return response.arrayBuffer();
};

const compile = async (name, url) => {
  const coming = early[name];
  early[name] = 0; // taken: the entry does not ask for it again
  // What follows the body lets the picture above it go first.
  const priority = name === 'sections' ? 'low' : 'auto';
  const again = async () => read(await fetch(url.href, { priority, signal: AbortSignal.timeout?.(MODULE_PATIENCE) }), url);
  return inTime(WebAssembly.compile(await (coming ? read(await coming, url).catch(again) : again())));
};

/** Fetches and compiles a chunk of the wasm, once; nothing where the wasm is in one piece. */
const load = async (name) => chunks[name] && once(modules, name, () => compile(name, chunks[name]()));

/** The same for src/element/page.js, which may ask before this module has been told what is on its way. */
export const fetchChunk = async (name) => {
  await told;
  return load(name);
};
let tell;
const told = new Promise((done) => (tell = done));

const expect = (name) => load(name).catch(() => {});

/** The style of every shadow root (style/). Not in the wasm: the browser reads it while that is on its way. */
export const style = /* the style */ '';

/**
 * The first text in a font takes long: the browser looks for the font and opens it. So that it does while the wasm is on
 * its way, and in any case not in the frame that shows the article. (Where the page has fonts of its own for us, this is in
 * vain.)
 */
const warmFonts = () => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  const [sans, serif, arabic] = ['sans', 'serif', 'arabic'].map((name) => style.match(`--${name}:\\s*(?:var\\([^,]+,)?([^;)]+)`)[1]);
  const own = /^(ar|fa|ur)/.test(document.documentElement.lang) && arabic;
  // As style/ has them above and in a body; a size that was not asked for before takes its own question to the system.
  for (const font of [`17px ${own || sans}`, `15.3px ${own || sans}`, `700 15.3px ${own || sans}`, `700 22.95px ${own || serif}`]) {
    context.font = font;
    context.measureText(document.title);
  }
};

/** The most bytes, decoded, of one document. */
const BYTES_MAX = 2 * 1024 * 1024;

/**
 * The text of an answer's body, nothing where that is over the cap. It counts what comes out of the stream, for neither
 * `Content-Length` nor a gzip's size can be believed; and decodes here, for a Blob would go to another process and back.
 */
const readBody = async (response) => {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  if (!reader) {
    text = await response.text(); // as what stands in for an old `fetch` gives it
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

/** Reads what a first attempt answers while the wasm is on its way. */
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

/** How long a form waits for what the page does before it is sent, in milliseconds: a reader may have to solve a riddle. */
const FORM_PATIENCE = 120_000;

/** How long an article waits for the publisher's own data, in milliseconds, once both were asked for. */
const SITE_PATIENCE = 2000;

/**
 * Makes an instance of the module, whose compilation may still be under way: all that can be done before is done meanwhile.
 * Resolves to what Rust exports. `coming` has the responses of chunks, by name, and `attempts` the first attempts at an
 * article, that are on their way.
 */
export default async (module, coming = {}, attempts = []) => {
  early = coming;
  tell();
  attempts.splice(0).forEach(readAhead);
  attempts.push = readAhead; // from now on at once
  try {
    warmFonts();
  } catch {} // a page, or what a reader has installed, may keep canvases from it
  /** The elements that live here, by their shells. */
  const members = new Set();
  let fault;

  /**
   * The wasm's exports, each of which notices its end. After a panic, or an exception of the page's own that went
   * through Rust, nothing in the memory can be believed: nothing is called there any more, and no error reaches the
   * page. Listeners, timers and promises that still point here do nothing.
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

  /** The chunks that are part of the instance. */
  const attached = {};

  /** Brings a chunk of the wasm, once. */
  const attach = async (name) => chunks[name] && once(attached, name, async () => glue.extend(await load(name)));

  /** The rest of what Rust may ask of an element (src/view/shell.rs): what is not needed before the wasm is here. */
  const equip = (shell, root) => {
    const dispatch = (name, detail, cancelable) =>
      shell.host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
    shell.section = shell.host.constructor.section;
    shell.attach = attach;
    shell.kept = (key) => shell.store.get(key);
    shell.keep = (key, value) => (value === undefined ? shell.store.delete(key) : shell.store.set(key, value));
    shell.forget = () => ['seen', 'read', 'related-seen'].forEach((told) => shell.store.delete(told));
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
    shell.site = async () => Promise.race([shell.data(), new Promise((late) => setTimeout(late, SITE_PATIENCE, null))]);
    shell.canonical = () => document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? '';
    // A link to the comments, as WordPress and its mails have it, led nowhere: there were none yet.
    const arrived = () => {
      const [, part] = location.hash.match(/^#(respond$|comment)/) ?? [];
      if (part && !scrollY && !document.querySelector(':target') && shell.host === document.querySelector('news-article')) {
        root.querySelector(part === 'comment' ? '[part=comments]' : '[part=comment-form]')?.scrollIntoView();
      }
    };
    if (!shell.moved) shell.host.addEventListener('load', arrived, { once: true }); // not once more in its next life
    // A scroller that is taken out, if only for a moment, is back at its start.
    shell.moved = () => {
      const list = root.querySelector('[part=related-list]');
      const place = shell.kept('related');
      if (list && place) {
        requestAnimationFrame(() => {
          list.scrollLeft = getComputedStyle(list).direction === 'rtl' ? -place : place;
        });
      }
    };
    // The first view comes after what an instance that has ended had left.
    let left = focused(root);
    shell.focused = (content) => {
      const back = left ?? focused(content);
      left = undefined;
      return back;
    };
  };

  /**
   * Where the reader is in what is about to be replaced, as what puts both back: the focus, on the same field or button,
   * else on the headline; and the page's scroll, for engines anchor it each in its own way. Nothing where there was
   * nothing to read.
   */
  const focused = (content) => {
    const at = content.getRootNode().activeElement;
    const held = content.contains(at);
    if (!held && !content.querySelector('[part=title]')) return undefined;
    const { scrollX, scrollY } = window;
    const alike = () => [...content.querySelectorAll(at.localName)].filter((other) => other.id === at.id && other.part.value === at.part.value);
    const place = held && alike().indexOf(at);
    return () => {
      if (held) {
        let to = alike()[place];
        if (!to) {
          to = content.querySelector('[part=title]');
          to?.setAttribute('tabindex', '-1');
        }
        // Before the focus, for a caret that is set in the focused field is scrolled to; some types have none.
        if (at.selectionStart != null) to?.setSelectionRange?.(at.selectionStart, at.selectionEnd);
        to?.focus({ preventScroll: true });
      }
      scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    };
  };

  /** Sends the elements to a fresh instance: a task later, when what is on the stack has returned. */
  const leave = () =>
    setTimeout(() => {
      for (const shell of members) {
        members.delete(shell);
        shell.revive(fault);
      }
    });

  const glue = (() => {
    /* the glue */
  })();
  // What is under way, and what a publisher's data are read with, which may come beside WordPress'.
  const first = Object.keys(early);
  if (document.querySelector('news-article[site-src]')) first.push('native');
  const expected = Promise.all(first.map(expect));
  await glue.start(await inTime(module));
  for (const name of first) attach(name).catch(() => {});
  // Every page needs these, after what is read first.
  expected.then(() => expect('sections'));
  return {
    ...glue,
    mount(shell, root) {
      members.add(shell);
      equip(shell, root);
      if (fault) leave();
      return glue.mount(shell, root);
    },
    unmount(id, shell) {
      members.delete(shell);
      glue.unmount(id);
    },
  };
};
