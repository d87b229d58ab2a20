// Steps of network.rs.

/** Makes an element that loads an address within so many seconds, and gives what came of it, when the load has ended. */
async function load(src, timeout) {
  document.querySelector('main').replaceChildren();
  const made = document.createElement('news-article');
  made.timeout = timeout;
  made.innerHTML = '<a href=/x>Lire l’article</a>';
  const events = [];
  for (const type of ['load', 'error']) {
    made.addEventListener(type, ({ detail }) => events.push({ type, kind: detail?.kind, status: detail?.status }));
  }
  const ended = once(made, 'loadend');
  made.src = src;
  document.querySelector('main').append(made);
  await ended;
  return events[0];
}

/** Takes the element out, and waits until it has done what it does then. */
async function takeOut() {
  document.querySelector('main').replaceChildren();
  await tasksRun();
}

/** The line of this page says that it is not there. */
function goOffline() {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
}
