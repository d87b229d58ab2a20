// Steps of failure.rs.

/** Shows an element whose failures are written down, with what the page has in its place. */
function show(attributes, src) {
  window.log = [];
  const made = document.createElement('news-article');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.innerHTML = '<a href=/x>Lire l’article</a>';
  made.addEventListener('error', (event) => log.push(event.detail));
  made.src = src;
  document.querySelector('main').append(made);
}

/** The server has again what it had not. */
function comeBack() {
  history.replaceState(null, '', '/demo/blank.html');
  const { fetch } = window;
  window.fetch = (request, ...rest) => fetch(typeof request === 'string' ? request.replace('?status=404', '') : request, ...rest);
}
