// Live coverage that goes on: when later updates are asked for, and what the reader sees of them. Shipped as
// `news-article_live.js`, for live coverage that has an address for them. Nothing moves by itself: what is new waits behind one
// button. Rust (src/live/follow.rs) makes nodes of what comes.

import { adopt } from './style.js';

const STYLE = `
[part~='update-new'] {
  position: sticky;
  inset-block-start: .5em;
  z-index: 1;
  display: block;
  min-block-size: 44px;
  margin: .5em auto;
  padding-inline: 1.5em;
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 700;
}
[part~='live'] .turn { min-block-size: 44px; padding-inline: 1em; }
@media print { :is([part~='update-new'], [part~='live'] .turn) { display: none; } }
`;

/** How often is asked, in milliseconds; by up to a fifth more or less, so that not all readers ask at once. */
const PERIOD = 30_000;
const JITTER = 0.2;
/** The longest that is waited after failures. */
const LONGEST = 600_000;
/** How long one answer may take. */
const PATIENCE = 15_000;
/** The most bytes of an answer. */
const BYTES_MAX = 2 * 1024 * 1024;
/** The most updates that stand, and that wait: with the newest first the oldest go. */
const MOST = 1000;

/** The lists of updates in an answer, by the formats that src/source/live.rs reads; none in one update alone. */
const listsIn = (json) => {
  const { updates, liveBlogUpdate, response, content, blocks, '@graph': graph } = json ?? {};
  const nodes = Array.isArray(graph) ? graph.map((node) => node?.liveBlogUpdate) : [];
  const ofBlocks = [response?.content?.blocks, content?.blocks, blocks].map((all) => all?.body);
  return [json, updates, liveBlogUpdate, ...nodes, ...ofBlocks].filter(Array.isArray);
};

/** What a reader has of an update: text, pictures, links. What a feature has made of it (a button, a frame) does not count. */
const said = (node) => [node.textContent, ...[...node.querySelectorAll('img[src], a[href]')].map((one) => one.src || one.href)].join('\n');

