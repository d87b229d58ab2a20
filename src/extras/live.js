// Live coverage that goes on: what the reader sees of later updates. Shipped as `news-article_live.js`, for live coverage that has an
// address for them. Nothing moves by itself: what is new waits behind one button. When they are asked for is live_source.js; Rust
// (src/live/follow.rs) makes nodes of what comes.

import { own } from '../element/own.js';
import { follow } from './live_source.js';
import { adopt } from './style.js';

const page = own(document);

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
/* What the button says is the order as it is, so that a sign says that it can be turned. */
[part~='live'] .turn::before { content: '⇅'; content: '⇅' / ''; margin-inline-end: .5em; }
@media print { :is([part~='update-new'], [part~='live'] .turn) { display: none; } }
`;

/** The most updates that stand, and that wait: with the newest first the oldest go. */
const UPDATES_MAX = 1000;

export function start({ root, options, readBody, signal }) {
  adopt(root, STYLE);
  const { list, keys, above, button, status, read, say, tell } = options;
  const dates = new Map(); // by the entries of the list
  let waiting = []; // what has come and is not shown yet, the newest first
  let isNewestFirst = true;
  for (const item of list.children) dates.set(item, Date.parse(item.querySelector('time')?.dateTime ?? '') || 0);
  const [first, second] = [...dates.values()];
  if (second && first < second) isNewestFirst = false;

  /** The name of the place of an update, by its entry in the list. */
  const nameOf = (item) => item.querySelector('[data-anchor]')?.dataset.anchor;
  /** Where a place's name stands among the key events. */
  const keyOf = (name) => [...keys.children].find((key) => key.querySelector('[data-to]')?.dataset.to === name);
  /** What an update looks like: compared, and never parsed. */
  const looks = (item, key) => item.outerHTML + (key?.outerHTML ?? '');
  /** The updates that have come, by the names of their places: how each looked; null for one that has gone again. */
  const known = new Map([...list.children].map((item) => [nameOf(item), looks(item, keyOf(nameOf(item)))]));

  // The order, by the reader's choice.
  const turn = page.createElement('button');
  turn.type = 'button';
  turn.className = 'turn';
  const nameTurn = () => (turn.textContent = isNewestFirst ? options.newest : options.oldest);
  nameTurn();
  turn.addEventListener('click', () => {
    isNewestFirst = !isNewestFirst;
    nameTurn();
    list.append(...[...list.children].reverse());
  }, { signal });
  button.before(turn);

  /** Puts an update among the key events, or takes it from them. */
  const placeKey = (name, key) => {
    const before = keyOf(name);
    if (before && key) before.replaceWith(key);
    else if (key) keys.prepend(key);
    else before?.remove();
    above.hidden = !keys.children.length;
  };

  const place = ({ node, at, key }) => {
    const date = at ?? Date.now();
    dates.set(node, date);
    const isAfter = (other) => (isNewestFirst ? dates.get(other) <= date : dates.get(other) > date);
    list.insertBefore(node, [...list.children].find(isAfter) ?? null);
    placeKey(nameOf(node), key);
    if (isNewestFirst && list.children.length > UPDATES_MAX) {
      const oldest = list.lastElementChild;
      known.set(nameOf(oldest), null);
      dates.delete(oldest);
      oldest.remove();
    }
  };

  const show = () => {
    const [top] = waiting;
    waiting.reverse().forEach(place);
    waiting = [];
    button.hidden = true;
    // The button that had the focus is gone: the newest update has it then.
    const to = top?.node.querySelector('[part~=update]');
    to?.setAttribute('tabindex', '-1');
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: 'nearest' });
  };
  button.addEventListener('click', show, { signal });

  /** Changes an update where it stands, unless the reader is in it; whether it did. */
  const change = (name, { node, key }) => {
    const shown = list.querySelector(`[part~=update][data-anchor="${CSS.escape(name)}"]`);
    if (!shown || shown.contains(shown.getRootNode().activeElement)) return false;
    shown.replaceChildren(...node.firstElementChild.childNodes);
    placeKey(name, key);
    return true;
  };

  const held = new Map(); // changes of what the reader is in, by its name: they are made once they have left it
  let isEmpty = !list.children.length; // nothing was brought along: the first answer is shown as it comes

  /** Takes what came: those that are new wait, those that were changed are changed where they stand. Whether any of it is kept. */
  const take = (updates) => {
    let [fresh, kept] = [0, false];
    const named = updates.map((update) => [nameOf(update.node), update]);
    for (const [name] of named) held.delete(name);
    for (const [name, update] of [...held, ...named]) {
      const look = looks(update.node, update.key);
      const had = known.get(name);
      if (had === look || had === null) continue;
      kept = true;
      const queued = waiting.findIndex((other) => nameOf(other.node) === name);
      if (queued >= 0) waiting[queued] = update;
      else if (had === undefined) {
        waiting.push(update);
        fresh++;
      } else if (change(name, update)) held.delete(name);
      else {
        held.set(name, update);
        continue;
      }
      known.set(name, look);
    }
    if (!fresh) return kept;
    waiting.sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
    for (const { node } of waiting.splice(UPDATES_MAX)) known.set(nameOf(node), null);
    if (isEmpty) {
      isEmpty = false;
      waiting.splice(0).reverse().forEach(place);
      return kept;
    }
    button.textContent = status.textContent = say(waiting.length);
    button.hidden = false;
    tell(waiting.length);
    return kept;
  };

  follow(options, {
    readBody,
    signal,
    isUrgent: isEmpty,
    /** Takes what is new in an answer; whether it is one. */
    take: (json) =>
      new Promise((done) => {
        read(json, (updates) => {
          done(!!updates);
          return !signal.aborted && !!updates && take(updates);
        });
      }),
    /** Nothing is new: what was held back may be changed by now. */
    rest: () => held.size && take([]),
    end: () => {
      const line = page.createElement('p');
      line.setAttribute('part', 'status');
      line.textContent = options.over;
      button.before(line);
    },
  });
}
