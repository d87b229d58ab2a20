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
