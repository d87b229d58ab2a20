// An article read aloud: its recording, else a voice of the reader's own device. Shipped as `news-article_listen.js`, for articles
// that have a recording and for pages that name the section. **Of voices only local ones are used: nothing leaves the device.**

import { own } from '../element/own.js';
import { articleOf, isCalm, paragraphs } from './article.js';
import { adopt } from './style.js';

const STYLE = `
[part~='listen'] audio { display: block; inline-size: 100%; margin-block-end: .5em; }
[part~='listen'] > .row { display: flex; flex-wrap: wrap; gap: .5em; align-items: stretch; }
[part~='listen'] > .fine { margin-block-start: .5em; }
[part~='listen-play'] { min-inline-size: 7em; min-block-size: 44px; padding-inline: 1.25em; border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 700; }
[part~='listen-speed'] { min-block-size: 44px; padding-inline: .75em; border: 1px solid var(--line); border-radius: var(--radius); background: transparent; color: inherit; font: inherit; }
[part~='listen-step'] { min-inline-size: 44px; padding: 0; font-size: 1.35em; line-height: 1; }
[part~='listen-speed'] option { background: Canvas; color: CanvasText; }
.heard { border-radius: .2em; background: color-mix(in srgb, var(--accent) 14%, transparent); box-shadow: 0 0 0 .3em color-mix(in srgb, var(--accent) 14%, transparent); cursor: pointer; }
@media (forced-colors: active) { .heard { outline: 2px solid Highlight; } }
@media print { [part~='listen'] { display: none; } .heard { background: none; box-shadow: none; } }
`;

/** Of what is read in the page's own text, into which nothing is written. */
const HEARD = '::highlight(news-article-heard) { background: color-mix(in srgb, LinkText 14%, transparent); }';

/** How long voices are waited for that a browser has not listed yet, in milliseconds. */
const PATIENCE = 10_000;
/** The longest piece that is handed to a voice, in characters: Chromium stops in the middle of longer ones. */
const PIECE = 220;

/** What ends the player that is heard now, of whichever element: a second one silences it. */
let silence;

export function start(context) {
  const { at, root } = context;
  adopt(root, STYLE);
  const audio = at.querySelector('audio');
  if (audio) {
    recorded(context, audio);
    context.shell.giveWay('listen');
  }
  else if (window.speechSynthesis && window.SpeechSynthesisUtterance) spoken(context);
}

/** A number as a language writes it. */
const decimal = (number, lang) => {
  try {
    return Number(number).toLocaleString(lang);
  } catch {
    return number; // the tag is none
  }
};

function controlsOf(at, texts, signal, act) {
  const play = at.querySelector('[part=listen-play]');
  const speed = at.querySelector('[part=listen-speed]');
  for (const option of speed.options) option.textContent = `${decimal(option.value, at.closest('[lang]')?.lang)}×`;
  play.addEventListener('click', act.toggle, { signal });
  speed.addEventListener('change', () => act.setSpeed(Number(speed.value)), { signal });
  return { show: (plays) => (play.textContent = plays ? texts.pause : texts.play), speed: () => Number(speed.value) };
}

/** Shows what is heard on the lock screen, with its buttons. */
function announce(title, act) {
  const { mediaSession } = navigator;
  if (!mediaSession) return;
  if (window.MediaMetadata) mediaSession.metadata = act ? new MediaMetadata({ title }) : null;
  for (const [name, handler] of Object.entries({ play: act?.play, pause: act?.pause, stop: act?.pause, previoustrack: act?.previous, nexttrack: act?.next })) {
    try {
      mediaSession.setActionHandler(name, handler ?? null);
    } catch {} // a browser that does not know it
  }
}

const tell = (state) => {
  if (navigator.mediaSession) navigator.mediaSession.playbackState = state;
};

/** Silences whoever is heard; `end` will be called when somebody else is. */
function takeOver(end) {
  if (silence !== end) silence?.();
  silence = end;
}

/** Takes it from the lock screen, where it is the player `end` of that one. */
function leave(end) {
  if (silence !== end) return;
  silence = undefined;
  announce();
  tell('none');
}

