// Steps of parts.rs.

/** The visible text of a part. */
function part(name) {
  return tidy(document.querySelector(name).shadowRoot.querySelector('[part=base]')?.innerText);
}

/** The nodes of a name that stand in a part. */
function inside(name, part) {
  return [...(document.querySelector(name).shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])];
}

/** Scrolls to a part, as a reader does. */
function comeTo(name) {
  document.querySelector(name).scrollIntoView({ behavior: 'instant' });
}

/** Sends a comment by the part, and gives who told the page of it, and what. */
async function sendComment() {
  const part = document.querySelector('news-comments');
  const told = [];
  document.addEventListener('news-article-comment', (event) => told.push(event.target.localName, event.detail.body), { once: true });
  const sent = once(document, 'news-article-sent');
  const [form] = inside('news-comments', 'comment-form');
  for (const [name, value] of Object.entries({ name: 'Salma', email: 'salma@example.org', body: 'Bien dit.' })) {
    const field = form.querySelector(`[name=${name}]`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  form.querySelector('[part=submit]').click();
  const { target, detail } = await sent;
  return [...told, target.localName, detail.outcome];
}

/** Shares by a part, and gives who told the page, and what. */
function share(network) {
  const told = [];
  document.addEventListener('news-article-share', (event) => {
    event.preventDefault();
    told.push(event.target.localName, event.detail);
  }, { once: true });
  document.querySelector('news-share').shadowRoot.querySelector(`[data-network=${network}]`).click();
  return told;
}

/** Puts parts beside texts of the page's own, which has a canonical address. */
function putBesideTexts() {
  document.head.insertAdjacentHTML('beforeend', '<link rel=canonical href=/propre>');
  put(`<news-reading-time for=text lang=en words-per-minute=100></news-reading-time>
    <news-share lang=fr share=x share-utm='utm_source=page'></news-share>
    <div id=text><p>${'mot '.repeat(301)}</p></div><div id=short><p>Un mot.</p></div>`);
}

/** Takes a part out until it is done with that, and puts it into a shadow root that has another text by the same name. */
async function moveElsewhere() {
  window.moved = document.querySelector('news-reading-time');
  moved.remove();
  const inner = document.querySelector('#host').attachShadow({ mode: 'open' });
  inner.innerHTML = `<div id=a><p>${'mot '.repeat(300)}</p></div>`;
  await tasksRun();
  inner.append(moved);
}

/** Counts the observers of whole trees that are at work, in `window.live`. */
function countObservers() {
  window.live = 0;
  window.MutationObserver = class extends MutationObserver {
    observe(node, options) {
      if (options.subtree) window.live += 1;
      super.observe(node, options);
      this.subtree = options.subtree;
    }

    disconnect() {
      if (this.subtree) window.live -= 1;
      this.subtree = false;
      super.disconnect();
    }
  };
}

/** Gives the article `a` what has a section of its own and few articles have: two headings, a recording, lists of newsletters. */
async function giveAll() {
  const article = await (await fetch('/api/articles/42.json')).json();
  const heading = (text) => ({ type: 'heading', level: 2, content: [text] });
  article.body.unshift(heading('Un'), { type: 'paragraph', content: ['Texte.'] }, heading('Deux'));
  article.audio = '/demo/media/corne.mp3';
  article.newsletter.lists = [{ id: 'matin', title: 'Le matin' }, { id: 'soir', title: 'Le soir' }];
  document.querySelector('#a').article = article;
}

/** The names that a part has and the manifest has not, and the other way round. */
async function oddNames() {
  const manifest = await (await fetch('/custom-elements.json')).json();
  const [{ declarations }] = manifest.modules;
  return declarations.slice(1).flatMap(({ tagName, cssParts }) => {
    const named = cssParts.map(({ name }) => name);
    const nodes = document.querySelector(tagName).shadowRoot.querySelectorAll('[part]');
    const seen = [...nodes].flatMap((one) => [...one.part]);
    const unnamed = seen.filter((name) => !named.includes(name));
    // Without an error nothing is to be tried again, and in a recording there are no paragraphs to step through.
    const elsewhere = ['error', 'retry', 'listen-step'];
    const unseen = named.filter((name) => !seen.includes(name) && !elsewhere.includes(name));
    return [...unnamed, ...unseen.map((name) => `no ${name}`)].map((name) => `${tagName}: ${name}`);
  });
}

/** The names that a module exports. */
async function exportsOf(module) {
  return Object.keys(await import(`/${module}`)).sort();
}
