// Steps of lifecycle.rs.

/**
 * Puts elements into the page and takes each out at a moment of its own: after so many microtasks, then tasks, then
 * milliseconds, which are what this is about. Gives the events that came after an element was out.
 */
async function takeOutAtEveryMoment() {
  const channel = new MessageChannel();
  const task = () => new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const late = [];
  for (let moment = 0; moment < 120; moment++) {
    const one = document.createElement('news-article');
    one.lang = moment % 2 ? 'de' : 'fr';
    one.setAttribute('src', '/a.json');
    one.setAttribute('site-src', `/site.json?${moment}`);
    one.setAttribute('related-src', '/related.json');
    let out = false;
    for (const type of ['load', 'error', 'loadend']) one.addEventListener(type, () => out && late.push(`${moment} ${type}`));
    document.querySelector('main').append(one);
    if (moment < 40) for (let at = 0; at < moment; at++) await null;
    else if (moment < 80) for (let at = 40; at < moment; at++) await task();
    else await after(moment - 80);
    one.remove();
    await after(0);
    out = true;
  }
  channel.port1.close();
  return late;
}

/** Types a draft and moves the carousel; waits until that has come to rest, and keeps its place. */
async function leaveTraces() {
  window.kept = el;
  record(LOADING);
  typeIn('comment-form', 'body', 'Un brouillon');
  $('related').scrollIntoView();
  $('related-next').click();
  await found(() => $('related-list').scrollLeft > 50);
  await atRest($('related-list'));
  window.place = $('related-list').scrollLeft;
}

/** Moves the element a hundred times: by taking it out, or as the browser can without that. */
function moveAbout(withoutTakingOut) {
  if (withoutTakingOut && !('moveBefore' in Element.prototype)) return;
  for (let at = 0; at < 100; at++) {
    const place = document.querySelector(at % 2 ? '#here' : '#there');
    if (withoutTakingOut) place.moveBefore(el, null);
    else place.append(el);
  }
}

/** Moves the element into another document. */
function moveIntoFrame() {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width: 900, height: 600 });
  document.body.append(frame);
  window.frame = frame;
  frame.contentDocument.body.append(kept);
}

/** Makes elements in several ways while there is no class for them yet. */
function makeEarly() {
  window.made = document.createElement('news-article');
  made.src = '/a.json';
  window.bare = document.createElement('news-article');
  bare.setAttribute('src', '/b.json');
  put('<news-article src=/a.json><a href=/x>Lire</a></news-article>');
  document.querySelector('main').append(made, bare);
  window.template = document.createElement('template');
  template.innerHTML = '<news-article src=/b.json></news-article>';
}

/** Loads the element's script; waits until it has run, or has failed. */
function loadScript(address) {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.body.append(script);
  return new Promise((done) => { script.onload = script.onerror = () => done(); });
}

/** Puts copies of elements into the page's main: of one that is shown, of one in a template, and one without a source. */
function putCopies() {
  const copy = el.cloneNode(true);
  copy.id = 'copy';
  const other = document.importNode(template.content, true);
  document.querySelector('main').replaceChildren(copy, other, document.createElement('news-article'));
}

/** Puts an element into a closed shadow root. */
function putIntoClosedRoot() {
  const host = document.createElement('div');
  document.querySelector('main').append(host);
  const closed = host.attachShadow({ mode: 'closed' });
  closed.innerHTML = '<div lang=en><news-article src=/a.json></news-article></div>';
  window.inner = closed.querySelector('news-article');
}

/** Keeps the nodes of the first element's view, and takes the element out until that is gone. */
async function takeOutAndKeepNodes() {
  window.nodes = [...root.querySelectorAll('*')];
  el.remove();
  await tasksRun();
}

/** Tells the nodes that were kept of all that a reader could do, but for links, which would lead away. */
function touchKeptNodes() {
  for (const node of nodes) {
    for (const type of ['scroll', 'click', 'input', 'submit', 'keydown', 'error']) {
      if (type !== 'click' || node.localName !== 'a') node.dispatchEvent(new Event(type, { cancelable: true }));
    }
  }
}

/** Shows an article in fifty elements at once, and takes them out. */
async function showFifty(article) {
  const main = document.querySelector('main');
  const ends = Array.from({ length: 50 }, () => {
    const one = document.createElement('news-article');
    one.article = article;
    main.append(one);
    return once(one, 'loadend');
  });
  await Promise.all(ends);
  main.replaceChildren();
  await tasksRun();
}

/** Loads elements, some in vain, and takes them out, the last in the middle of it; keeps weak references to them. */
async function showAndForget() {
  window.refs = [];
  const main = document.querySelector('main');
  const show = (src) => {
    const one = document.createElement('news-article');
    one.src = src;
    main.append(one);
    refs.push(new WeakRef(one));
    return one;
  };
  for (const src of ['/a.json', '/b.json', '/nowhere.json', '/a.json']) {
    const one = show(src);
    await once(one, 'loadend');
    one.remove();
  }
  show('/a.json').remove();
}

/** Puts parts into the page that follow a text in it. */
function putParts() {
  const parts = '<news-share for=t></news-share><news-reading-time for=t></news-reading-time>'
    + '<news-related for=t related-src=/related.json></news-related>';
  put(`<div id=t><p>Un texte de quelques mots.</p></div><section>${parts.repeat(5)}</section>`);
}
