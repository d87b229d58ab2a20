// Functions that run in the page: each is handed over alone, and so holds all that it needs.

/** Reads what was sent: words, pictures, links, cells and items of HTML as a browser would show it. */
export function readSent(parts) {
  globalThis.reading ??= makeReading();
  const all = reading.nothing();
  for (const { html, text, article } of parts) {
    if (text !== undefined) {
      all.words.push(...reading.words(text));
      continue;
    }
    const page = new DOMParser().parseFromString(html, 'text/html');
    const root = article ? (page.querySelector('article') ?? page.querySelector('main') ?? page.body) : page.body;
    reading.read(root, all, false);
  }
  return all;

  function makeReading() {
    const BLANK = /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
    const NEVER = /^(script|style|template|head)$/;
    // Read aloud over the word, drawn, or seen only where something else is missing.
    const UNSURE = /^(rt|rp|math|svg|title|object|canvas|audio|video|iframe|noscript|select|datalist|textarea)$/;
    // Chinese and Japanese put no blanks between words: there it is characters.
    const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}\p{N}])+/gu;
    const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
    const words = (text) => text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').match(WORD) ?? [];
    const nothing = () => ({ words: [], pictures: [], links: [], cells: 0, items: 0, unsure: { words: [], links: [] } });

    /** A picture by its file: one stands in many sizes. */
    const picture = (address) => {
      try {
        const name = decodeURIComponent(new URL(address, 'https://sent.example/').pathname.split('/').pop());
        return name.replace(/(-\d+x\d+|-scaled|@\dx)?(\.\w+)+$/, '').toLowerCase();
      } catch {
        return '';
      }
    };
    const link = (address) => {
      try {
        const url = new URL(address.trim());
        return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : '';
      } catch {
        return '';
      }
    };
    const hidden = (element) =>
      element.hidden ||
      /display:\s*none|visibility:\s*hidden/.test(element.getAttribute('style') ?? '');

    /** Reads a tree; what is `unsure` a reader may see or not. */
    const read = (root, into, unsure) => {
      let run = '';
      let doubtful = unsure;
      const flush = () => {
        (doubtful ? into.unsure.words : into.words).push(...words(run));
        run = '';
      };
      const visit = (node, uncertain) => {
        if (node.nodeType === 3) {
          if (uncertain !== doubtful) flush();
          doubtful = uncertain;
          run += node.data;
          return;
        }
        if (node.nodeType !== 1 && node.nodeType !== 11) return;
        const name = node.localName ?? '';
        uncertain ||= node.nodeType === 1 && (hidden(node) || (node.getAttribute('part') ?? '').includes('embed'));
        if (NEVER.test(name)) return;
        // The element shows a film's picture as one of its own.
        const source = name === 'img' ? node.getAttribute('src') : name === 'video' ? node.getAttribute('poster') : null;
        if (source && !uncertain) {
          if (/^(https?:)?\/\//.test(source) && picture(source)) into.pictures.push(picture(source));
        }
        uncertain ||= UNSURE.test(name);
        if (name === 'a' && node.textContent.trim()) {
          const address = link(node.getAttribute('href') ?? '');
          if (address) (uncertain ? into.unsure.links : into.links).push(address);
        }
        if ((name === 'td' || name === 'th') && !uncertain && node.textContent.trim()) into.cells += 1;
        if (name === 'li' && !uncertain && node.textContent.trim()) into.items += 1;
        const apart = node.nodeType === 1 && !BLANK.test(name);
        if (apart) run += ' ';
        for (const child of node.childNodes) visit(child, uncertain);
        if (apart) run += ' ';
      };
      visit(root, unsure);
      flush();
    };
    return { nothing, words, read };
  }
}

/** Has the element show a document, and waits for the end; gives what went wrong, and how long it took. */
export function show({ format, value, text, around }) {
  globalThis.shown?.remove();
  document.querySelector('main').replaceChildren();
  const element = document.createElement('news-article');
  globalThis.shown = element;
  element.setAttribute('share', '');
  element.setAttribute('sections', 'related');
  if (around !== undefined) {
    const page = new DOMParser().parseFromString(around, 'text/html');
    page.querySelectorAll('script, style, link, iframe, object, embed').forEach((one) => one.remove());
    const article = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
    element.append(...article.childNodes);
  } else {
    element.setAttribute('format', format);
    if (text !== undefined) {
      element.src = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
    } else {
      element.article = value;
    }
  }
  const start = performance.now();
  return new Promise((resolve) => {
    let error;
    element.addEventListener('error', ({ detail }) => {
      error = detail ? `${detail.kind}: ${detail.message ?? ''}` : 'error';
    });
    element.addEventListener('loadend', () => resolve({ error, time: Math.round(performance.now() - start) }));
    document.querySelector('main').append(element);
  });
}

/** Reads what the element shows. */
export function readShown() {
  const all = reading.nothing();
  const body = shown.shadowRoot.querySelector('[part~=body]');
  reading.read(body ?? shown, all, false);
  // The picture over the headline is one of the article's, wherever it was sent.
  for (const image of shown.shadowRoot.querySelectorAll('header img, [part~=lead] img')) {
    const counted = reading.nothing();
    reading.read(image, counted, false);
    all.pictures.push(...counted.pictures);
  }
  return all;
}
