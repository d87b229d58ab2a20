// Steps of privacy.rs.

/** Whatever is asked of anybody else is refused by a policy, and written into `window.others`. */
function forbidOthers() {
  window.others = [];
  document.addEventListener('securitypolicyviolation', (event) => others.push(`${event.violatedDirective} ${event.blockedURI}`));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "default-src 'self' 'unsafe-eval' 'unsafe-inline'";
  document.head.append(policy);
  document.body.insertAdjacentHTML('beforeend', '<img src=https://elsewhere.example/pixel.png>');
}

/** Goes to the end of the page, and waits until what it brings about is there. */
async function visit() {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
    scrollTo(0, y);
    await painted();
  }
  await found(() => !root.querySelector('[aria-busy]'));
  await found(() => [...root.querySelectorAll('img')].filter(shown).every((one) => one.complete || one.loading === 'lazy'));
}

/** The requests to other servers than the page's own. */
function askedOfOthers() {
  const names = performance.getEntriesByType('resource').map((entry) => entry.name);
  return names.filter((name) => !name.startsWith(`${location.origin}/`) && !name.startsWith('data:') && !name.includes('elsewhere.example'));
}

/** The data of the page that the browser stores. */
async function kept() {
  return {
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
}

/** The links to others that would tell them where the reader comes from, or give them the window. */
function tellingLinks() {
  const links = root.querySelectorAll('a[href^="https:"], a[href^="http:"]');
  return [...links]
    .filter((one) => one.origin !== location.origin && one.origin !== 'https://news.example')
    .filter((one) => !one.relList.contains('noreferrer') || (one.target === '_blank' && !one.relList.contains('noopener')))
    .map((one) => one.href);
}