function recorded({ at, options: { texts, title }, signal }, audio) {
  const pause = () => audio.pause();
  const play = () => audio.play().catch(() => {});
  const controls = controlsOf(at, texts, signal, {
    toggle: () => (audio.paused ? play() : pause()),
    setSpeed: (speed) => (audio.playbackRate = audio.defaultPlaybackRate = speed),
  });
  audio.addEventListener('play', () => {
    takeOver(pause);
    controls.show(true);
    announce(title, { play, pause });
    tell('playing');
  }, { signal });
  audio.addEventListener('pause', () => {
    controls.show(false);
    tell('paused');
  }, { signal });
  signal.addEventListener('abort', () => {
    pause();
    leave(pause);
  });
}

/** Voices of a Linux system's own service: Firefox calls none of them local. */
const OF_THE_SYSTEM = 'urn:moz-tts:speechd:';
/** How variants of a voice are named there, of which a language has a hundred, most of them for fun. */
const VARIANT = '+';

/**
 * The best voice of the device in a language: of the same region, else the device's own choice, else of the language's first
 * region; undefined where there is none.
 */
function voiceFor(lang) {
  const tag = lang.toLowerCase().replace('_', '-');
  const [language] = tag.split('-');
  const of = (voice) => voice.lang.toLowerCase().replace('_', '-');
  const alike = speechSynthesis.getVoices().filter(
    (voice) => of(voice).split('-')[0] === language && (voice.localService || voice.voiceURI?.startsWith(OF_THE_SYSTEM)),
  );
  const usual = alike.filter(({ name }) => !name.includes(VARIANT));
  const among = usual.length ? usual : alike;
  const by = (is) => among.find(is);
  return by((voice) => of(voice) === tag) ?? by((voice) => voice.default) ?? by((voice) => of(voice) === `${language}-${language}`) ?? among[0];
}

/** What cuts a text of a language into sentences. A page's tag may be none, as `fr_FR`. */
const segmenter = (lang) => {
  const options = { granularity: 'sentence' };
  try {
    return new Intl.Segmenter(lang.replaceAll('_', '-'), options);
  } catch {
    return new Intl.Segmenter(undefined, options);
  }
};

