// Contents: the headings of an article as links, of which the one that is being read is marked; and how far one has read.
// Shipped as `news-article_contents.js`, for pages that name either.

import { own } from '../element/own.js';
import { articleOf, extentOf, headings } from './article.js';
import { adopt } from './style.js';

const STYLE = `
[part~='contents'] {
  padding: 1em 1.25em;
  border-inline-start: 3px solid var(--accent);
  border-start-end-radius: var(--radius);
  border-end-end-radius: var(--radius);
  background: var(--surface);
}
[part~='contents'] > :first-child { font-size: 1.1em; }
[part~='contents'] ol { margin-block-start: .5em; }
[part~='contents-link'] { display: inline-block; padding-block: .35em; color: inherit; text-decoration-color: var(--line); }
[part~='contents-link'][aria-current] { color: var(--accent); font-weight: 700; }
[part~='contents'] .deeper { padding-inline-start: 1.25em; }
[part~='contents'] .deepest { padding-inline-start: 2.5em; }
[part~='progress'] {
  display: block;
  inline-size: 100%;
  max-inline-size: none;
  block-size: 4px;
  border: 0;
  appearance: none;
  background: var(--border);
  accent-color: var(--accent);
}
[part~='progress']::-webkit-progress-bar { background: var(--border); }
[part~='progress']::-webkit-progress-value { background: var(--accent); }
[part~='progress']::-moz-progress-bar { background: var(--accent); }
@media (forced-colors: active) {
  [part~='progress'] { border: 1px solid CanvasText; block-size: 6px; forced-color-adjust: none; background: Canvas; }
  [part~='progress']::-webkit-progress-value { background: Highlight; }
  [part~='progress']::-moz-progress-bar { background: Highlight; }
}
@media print { :is([part~='contents'], [part~='progress']) { display: none; } }
`;

const page = own(document);

/** The fewest headings that make contents. */
const FEWEST = 2;
/** A heading is being read from this part of the window's height on. */
const LINE = 0.3;

/** Calls back in the next frame after a scroll or a change of size, and once now. */
function followScroll(signal, call) {
  let asked;
  const ask = () => {
    asked ??= requestAnimationFrame(() => {
      asked = undefined;
      if (!signal.aborted) call();
    });
  };
  addEventListener('scroll', ask, { capture: true, passive: true, signal });
  addEventListener('resize', ask, { signal });
  call();
}

export function start({ shell, root, at, options, signal }) {
  adopt(root, STYLE);
  const article = articleOf(shell.host);
  if (!article.text) return;
  if (at.localName === 'progress') {
    progress(shell.host, at, signal);
    shell.giveWay('progress');
  } else contents(shell, at, options.list, signal);
}

function contents(shell, nav, list, signal) {
  const article = articleOf(shell.host);
  const all = article.text ? headings(article) : [];
  list.replaceChildren();
  nav.hidden = all.length < FEWEST;
  if (nav.hidden) return;
  const given = all.map((heading) => givenName(heading, article)).filter(Boolean);
  const used = new Map(given.map((name) => [name, 2]));
  const here = location.href.split('#')[0];
  const [top] = all.map((one) => levelOf(one)).sort();
  let current;
  let chosen; // the heading that a link has led to, and where that was
  const choose = (heading) => {
    chosen = { heading, top: heading.getBoundingClientRect().top };
    mark();
  };
  const links = all.map((heading) => {
    const link = page.createElement('a');
    link.part = 'contents-link';
    link.dir = 'auto';
    link.lang = heading.closest('[lang]')?.lang ?? '';
    link.textContent = heading.textContent.trim();
    // Whole: an address that begins with its fragment would be one of the page's `<base>`.
    link.href = `${here}#${encodeURIComponent(nameOf(heading, article, used))}`;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !heading.isConnected) return;
      // A heading of the page itself that has an id is the browser's to find.
      if (!article.isOwn && heading.id) return void requestAnimationFrame(() => choose(heading));
      event.preventDefault();
      // To a router the fragment would be a page.
      if (!/^#[/!]/.test(location.hash)) history.replaceState(history.state, '', location.href.split('#')[0] + link.hash);
      reach(heading);
      choose(heading);
    }, { signal });
    const item = page.createElement('li');
    const depth = levelOf(heading) - top;
    if (depth) item.className = depth > 1 ? 'deepest' : 'deeper';
    item.append(link);
    list.append(item);
    return link;
  });
  shell.giveWay('contents');
  const ended = new AbortController();
  signal.addEventListener('abort', () => ended.abort(), { signal: ended.signal });
  followScroll(ended.signal, mark);

  /** Marks the link to the heading that is being read. */
  function mark() {
    // The article was built anew.
    if (!article.text.isConnected) {
      ended.abort();
      return contents(shell, nav, list, signal);
    }
    // It is the one that is read as long as the reader does not go on, even if the next one is close below.
    if (chosen && Math.abs(chosen.heading.getBoundingClientRect().top - chosen.top) > 2) chosen = undefined;
    const line = innerHeight * LINE;
    const passed = chosen ? all.indexOf(chosen.heading) : all.filter((one) => one.getBoundingClientRect().top <= line).length - 1;
    if (passed === current) return;
    links[current]?.removeAttribute('aria-current');
    links[passed]?.setAttribute('aria-current', 'true');
    current = passed;
  }
}

const levelOf = (heading) => Number(heading.localName[1]) || 2;

/** The name that a heading has already. */
const givenName = (heading, { isOwn }) => (isOwn ? heading.dataset.anchor : heading.id);

/** The name under which a link leads to a heading: the one that it has, else made of its words. */
function nameOf(heading, article, used) {
  const given = givenName(heading, article);
  if (given) return given;
  const words = heading.textContent.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section';
  let name = words;
  while (used.has(name)) {
    const number = used.get(words) ?? 2;
    used.set(words, number + 1);
    name = `${words}-${number}`;
  }
  used.set(name, 2);
  if (article.isOwn) heading.dataset.anchor = name;
  return name;
}

/** Brings the reader to a heading, and the keyboard with them: at once, as links within a page do. */
function reach(heading) {
  heading.scrollIntoView({ behavior: 'instant', block: 'start' });
  const had = heading.getAttribute('tabindex');
  if (had === null) heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
  if (had === null) heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true });
}

function progress(host, bar, signal) {
  let { text } = articleOf(host);
  let shown;
  followScroll(signal, () => {
    if (!text.isConnected) text = articleOf(host).text ?? text; // the article was built anew
    const { top, bottom } = extentOf(text);
    // All is read when the end of the text is on screen.
    const way = bottom - top - innerHeight;
    const percent = Math.round(100 * Math.min(1, Math.max(0, way > 0 ? -top / way : Number(bottom <= innerHeight))));
    if (percent !== shown) bar.value = shown = percent;
  });
}
