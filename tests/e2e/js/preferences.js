// Steps of preferences.rs.

/** A colour as drawn, from 0 (black) to 255 (white). */
function lightness(color) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How light the article's text is drawn. */
function lightnessOfText() {
  return lightness(getComputedStyle($('paragraph')).color);
}

/** True if a colour can be told from the canvas. */
function isDrawn(color) {
  return Math.abs(lightness(color) - lightness('Canvas')) > 60;
}

const markup = (nodes) => nodes.map((node) => node.outerHTML);
const controls = (selector) => [...root.querySelectorAll(selector)].filter((node) => shown(node) && !node.closest('.aside'));

/** Moves the carousel on; gives by how much it has moved when that is painted, and how it was asked to. */
async function moveOn() {
  const list = $('related-list');
  const { scrollTo } = list;
  const behaviours = [];
  list.scrollTo = (options) => {
    behaviours.push(options.behavior);
    scrollTo.call(list, options);
  };
  const from = list.scrollLeft;
  $('related-next').click();
  await painted();
  return { moved: list.scrollLeft - from, at: list.scrollLeft, behaviours };
}

/** The elements that move when they change. */
function whatMoves() {
  return markup([...root.querySelectorAll('a, button')].filter((node) => getComputedStyle(node).transitionDuration !== '0s'));
}

/** The parts whose text is greyer than the article's. */
function greys() {
  const color = (part) => getComputedStyle($(part)).color;
  return ['byline', 'reading-time', 'breadcrumb', 'caption'].filter((part) => color(part) !== color('paragraph'));
}

/** The controls whose edge is pale. */
function paleBorders() {
  const nodes = [...root.querySelectorAll('button, input, textarea')].filter(shown).filter((node) => !node.matches('[part~=submit]'));
  return markup(nodes.filter((node) => lightness(getComputedStyle(node).borderTopColor) > 60));
}

/** The controls without an edge that can be seen. A box to tick is drawn by the browser, which knows the system's colours. */
function controlsWithoutEdge() {
  const selector = 'button, input:not([type=checkbox]), textarea, [part~=share-button], [part=tags] a, [part=social] a';
  return markup(controls(selector).filter((node) => {
    const style = getComputedStyle(node);
    return style.borderTopStyle !== 'solid' || parseFloat(style.borderTopWidth) < 1 || !isDrawn(style.borderTopColor) || +style.opacity !== 1;
  }));
}

/** The icons that cannot be seen. */
function unseenIcons() {
  return markup([...root.querySelectorAll('.icon')].filter(shown).filter((node) => {
    const { stroke, fill } = getComputedStyle(node);
    return ![stroke, fill].some((color) => color !== 'none' && isDrawn(color));
  }));
}

/** The boxes without an edge that can be seen. */
function boxesWithoutEdge() {
  return ['summary', 'newsletter'].filter((part) => $(part)).filter((part) => {
    const style = getComputedStyle($(part));
    return style.borderBottomStyle !== 'solid' || !isDrawn(style.borderBottomColor);
  });
}

/** True if what has the focus has an outline that can be seen. */
function isFocusDrawn() {
  const style = getComputedStyle(root.activeElement);
  return root.activeElement.matches('a, button') && style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && isDrawn(style.outlineColor);
}

/** How wide the first link of the text is, over all its lines. */
function widthOfLink() {
  return [...$('body').querySelector('a').getClientRects()].reduce((sum, box) => sum + box.width, 0);
}

/** The controls that are shown. */
function shownControls() {
  const selector = 'button, input, textarea, form, audio, video, [part~=share-button], [part=status]';
  return markup([...root.querySelectorAll(selector)].filter(shown));
}

/** Those of these parts that are shown, or that are not. */
function shownParts(parts) {
  return parts.filter((part) => $(part));
}
function missingParts(parts) {
  return parts.filter((part) => !$(part));
}

/** Shows an article without a list of others, in a page of this scheme and language. */
function showAlone(scheme, lang, relatedSrc) {
  const page = document.documentElement;
  page.style.colorScheme = scheme;
  page.dir = lang === 'ar' ? 'rtl' : 'ltr';
  document.body.style.background = 'Canvas';
  const made = put('<news-article sections="title related"></news-article>');
  made.lang = lang;
  made.relatedSrc = relatedSrc;
  made.article = { title: 'Seul', body: [] };
}

/** Shows an article whose every text is one long word. */
function showLongWord() {
  const long = 'Rindfleischetikettierungsüberwachungsaufgaben'.repeat(4);
  const paragraph = { type: 'paragraph', content: [long] };
  el.article = {
    title: long,
    url: 'https://news.example/a',
    section: long,
    authors: [{ name: long }],
    summary: long,
    tags: [{ name: long }],
    breadcrumbs: [{ name: long, url: 'https://news.example/' }],
    publishedAt: '2026-03-21T09:00:00+01:00',
    body: [{ type: 'heading', level: 2, content: [long] }, paragraph, { type: 'list', items: [[paragraph]] }],
    related: [1, 2, 3].map((number) => ({ url: `https://news.example/${number}`, title: long, summary: long, section: long })),
    comments: { action: '/api/comments', open: true },
  };
}

/** The reader's own style: WCAG 1.4.12's values. */
function spaceText() {
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaced];
}