/** A text in pieces that a voice takes at once, cut after sentences, else after words. */
function piecesOf(text, lang) {
  const sentences = window.Intl?.Segmenter
    ? [...segmenter(lang).segment(text)].map(({ segment }) => segment)
    : text.match(/[^.!?…。؟]+[.!?…。؟]*\s*/g) ?? [text];
  const pieces = [];
  for (let sentence of sentences) {
    while (sentence.length > PIECE) {
      const cut = sentence.lastIndexOf(' ', PIECE);
      const end = cut > PIECE / 2 ? cut : PIECE;
      pieces.push(sentence.slice(0, end));
      sentence = sentence.slice(end);
    }
    pieces.push(sentence);
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

function spoken({ shell, at, options: { lang, texts, title }, signal }) {
  const article = articleOf(shell.host);
  if (!article.text) return;
  const offer = () => {
    if (!at.hidden) return true;
    if (signal.aborted || !voiceFor(lang)) return false;
    const note = own(document).createElement('p');
    note.className = 'fine';
    note.textContent = texts.voice;
    at.append(note);
    at.hidden = false;
    speaker(shell.host, at, { lang, texts, title }, signal);
    shell.giveWay('listen');
    return true;
  };
  if (offer()) return;
  // Browsers list their voices late. Where none has come, there is none.
  const waiting = new AbortController();
  const end = () => waiting.abort();
  speechSynthesis.addEventListener?.('voiceschanged', () => offer() && end(), { signal: waiting.signal });
  const timer = setTimeout(end, PATIENCE);
  signal.addEventListener('abort', () => (clearTimeout(timer), end()));
}

const isSeen = (one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

function speaker(host, at, { lang, texts, title }, signal) {
  let article = articleOf(host);
  let all = [];
  let marked; // the paragraph that is marked
  let place = 0; // the paragraph
  let piece = 0; // and the piece of it that is read, or will be
  let state = 'idle'; // `playing` or `paused`
  let turn = 0; // counts utterances: what an earlier one tells is past
  let utterance; // kept, for browsers forget one that nobody holds, and its end with it

  const mark = (one) => {
    if (article.isOwn) for (const other of all) other.classList.remove('heard');
    const before = marked;
    marked = one;
    if (!one) return;
    // Marked by a class in the element's own article; in the page's by the browser's highlights, which write nothing into it.
    if (article.isOwn) one.classList.add('heard');
    else if (window.Highlight && CSS.highlights) {
      const range = new Range();
      range.selectNodeContents(one);
      adopt(document, HEARD);
      CSS.highlights.set('news-article-heard', new Highlight(range));
    }
    // Who follows is taken along, once a paragraph; who has gone elsewhere is left there.
    const follows = one !== before && (!before || isSeen(before));
    if (follows && !isSeen(one)) one.scrollIntoView({ block: 'center', behavior: isCalm() ? 'instant' : 'smooth' });
  };
  const unmark = () => {
    mark();
    window.CSS?.highlights?.delete('news-article-heard');
  };

  const speak = () => {
    const own = ++turn;
    const one = all[place];
    if (!one) return finish();
    mark(one);
    const language = one.closest('[lang]')?.lang || lang;
    const voice = voiceFor(language) ?? voiceFor(lang);
    const pieces = piecesOf(one.textContent, language);
    if (!voice) return finish();
    if (piece >= pieces.length) {
      place++;
      piece = 0;
      return speak();
    }
    utterance = new SpeechSynthesisUtterance(pieces[piece]);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = controls.speed();
    const next = () => {
      if (own !== turn || state !== 'playing') return;
      piece++;
      speak();
    };
    utterance.onend = next;
    // A call, or another page, has taken the voice: the reader goes on when they want to.
    utterance.onerror = ({ error }) => own === turn && (/interrupted|canceled|audio-busy|not-allowed/.test(error) ? pause() : next());
    speechSynthesis.speak(utterance);
    return undefined;
  };

  const play = () => {
    if (state === 'playing') return;
    if (state === 'idle') {
      article = articleOf(host); // it may have been built anew
      all = article.text ? paragraphs(article) : [];
      place = piece = 0;
    }
    takeOver(pause);
    state = 'playing';
    controls.show(true);
    announce(title, { play, pause, previous: () => go(-1), next: () => go(1) });
    tell('playing');
    speechSynthesis.cancel();
    speak();
  };
  // Not by the engine's own pause, which some devices end by themselves: the piece is read anew.
  const pause = () => {
    if (state !== 'playing') return;
    state = 'paused';
    turn++;
    speechSynthesis.cancel();
    controls.show(false);
    tell('paused');
  };
  const finish = () => {
    state = 'idle';
    turn++;
    unmark();
    controls.show(false);
    leave(pause);
  };
  const jump = (to) => {
    place = Math.max(0, Math.min(all.length - 1, to));
    piece = 0;
    if (state !== 'playing') return play();
    speechSynthesis.cancel();
    return speak();
  };
  const go = (step) => jump(place + step);
  // What a click on a paragraph does, by keyboard.
  for (const [label, sign, way] of [[texts.next, '›', 1], [texts.previous, '‹', -1]]) {
    const step = own(document).createElement('button');
    step.type = 'button';
    step.setAttribute('part', 'listen-step');
    step.setAttribute('aria-label', label);
    step.title = label;
    step.append(sign);
    step.addEventListener('click', () => go(way), { signal });
    at.querySelector('[part=listen-play]').after(step);
  }
  const controls = controlsOf(at, texts, signal, {
    toggle: () => (state === 'playing' ? pause() : play()),
    setSpeed: () => {
      if (state !== 'playing') return;
      speechSynthesis.cancel();
      speak();
    },
  });

  // While it is read, a click on a paragraph goes there; links, and texts that are being marked, are left alone.
  article.text.addEventListener('click', (event) => {
    if (state !== 'playing' || event.defaultPrevented || event.composedPath().some((one) => /^(a|button|input|audio|video|summary)$/.test(one.localName ?? ''))) return;
    if (String(getSelection())) return;
    const to = all.findIndex((one) => event.composedPath().includes(one));
    if (to >= 0) jump(to);
  }, { signal });
  addEventListener('pagehide', () => pause(), { signal });
  signal.addEventListener('abort', () => {
    if (state !== 'idle') speechSynthesis.cancel();
    finish();
  });
}
