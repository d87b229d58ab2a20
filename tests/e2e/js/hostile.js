// Steps of hostile.rs.

/** Sets what the corpus runs if it can run anything, and shows that it would be seen. */
function setDetector() {
  window.runs = 0;
  window.xss = window.alert = window.confirm = window.prompt = () => { window.runs += 1; };
  document.body.insertAdjacentHTML('beforeend', '<img id=control src=data:, onerror=xss()>');
}

/** Shows each case, clicks every link in it, and writes what is off the lists into `window.found`. */
function showAll(cases, elementNames, attributeNames) {
  const elements = new Set(elementNames);
  const attributes = new Set(attributeNames);
  const address = /^(https?:|mailto:|tel:|data:image\/(png|jpeg|gif|webp|avif);base64,)/;
  window.found = [];
  window.done = 0;
  addEventListener('click', (event) => event.preventDefault());
  const look = (html) => {
    for (const node of root.querySelectorAll('[part=body] *')) {
      if (!elements.has(node.localName)) window.found.push(['element', node.localName, html]);
      for (const { name, value } of node.attributes) {
        if (!attributes.has(name)) window.found.push(['attribute', name, html]);
        if (['href', 'src', 'poster'].includes(name) && !address.test(value)) window.found.push(['address', value, html]);
      }
      if (node.localName === 'a') node.click();
    }
  };
  (async () => {
    for (const html of cases) {
      const ended = once(el, 'loadend');
      el.article = { title: 'Cas', url: 'https://news.example/a', bodyHtml: html };
      await ended;
      look(html);
      window.done += 1;
    }
  })();
}

/** The requests for anything but pictures, recordings and the program itself. */
function othersAskedFor() {
  const media = ['img', 'image', 'video', 'audio', 'other'];
  return performance.getEntriesByType('resource')
    .filter((entry) => !media.includes(entry.initiatorType))
    .map((entry) => `${entry.initiatorType} ${entry.name}`)
    .filter((line) => !/news-article|demo|locale/.test(line));
}
