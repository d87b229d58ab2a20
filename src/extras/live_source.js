// When later updates of live coverage are asked for: every half a minute while the page is seen, less often after failures, or as a
// stream of events where the endpoint answers one; and no more once the coverage has ended.

import { own } from '../element/own.js';

const page = own(document);

/** How often is asked, in milliseconds; by up to a fifth more or less, so that not all readers ask at once. */
const PERIOD = 30_000;
const JITTER = 0.2;
/** The longest that is waited after failures, and the longest that a server may have us wait. */
const LONGEST = 600_000;
const LONGEST_TOLD = 86_400_000;
/** How long one answer may take. */
const PATIENCE = 15_000;
/** The most characters of an event. (Of an answer: as of any, src/element/runtime.js.) */
const EVENT_MAX = 2 * 1024 * 1024;

/** The lists of updates in an answer, by the formats that src/source/live.rs reads; none in one update alone. */
const listsIn = (json) => {
  const { updates, liveBlogUpdate, response, content, blocks, '@graph': graph } = json ?? {};
  const nodes = Array.isArray(graph) ? graph.map((node) => node?.liveBlogUpdate) : [];
  const ofBlocks = [response?.content?.blocks, content?.blocks, blocks].map((all) => all?.body);
  return [json, updates, liveBlogUpdate, ...nodes, ...ofBlocks].filter(Array.isArray);
};

/**
 * Asks for what `options` names, for as long as `signal` lets, at once where that is urgent: `take` gets what is new in each answer
 * and resolves to whether it was one, `rest` is called where nothing is, `end` once, when the coverage is over.
 */
export function follow({ url, until, credentials, isUntold }, { readBody, isUrgent, take, rest, end, signal }) {
  let timer;
  let busy;
  let failures = 0;
  let source; // where answers come as a stream of events
  let seen = new Set(); // what the last lists held, entry by entry, as text
  let ended = false;

  const isOver = () => until !== undefined && Date.now() >= until;
  const finish = () => {
    if (ended || signal.aborted) return;
    ended = true;
    clearTimeout(timer);
    source?.close();
    end();
  };

  /** Hands an answer on: of a list only what is new or was changed since the last one, for nodes and listeners are made of it. */
  const hand = async (json) => {
    const lists = listsIn(json);
    const now = new Set();
    let isNew = !lists.length;
    for (const list of lists) {
      const fresh = list.filter((one) => {
        const text = JSON.stringify(one);
        now.add(text);
        return !seen.has(text);
      });
      isNew ||= fresh.length > 0 || !list.length;
      list.splice(0, list.length, ...fresh);
    }
    if (!isNew) rest();
    else if (!(await take(json))) return false;
    else if (lists.length) seen = now;
    if (json?.liveUntil) until = Date.parse(json.liveUntil) || until;
    if (isOver()) finish();
    return true;
  };

  const wait = (ms) => {
    clearTimeout(timer);
    const left = until === undefined ? Infinity : Math.max(0, until - Date.now());
    if (!ended) timer = setTimeout(ask, Math.min(ms, left, LONGEST_TOLD));
  };
  const nextIn = () => Math.min(LONGEST, PERIOD * 2 ** failures) * (1 + JITTER * (2 * Math.random() - 1));

  const ask = async () => {
    if (signal.aborted || busy) return;
    if (isOver()) return finish();
    if (page.hidden || source) return;
    busy = new AbortController();
    const late = setTimeout(() => busy.abort(), PATIENCE);
    let pause = 0;
    try {
      const response = await fetch(url, {
        // The browser asks with the `ETag` or the date of what it has, and an answer that says "not modified" is that again. A
        // header of our own would have another origin asked for leave first.
        cache: 'no-cache',
        credentials,
        referrerPolicy: isUntold ? 'no-referrer' : '',
        signal: busy.signal,
      });
      if (/^text\/event-stream/.test(response.headers.get('content-type'))) {
        busy.abort();
        stream();
        return;
      }
      pause = Math.min(LONGEST_TOLD, 1000 * Number(response.headers.get('retry-after'))) || 0;
      if (!response.ok) {
        // What is gone does not come back by asking.
        if (response.status === 404 || response.status === 410) failures = Math.max(failures, 4);
        throw Error(response.status);
      }
      const text = await readBody(response);
      if (text === null) throw Error('too large');
      if (!(await hand(JSON.parse(text)))) throw Error('no updates in it');
      failures = 0;
    } catch (error) {
      if (!signal.aborted) {
        failures++;
        console.warn(`news-article: updates: ${error.message}: ${url}`);
      }
    } finally {
      clearTimeout(late);
      busy = undefined;
      if (!signal.aborted && !source) wait(Math.max(nextIn(), pause));
    }
  };

  const stream = () => {
    source = new EventSource(url, { withCredentials: credentials === 'include' });
    const message = ({ data }) => {
      if (isOver()) return finish();
      if (data.length > EVENT_MAX) return;
      try {
        hand(JSON.parse(data)).catch(() => {});
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
    if (until !== undefined) wait(until - Date.now()); // nobody may tell of the end
  };

  // While nobody sees the page nothing is asked; who comes back sees what is new soon.
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    } else if (!busy) wait(Math.random() * 1000);
  }, { signal });
  addEventListener('online', () => !page.hidden && wait(Math.random() * 1000), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    busy?.abort();
    source?.close();
  });
  if (!page.hidden) wait(isUrgent ? 0 : nextIn());
}
