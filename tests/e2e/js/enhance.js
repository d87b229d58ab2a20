// Steps of enhance.rs.

/** A parameter of the address that a network is shared to by. */
function shared(network, name) {
  const button = $$('share-button').find((one) => one.dataset.network === network);
  return new URL(button.href).searchParams.get(name);
}

/** Shows an article without an address, among whose others is its own page, by several of its addresses. */
function showWithoutAddress() {
  const paths = ['/propre', '/propre/?utm_source=lettre#haut', '/politique/tramway?fbclid=1', '/autre', '/autre/?utm_medium=x'];
  el.article = {
    title: 'Un',
    body: [],
    comments: { action: `${location.origin}/c` },
    related: paths.map((path) => ({ url: location.origin + path, title: path })),
  };
}

/** Sends a comment that the page takes itself, and gives what it was told of it. */
function sendToPage() {
  return new Promise((done) => {
    el.addEventListener('news-article-comment', (event) => {
      event.preventDefault();
      done({ article: event.detail.article, section: event.detail.section });
    }, { once: true });
    fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' });
    send('comment-form');
  });
}

/** Has the page read with each of these nodes of JSON-LD in it, and gives the articles. */
async function readWith(nodes) {
  const articles = [];
  for (const node of nodes) {
    document.querySelector('#ld').textContent = JSON.stringify({ '@type': 'NewsArticle', ...node });
    const ended = once(el, 'loadend');
    el.reload();
    await ended;
    articles.push(el.article);
  }
  return articles;
}

/** Types a comment, and has the page read again while the reader is in the field; gives the events and what stood meanwhile. */
async function reloadWhileTyping() {
  typeIn('comment-form', 'body', 'Merci.');
  fieldOf('comment-form', 'body').focus();
  record(LOADING);
  const ended = once(el, 'loadend');
  el.querySelector('p').textContent = 'Un texte, plus long.';
  el.reload();
  const meanwhile = [el.state, !!$('reading-time')];
  await ended;
  return [...meanwhile, ...log];
}

/** Reads the page again, and waits until that is painted. */
async function reloadAndPaint() {
  const ended = once(el, 'loadend');
  el.reload();
  await ended;
  await painted();
}

/** Waits until the reader of pages is here and has done what it does at once. */
async function pageReaderHasLooked(origin) {
  await import(`${origin}/news-article_page.js`);
  await tasksRun();
  await painted();
}

/** Lets the wasm get lost until `mend()` is called, and shows an article around its text. */
function showWithoutWasm() {
  window.mend = intercept((url, _request, pass) => url.endsWith('.wasm') ? Promise.reject(new TypeError('gone')) : pass());
  window.log = [];
  document.addEventListener('error', (event) => event.detail && log.push(event.detail.kind), true);
  put('<news-article lang=fr><p>Un texte.</p></news-article>');
}

/** Waits until whatever looks for what is near has been told of the element, and of the part after it. */
async function observersHaveTold() {
  await observed(el);
  await observed(document.querySelector('news-share'));
  await painted();
}
