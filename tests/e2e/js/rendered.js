// Steps of rendered.rs.

/** Loads each document into an element, and gives every difference between its article and the one that was rendered. */
async function differences(pairs, language) {
  const found = [];
  const element = document.createElement('news-article');
  element.lang = language;
  element.setAttribute('sections', 'breadcrumb title byline reading-time summary image');
  document.querySelector('main').replaceChildren(element);
  for (const { name, src, html } of pairs) {
    const ended = once(element, 'loadend');
    element.src = src;
    await ended;
    const built = element.state === 'ready' ? element.shadowRoot.querySelector('article') : null;
    const parsed = html && new DOMParser().parseFromString(html, 'text/html').querySelector('article');
    if (!built !== !parsed) found.push([name, built ? 'was not rendered' : 'is not shown']);
    else if (built) {
      const difference = differ(tree(built), tree(parsed), 'article');
      if (difference) found.push([name, ...difference]);
    }
    if (found.length > 20) break;
  }
  return found;
}

/** Attributes that are of the place where the article stands: ids and what stands for them, and who holds its language. */
const OF_THE_PLACE = ['id', 'aria-labelledby', 'data-anchor', 'data-to'];

/**
 * An element as a list: name, attributes, children. What differs by the place is left out: ids, the publisher's slots and the
 * box around them, and the box that names a wall. Parts and classes are classes with a prefix in a page. Neighbouring texts are one.
 */
function tree(node) {
  const attributes = [];
  for (const { name, value } of node.attributes) {
    if (OF_THE_PLACE.includes(name) || node.localName === 'article') continue;
    if (name !== 'class' && name !== 'part') attributes.push([name, value]);
  }
  // In a page a part is a class.
  const classes = [node.getAttribute('part'), node.getAttribute('class')].filter(Boolean).join(' ').replaceAll('news-article-', '')
    // A picture that did not come is told by the element once it has not.
    .replace(/ ?\bfailed\b/, '');
  if (classes && node.localName !== 'article') attributes.push(['class', classes]);
  const children = [];
  const add = (child) => {
    if (child.nodeType === Node.TEXT_NODE) {
      if (typeof children.at(-1) === 'string') children.push(children.pop() + child.data);
      else if (child.data) children.push(child.data);
    } else if (child.localName === 'slot' || (child.localName === 'div' && child.hidden)) return;
    else if (child.className === 'news-article-paywall') child.childNodes.forEach(add);
    // What follows live coverage works by script alone.
    else if (child.matches('[part=live] > :is([part=update-new], [part=status], .turn)')) return;
    else children.push(tree(child));
  };
  node.childNodes.forEach(add);
  return [node.namespaceURI + ' ' + node.localName, attributes.sort(([a], [b]) => (a < b ? -1 : 1)), children];
}

/** The first difference of two trees, with its place; nothing where they are the same. */
function differ(one, other, place) {
  if (typeof one === 'string' || typeof other === 'string') {
    return one === other ? undefined : [place, JSON.stringify(one).slice(0, 300), JSON.stringify(other).slice(0, 300)];
  }
  const [name, attributes, children] = one;
  const [otherName, otherAttributes, otherChildren] = other;
  const here = `${place} > ${name.split(' ')[1]}`;
  if (name !== otherName) return [here, name, otherName];
  for (let at = 0; at < Math.max(attributes.length, otherAttributes.length); at += 1) {
    const [a, b] = [attributes[at], otherAttributes[at]];
    if (!a || !b || a[0] !== b[0] || !same(...a, b[1])) return [here, JSON.stringify(a ?? null), JSON.stringify(b ?? null)];
  }
  for (let at = 0; at < Math.max(children.length, otherChildren.length); at += 1) {
    if (children[at] === undefined || otherChildren[at] === undefined) {
      return [here, JSON.stringify(children[at] ?? null).slice(0, 300), JSON.stringify(otherChildren[at] ?? null).slice(0, 300)];
    }
    const difference = differ(children[at], otherChildren[at], here);
    if (difference) return difference;
  }
}

/** True if an attribute says the same. In a page a fragment link leads to the place itself, in a shadow root to the article's address. */
function same(name, one, other) {
  if (one === other) return true;
  if (name !== 'href' || !other.startsWith('#')) return false;
  const fragment = decodeURIComponent(one.split('#')[1] ?? '');
  return other.endsWith(`-at-${fragment.replace(/\s/g, '-')}`);
}

/** Clicks every link and button, without leaving the page. */
function clickAll() {
  addEventListener('click', (event) => event.preventDefault());
  const all = document.querySelectorAll('a, button, summary');
  for (const one of all) one.click();
  return all.length;
}

/** The requests for anything but pictures and recordings. */
function othersAskedFor() {
  const media = ['img', 'image', 'video', 'audio', 'other'];
  return performance.getEntriesByType('resource')
    .filter((entry) => !media.includes(entry.initiatorType))
    .map((entry) => `${entry.initiatorType} ${entry.name}`);
}

/** The parts of a page that a reader mode does not find, in words. */
function readerMode(html) {
  const page = () => new DOMParser().parseFromString(html, 'text/html');
  const [original, missing] = [page(), []];
  const found = new Readability(page()).parse();
  if (!found) return ['the article'];
  const says = (selector) => [...original.querySelectorAll(selector)].map((one) => tidy(one.textContent));
  if (tidy(found.title) !== says('h1')[0]) missing.push(`the title: ${found.title}`);
  for (const author of says('.news-article-author')) if (!found.byline?.includes(author)) missing.push(`the author ${author}: ${found.byline}`);
  if (says('.news-article-summary').length && !found.excerpt) missing.push('the excerpt');
  // Less than this is no article to a reader mode, which takes what stands around it instead.
  const whole = says('.news-article-body')[0] ?? '';
  if (whole.length < 1000) return missing;
  const text = tidy(found.textContent);
  const paragraphs = says('.news-article-body .news-article-paragraph');
  const left = paragraphs.filter((paragraph) => !text.includes(paragraph)).join('');
  // Lines of links and of a few words are left out by design.
  if (left.length > whole.length / 10) missing.push(`paragraphs: ${left.slice(0, 300)}`);
  return missing;
}
