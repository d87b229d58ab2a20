// Steps of extras.rs: an article that has what readers ask for, and stand-ins for what a browser under test lacks.

/** Shows an article with headings, pictures, embeds; `more` goes over it. */
function showRich(more) {
  const text = (words) => ({ type: 'paragraph', content: [words.repeat(60)] });
  const picture = (name) => ({
    type: 'image', src: `/demo/images/${name}-640.webp`, srcset: `/demo/images/${name}-640.webp 640w, /demo/images/${name}.webp 1280w`,
    width: 640, height: 360, alt: name, caption: `Légende ${name}`, credit: 'Une agence',
  });
  el.article = {
    id: 'rich', title: 'Le port change', language: 'fr', publishedAt: '2026-03-21T08:00:00Z',
    body: [
      text('Un. '), { type: 'heading', level: 2, content: ['Le chantier'] }, picture('port'), text('Deux. '),
      { type: 'heading', level: 3, content: ['Les délais'] }, text('Trois. '),
      { type: 'heading', level: 2, content: ['Le chantier'], anchor: 'suite' }, picture('ferry'), text('Quatre. '),
      { type: 'embed', provider: 'YouTube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'Le film' },
      { type: 'embed', provider: 'Ailleurs', url: 'https://ailleurs.example/1' },
    ],
    ...more,
  };
}

/** Stands in for the engine of the Speech API: what is said is kept in `said`, and an utterance ends when `endUtterance()` is called. */
function stubSpeech(voices) {
  window.said = [];
  let current;
  const engine = new EventTarget();
  Object.assign(engine, {
    getVoices: () => voices,
    speak(utterance) {
      current = utterance;
      window.said.push({ text: utterance.text, voice: utterance.voice.name, rate: utterance.rate });
    },
    cancel: () => (current = undefined),
  });
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: engine });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
      this.rate = 1;
    }
  };
  window.endUtterance = () => current?.onend?.({});
}

/** Answers /live with `window.updates`, and counts what is asked; time passes by `pass(seconds)`. */
function stubLive() {
  window.asked = [];
  window.answer = () => jsonAnswer({ updates });
  intercept((url, _request, pass, init) => {
    if (!url.includes('/live-updates')) return pass();
    asked.push(init?.cache ?? '');
    return Promise.resolve(answer());
  });
  const { setTimeout: set, clearTimeout: clear } = window;
  const late = new Map();
  let now = 0;
  let ids = -1;
  window.setTimeout = (call, ms, ...rest) => {
    if (!(ms >= 20_000)) return set(call, ms, ...rest);
    late.set(--ids, { at: now + ms, call });
    return ids;
  };
  window.clearTimeout = (id) => (id < 0 ? late.delete(id) : clear(id));
  window.elapse = (seconds) => {
    now += seconds * 1000;
    for (const [id, { at, call }] of [...late]) {
      if (at <= now && late.delete(id)) call();
    }
  };
}

/** Has the page look hidden, or seen again. */
function hide(isHidden) {
  Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Two hours of live coverage in the clock of `stubLive`: 500 updates, with what was noticed meanwhile in `noticed`. */
async function twoHours() {
  const update = (id) => ({
    id, title: `Titre ${id}`, publishedAt: new Date(Date.UTC(2026, 2, 21, 8, id)).toISOString(), body: 'Un texte.', pinned: id === 2,
  });
  const settled = async () => {
    for (let turn = 0; turn < 40 && inFlight; turn++) await new Promise((done) => setTimeout(done));
    // What came is read.
    for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
  };
  let inFlight = 0;
  const noticed = { most: 0, listened: 0, nodes: 0 };
  window.noticed = noticed;
  window.updates = [update(1), update(2)].reverse();
  window.answer = async () => {
    noticed.most = Math.max(noticed.most, ++inFlight);
    await new Promise((done) => setTimeout(done));
    inFlight--;
    return jsonAnswer({ updates });
  };
  const step = async (seconds) => {
    elapse(seconds);
    await settled();
  };
  let last = 2;
  const asks = () => asked.length;
  for (let minute = 0; minute < 120; minute += 0.6) {
    for (const end = Math.min(500, last + 3); last < end; ) updates.unshift(update(++last));
    await step(36);
  }
  noticed.asked = asks();
  // Nothing is new: nothing is made.
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...given) {
    if (this instanceof Node) noticed.listened++;
    return addEventListener.apply(this, given);
  };
  const before = root.querySelectorAll('*').length;
  for (let turn = 0; turn < 30; turn++) await step(36);
  noticed.nodes = root.querySelectorAll('*').length - before;
  EventTarget.prototype.addEventListener = addEventListener;
  // Nobody sees the page.
  hide(true);
  const unseen = asks();
  for (let turn = 0; turn < 30; turn++) await step(120);
  noticed.unseen = asks() - unseen;
  hide(false);
  for (let turn = 0; turn < 100 && asks() === unseen; turn++) await new Promise((done) => setTimeout(done, 20));
  await settled();
  noticed.back = asks() - unseen;
  // The server is ill for an hour, and well again.
  const { answer } = window;
  window.answer = async () => new Response('', { status: 503 });
  const ill = asks();
  for (let turn = 0; turn < 120; turn++) await step(30);
  noticed.ill = asks() - ill;
  window.answer = answer;
  for (let turn = 0; turn < 30; turn++) await step(30);
  const well = asks();
  for (let turn = 0; turn < 20; turn++) await step(40);
  noticed.well = asks() - well;
}