export function start({ root, options, signal }) {
  adopt(root, STYLE);
  const { list, keys, above, button, status, url, read, say, tell } = options;
  let { until } = options; // in milliseconds; answers may tell it anew
  const known = new Set(options.known);
  const dates = new Map(); // by the entries of the list
  let waiting = []; // what has come and is not shown yet
  let isNewestFirst = true;
  for (const item of list.children) dates.set(item, Date.parse(item.querySelector('time')?.dateTime ?? '') || 0);
  const [first, second] = [...dates.values()];
  if (second && first < second) isNewestFirst = false;

  // The order, by the reader's choice.
  const turn = document.createElement('button');
  turn.type = 'button';
  turn.className = 'turn';
  const name = () => (turn.textContent = isNewestFirst ? options.newest : options.oldest);
  name();
  turn.addEventListener('click', () => {
    isNewestFirst = !isNewestFirst;
    name();
    list.append(...[...list.children].reverse());
  }, { signal });
  button.before(turn);

  const place = (update) => {
    const { node, at } = update;
    dates.set(node, at ?? Date.now());
    const own = dates.get(node);
    const isAfter = (other) => (isNewestFirst ? dates.get(other) <= own : dates.get(other) > own);
    list.insertBefore(node, [...list.children].find(isAfter) ?? null);
    mark(update);
    if (isNewestFirst && list.children.length > MOST) {
      const [oldest] = [...list.children].sort((one, other) => dates.get(one) - dates.get(other));
      dates.delete(oldest);
      oldest.remove();
    }
  };

  /** Lists an update among the key events, or no longer, as the newsroom has it now. */
  const mark = ({ key, name }) => {
    const { hash } = new URL(`#${name}`, location.href);
    const listed = [...keys.children].find((one) => one.querySelector('a')?.hash === hash);
    if (key && listed) {
      if (listed.textContent !== key.textContent) listed.replaceWith(key);
    } else if (key) keys.prepend(key);
    else listed?.remove();
    above.hidden = !keys.children.length;
  };

  const show = () => {
    const [top] = waiting;
    waiting.forEach(place);
    waiting = [];
    button.hidden = true;
    // The button that had the focus is gone: the newest update has it then.
    const to = top?.node.querySelector('[part~=update]');
    to?.setAttribute('tabindex', '-1');
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: 'nearest' });
  };
  button.addEventListener('click', show, { signal });

  const held = new Map(); // changes of what the reader is in, by id: they are made when she has left it

  /** Changes an update where it stands; false while the reader is in it. */
  const change = (update) => {
    const shown = [...list.querySelectorAll('[data-anchor]')].find((one) => one.dataset.anchor === update.name);
    if (shown?.contains(shown.getRootNode().activeElement)) return false;
    const made = update.node.querySelector('[data-anchor]');
    if (shown && said(shown) !== said(made)) shown.replaceChildren(...made.childNodes);
    if (shown) mark(update);
    return true;
  };

  let isEmpty = !list.children.length; // nothing was brought along: the first answer is shown as it comes
  /** Takes what came: those that are new wait, those that were changed are changed where they stand. */
  const take = (updates) => {
    let fresh = 0;
    for (const update of updates) held.delete(update.id);
    for (const update of [...held.values(), ...updates]) {
      update.name = update.node.querySelector('[data-anchor]').dataset.anchor;
      const queued = waiting.find((other) => other.id === update.id);
      if (queued) Object.assign(queued, update);
      else if (known.has(update.id)) {
        if (change(update)) held.delete(update.id);
        else held.set(update.id, update);
      } else {
        known.add(update.id);
        waiting.push(update);
        fresh++;
      }
    }
    if (!fresh) return;
    waiting.sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
    waiting.length = Math.min(waiting.length, MOST);
    if (isEmpty) {
      isEmpty = false;
      waiting.splice(0).forEach(place);
      return;
    }
    button.textContent = status.textContent = say(waiting.length);
    button.hidden = false;
    tell(waiting.length);
  };

  let seen = new Set(); // what the last list held, entry by entry, as text
  /** Takes an answer. Of a list only what is new or was changed since the last one is read: nodes and listeners are made of no other. */
  const took = async (json) => {
    const lists = listsIn(json);
    const now = new Set();
    let some = !lists.length;
    for (const list of lists) {
      const fresh = list.filter((one) => {
        const text = JSON.stringify(one);
        now.add(text);
        return !seen.has(text);
      });
      some ||= fresh.length > 0 || !list.length;
      list.splice(0, list.length, ...fresh);
    }
    const isRead =
      !some || (await new Promise((done) => read(json, (updates) => (!signal.aborted && updates && take(updates), done(!!updates)))));
    if (json?.liveUntil) until = Date.parse(json.liveUntil) || until;
    if (!some && held.size) take([]);
    if (isRead && lists.length) seen = now;
    return isRead;
  };

  let timer;
  let busy;
  let failures = 0;
  let source; // where answers come as a stream of events
  const isOver = () => until !== undefined && Date.now() >= until;
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    clearTimeout(timer);
    source?.close();
    const line = document.createElement('p');
    line.setAttribute('part', 'status');
    line.textContent = options.over;
    if (!signal.aborted) button.before(line);
  };

  const wait = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(ask, until === undefined ? ms : Math.min(ms, Math.max(0, until - Date.now())));
  };
  const nextIn = () => Math.min(LONGEST, PERIOD * 2 ** failures) * (1 + JITTER * (2 * Math.random() - 1));

  const ask = async () => {
    if (signal.aborted || busy || hasEnded) return;
    if (isOver()) return end();
    if (document.hidden || source) return;
    busy = new AbortController();
    const late = setTimeout(() => busy.abort(), PATIENCE);
    let pause;
    try {
      const response = await fetch(url, {
        // The browser asks with the `ETag` or the date of what it has, and an answer that says "not modified" is that again. A
        // header of our own would have another origin asked for leave first.
        cache: 'no-cache',
        credentials: options.credentials,
        referrerPolicy: options.isUntold ? 'no-referrer' : '',
        signal: busy.signal,
      });
      if (/^text\/event-stream/.test(response.headers.get('content-type'))) {
        busy.abort();
        stream();
        return;
      }
      pause = 1000 * Number(response.headers.get('retry-after')) || undefined;
      if (response.ok) {
        const text = await response.text();
        if (text.length > BYTES_MAX) throw Error('too large');
        if (!(await took(JSON.parse(text)))) throw Error('no updates in it');
        failures = 0;
        if (isOver()) end();
      } else {
        // What is gone does not come back by asking.
        if (response.status === 404 || response.status === 410) failures = Math.max(failures, 4);
        throw Error(response.status);
      }
    } catch (error) {
      if (!signal.aborted) {
        failures++;
        console.warn(`news-article: updates: ${error.message}: ${url}`);
      }
    } finally {
      clearTimeout(late);
      busy = undefined;
      if (!signal.aborted && !source && !hasEnded) wait(Math.max(nextIn(), pause ?? 0));
    }
  };

  const stream = () => {
    source = new EventSource(url, { withCredentials: options.credentials === 'include' });
    const message = ({ data }) => {
      if (isOver()) return end();
      try {
        took(JSON.parse(data));
      } catch {} // a sign of life
    };
    for (const type of ['message', 'update']) source.addEventListener(type, message);
    source.addEventListener('open', () => (failures = 0));
    source.addEventListener('error', () => {
      // The browser connects again by itself, unless it was refused: then it is asked for as before.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = undefined;
      failures++;
      wait(nextIn());
    });
  };

  // While nobody sees the page nothing is asked; who comes back sees what is new soon.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    } else if (!busy) wait(Math.random() * 1000);
  }, { signal });
  addEventListener('online', () => !document.hidden && wait(Math.random() * 1000), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    busy?.abort();
    source?.close();
  });
  if (!document.hidden) wait(isEmpty ? 0 : nextIn());
}
