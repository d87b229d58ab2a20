// Steps of element.rs.

/** Makes an element whose load is written down: each event with the state, whether the article is there, and whether it bubbles. */
function loadRecorded(src) {
  window.log = [];
  const made = document.createElement('news-article');
  for (const type of LOADING) {
    made.addEventListener(type, (event) => log.push([type, made.state, !!made.shadowRoot.querySelector('[part=title]'), event.bubbles]));
  }
  made.src = src;
  document.querySelector('main').append(made);
}

/** Moves the element to and fro. */
function moveAbout(times) {
  for (let at = 0; at < times; at++) document.querySelector(at % 2 ? 'main' : '#other').append(el);
}

/** Puts the element back that is kept, and counts the frames that show half of it. */
function putBack() {
  performance.clearResourceTimings();
  document.querySelector('main').append(kept);
  window.halves = 0;
  const look = () => {
    const base = kept.shadowRoot;
    const form = base.querySelector('[part=comment-form]');
    if (base.querySelector('[part=title]') && !form) window.halves += 1;
    if (!form) requestAnimationFrame(look);
  };
  look();
}

/** Keeps hold of the wasm's memory. */
function watchMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const values = Object.values((made.instance ?? made).exports);
    window.memory = values.find((one) => one instanceof WebAssembly.Memory) ?? window.memory;
    return made;
  };
}

/** By how many pages the memory grows over forty elements that come and go, after ten: each other one with its carousel. */
async function growth() {
  const article = await (await fetch('/api/articles/42.json')).json();
  const live = async (times) => {
    for (let at = 0; at < times; at++) {
      const made = document.createElement('news-article');
      const ended = once(made, 'loadend');
      made.article = article;
      document.querySelector('main').append(made);
      await ended;
      if (at % 2) {
        made.scrollIntoView({ block: 'end' });
        await found(() => made.shadowRoot.querySelector('[part=related-item]'));
      }
      made.remove();
      await tasksRun();
    }
  };
  await live(10);
  const before = memory.buffer.byteLength;
  await live(40);
  return (memory.buffer.byteLength - before) / 65536;
}

/** Sets properties of an element in a frame where the element's script comes after. */
function setEarly() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentDocument;
  const early = inner.createElement('news-article');
  early.setAttribute('src', '/api/articles/long.json');
  early.headingLevel = 3;
  early.article = { title: 'Avant', body: [{ type: 'paragraph', content: ['Texte'] }] };
  early.src = '/api/articles/42.json';
  inner.body.append(early);
  window.early = early;
  const script = inner.createElement('script');
  script.type = 'module';
  script.src = '/news-article.js';
  inner.body.append(script);
}

/** Writes down what each event of an article tells. */
function recordDetails(names) {
  window.log = [];
  for (const name of names) document.addEventListener(`news-article-${name}`, (event) => log.push([name, event.detail]));
}

/** Sets the publisher's own data, words of the page's, and an article. */
function setSite() {
  el.site = {
    newsletter: { action: '/api/newsletter', title: 'Du site' },
    social: [{ network: 'x', url: 'https://x.com/journal' }],
    labels: { summary: 'L’essentiel', errorNotFound: 'Plus ici.' },
  };
  el.labels = { share: 'Diffuser' };
  el.article = { title: 'Seul', summary: 'Court', body: [], newsletter: { title: 'La mienne' } };
}

/** Sets what no JSON can hold. */
function setWhatIsNoJson() {
  window.log = [];
  el.addEventListener('error', (event) => log.push(event.detail.kind));
  const round = { title: 'Rond' };
  round.round = round;
  el.labels = () => 1;
  el.site = 1n;
  el.article = round;
}

/** Sets a read-only name of an element in a frame where the element's script comes after. */
function setReadOnlyEarly() {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script>
    window.thrown = [];
    addEventListener('error', (event) => thrown.push(event.message));
    window.made = document.createElement('news-article');
    made.state = 'x';
    made.article = { title: 'Avant', body: ['Un.'] };
  </script><body><script type=module src=/news-article.js></script>`;
  frame.onload = () => frame.contentDocument.body.append(frame.contentWindow.made);
  document.body.append(frame);
  window.frame = frame;
}
