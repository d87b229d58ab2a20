// Steps of recovery.rs.

/** Sorts what the console is told by its level, and writes down the events of all articles. */
function watch() {
  window.levels = { error: [], warn: [] };
  for (const level of ['error', 'warn']) {
    const print = console[level];
    console[level] = (...words) => {
      levels[level].push(words.join(' '));
      print(...words);
    };
  }
  window.log = [];
  for (const type of LOADING) {
    document.addEventListener(type, (event) => {
      if (event.target.localName === 'news-article') log.push([event.target.id, type, event.detail?.kind ?? '']);
    }, true);
  }
}

/** Puts a second element into the page, which panics at this place. */
function putOther(fault) {
  const markup = '<news-article id=other src=/api/articles/ar.json lang=fr><a href=/y>Lire aussi</a></news-article>';
  const holder = document.createElement('template');
  holder.innerHTML = markup;
  window.other = holder.content.firstElementChild;
  other.dataset.fault = fault;
  document.querySelector('main').append(other);
}

/** Writes down what the page is asked before a comment is sent, and what it is told after; the first answer never comes. */
function watchSending() {
  window.asked = [];
  el.addEventListener('news-article-comment', (event) => asked.push(event.detail.submission));
  recordSent();
  window.answers = 0;
  intercept(async (_url, request, pass) => {
    const answer = await pass();
    if (request.method === 'POST' && (window.answers += 1) === 1) await new Promise(() => {});
    return answer;
  });
}

/** Another script has broken a prototype, for one call. */
function breakPrototypeOnce() {
  const { setAttribute } = Element.prototype;
  window.thrown = 0;
  Element.prototype.setAttribute = function () {
    Element.prototype.setAttribute = setAttribute;
    window.thrown += 1;
    throw new Error('patched');
  };
}
