// Steps of guest.rs: sections beside an article that the page holds.

/** The files of the element that were asked for. */
function filesAsked() {
  const names = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop().split('?')[0]);
  return names.filter((name) => name.startsWith('news-article')).sort();
}

/** The files that were asked for before the page had loaded, the entry apart. */
function askedTooEarly() {
  const [{ loadEventStart }] = performance.getEntriesByType('navigation');
  const early = performance.getEntriesByType('resource').filter(({ name, startTime }) => /news-article_/.test(name) && startTime < loadEventStart);
  return early.map(({ name }) => name);
}

/** The nodes of a name in an element's shadow root that a reader sees. */
function inside(selector, part) {
  return [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])].filter(
    (one) => shown(one) && getComputedStyle(one).visibility === 'visible',
  );
}

/** The address that a share part shares on X. */
function shared(selector = 'news-share') {
  const link = document.querySelector(selector)?.shadowRoot?.querySelector('[data-network=x]');
  return link ? new URL(link.href).searchParams.get('url') : '';
}

/** Relative luminance, as WCAG has it. */
function luminance([red, green, blue]) {
  const linear = [red, green, blue].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour over another one, as the browser paints it. */
function painted(color, under) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${under.join(' ')})`;
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** What cannot be read, or seen, of the elements on a background: text below 4.5 to 1, edges and signs of controls below 3. */
function unreadable(background, selectors) {
  const found = [];
  const look = (root, under) => {
    for (const node of root.children) {
      if (!shown(node) || node.closest('.waiting')) continue;
      const style = getComputedStyle(node);
      const behind = painted(style.backgroundColor, under);
      const told = `${node.localName}.${node.getAttribute('part') ?? node.className}`;
      const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()) || /^(input|textarea)$/.test(node.localName);
      const off = node.getAttribute('aria-disabled') === 'true';
      if (own && !off) {
        const ratio = contrast(painted(style.color, behind), behind);
        if (ratio < 4.45) found.push(`${told}: text ${ratio.toFixed(2)}`);
      }
      if (/^(input|textarea|button)$/.test(node.localName) && !off && parseFloat(style.borderTopWidth) && style.borderTopColor !== 'rgba(0, 0, 0, 0)') {
        const ratio = contrast(painted(style.borderTopColor, under), under);
        if (ratio < 2.95) found.push(`${told}: edge ${ratio.toFixed(2)}`);
      }
      if (node.localName === 'svg' && !off) {
        const ratio = contrast(painted(style.color, under), under);
        if (ratio < 2.95) found.push(`${told}: sign ${ratio.toFixed(2)}`);
      }
      look(node, behind);
    }
  };
  for (const selector of selectors) look(document.querySelector(selector).shadowRoot, background);
  return found;
}

/** Puts the page's colours on, and tells what cannot be read then. */
async function unreadableIn(text, background, selectors) {
  document.body.style.cssText = `color: rgb(${text.join(' ')}); background: rgb(${background.join(' ')})`;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // Colours change slowly where movement is welcome.
  await Promise.all(selectors.flatMap((selector) => document.querySelector(selector).shadowRoot.getAnimations().map((one) => one.finished.catch(() => {}))));
  return unreadable(background, selectors);
}

/** The words and minutes that parts count, and that the same HTML has when it is read as an article: `[counted, read]`. */
async function counts(html, language) {
  const main = document.querySelector('main');
  main.innerHTML = '<news-article id=whole sections=title></news-article><div id=held></div><news-reading-time for=held></news-reading-time>';
  const [whole, held, part] = main.children;
  main.lang = language;
  // The link to a recording is shown where there is no player: in an article from JSON, not in a page that has one.
  const same = html.replace(/<a\b[^>]*>[^<]*<\/a>(?=<\/(audio|video)>)/g, '');
  held.innerHTML = same;
  whole.article = { title: 'Un titre', bodyHtml: same, language };
  const ready = (element) => found(() => element.state === 'ready' || element.state === 'error');
  await Promise.all([ready(whole), ready(part)]);
  return [part, whole].map(({ article }) => [article?.wordCount, article?.timeRequired]);
}

/** Watches what moves, from the start of the page. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push([value, ...sources.map(({ node }) => node?.id || node?.localName)]);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How the comments' form and the newsletter look: as they were rendered (`document`), or as they are live (`root`). */
function looksOfForms(where) {
  const host = document.querySelector('news-article');
  const isLive = where === 'root';
  const named = (name) => (isLive ? `[part~=${name}]` : `.news-article-${name}`);
  const within = (name) => (/^(comment|news)/.test(name) ? named(name) : `${named('comment-form')} ${named(name)}`);
  const find = (name) => (isLive ? host.shadowRoot : host).querySelector(within(name));
  return ['comments', 'comment-form', 'label', 'input', 'submit', 'newsletter'].map((name) => {
    const node = find(name);
    const { color, backgroundColor, fontFamily, fontSize, fontWeight } = getComputedStyle(node);
    const { top, width, height } = node.getBoundingClientRect();
    // The edge of a live button is a pixel wider; the list of comments is still to come.
    const size = name === 'submit' ? [top] : name === 'comments' ? [top, width] : name === 'newsletter' ? [width, height] : [top, width, height];
    return [name, color, backgroundColor, fontFamily, fontSize, fontWeight, ...size.map(Math.round)].join(' ');
  });
}

/** The node that has the focus, through shadow roots, in words. */
function focusedNode() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return [node.getRootNode().host?.localName ?? 'page', node.dataset?.network || node.name || node.localName];
}

/** Swaps the article as a router does, and pushes an address: before or after, or in place. */
function navigate(order, id) {
  const text = `<h1>Deux</h1><p>${'mot '.repeat(900)}</p>`;
  const push = () => history.pushState({}, '', '/deux?page=2');
  if (order === 'before') push();
  if (order === 'in place') document.querySelector(`#${id}`).innerHTML = text;
  else document.querySelector('#main').innerHTML = `<article id=${id}>${text}</article>`;
  if (order !== 'before') push();
}

/** Touches an element once the page is parsed, and keeps whether its buttons come before the page has loaded. */
function touchWhenParsed(name, type) {
  window.isReadyBeforeLoad = false;
  document.addEventListener('DOMContentLoaded', () => {
    const element = document.querySelector(name);
    element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    const look = () => {
      window.isReadyBeforeLoad ||= document.readyState !== 'complete' && !!element.shadowRoot?.querySelector('[part=share-button]');
      if (document.readyState !== 'complete') setTimeout(look, 20);
    };
    look();
  });
}
