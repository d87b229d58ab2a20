// The pages: one a contender, alike but for its script, its element and its hints.

const WIDGET = '/dist/news-article.js';
/** Another build of it, to compare with. */
const BEFORE = '/before/news-article.js';
const HINTS = `<link rel="modulepreload" href="${WIDGET}">
<link rel="modulepreload" href="/dist/news-article_glue.js">
<link rel="preload" as="fetch" crossorigin href="/dist/news-article_bg.wasm">
<link rel="preload" as="fetch" crossorigin href="/dist/news-article_markup.wasm">`;
const JSON_HINT = (source) => `<link rel="preload" as="fetch" crossorigin href="${source}">`;
/** What follows the body. */
export const SECTIONS = 'title byline image share related comments newsletter';

const source = (number) => `/wp-json/wp/v2/posts/${number}?_embed`;

function widget(number, hints, more = '', script = WIDGET) {
  return {
    hints: hints ? `${HINTS}\n${JSON_HINT(source(number))}` : '',
    script,
    element: element('news-article', number, `sections="${SECTIONS}"${more}`),
  };
}

const peer = (name, number, hints) => ({
  hints: hints ? `<link rel="modulepreload" href="/built/${name}.js">\n${JSON_HINT(source(number))}` : '',
  script: `/built/${name}.js`,
  element: element(`${name}-article`, number),
});

const element = (tag, number, more = '') =>
  `<${tag} data-article src="${source(number)}" newsletter-action="/newsletter" lang="fr" ${more}><a href="/">Lire l’article</a></${tag}>`;

/** The post that everyone shows, by its number. */
export const POST = 28;
export const SOURCE = source(POST);

/** What is compared, by the name of its page; the last three hold their article (held.js). */
export const CONTENDERS = ['widget', 'widget-hints', 'lit', 'lit-hints', 'swiper', 'plain', 'rendered', 'lit-ssr', 'page'];
/** Those in which there is something to be clicked. */
export const LIVE = CONTENDERS.filter((name) => name !== 'page');

/** Every page that is the same for any origin, by name. */
export const PAGES = {
  widget: widget(POST, false),
  'widget-hints': widget(POST, true),
  lit: peer('lit', POST, false),
  'lit-hints': peer('lit', POST, true),
  swiper: peer('swiper', POST, false),
  plain: peer('plain', POST, false),
  before: widget(POST, false, '', BEFORE),
  'widget-lazy': {
    ...widget(POST, false, ' loading="lazy"'),
    before: '<div style="height: 400vh"></div>',
  },
  'widget-whole': {
    hints: '',
    script: WIDGET,
    element: '<news-article data-article src="/whole.json" lang="fr"></news-article>',
  },
  'widget-none': { hints: '', script: WIDGET, element: '' },
  'lit-none': { hints: '', script: '/built/lit.js', element: '' },
};
/** The numbers of posts that are shown alone, by the number of their paragraphs; `read` is a captured long read. */
export const ARTICLES = [18, 200, 2000, 'read'];
for (const number of ARTICLES) {
  PAGES[`widget-${number}`] = widget(number, false);
  PAGES[`before-${number}`] = widget(number, false, '', BEFORE);
  for (const name of ['lit', 'plain']) PAGES[`${name}-${number}`] = peer(name, number, false);
}
for (const [name, one] of [['widget-50', PAGES.widget], ['lit-50', PAGES.lit]]) {
  PAGES[name] = { ...one, element: Array(50).fill(one.element).join('\n') };
}

/** The HTML of a page. */
export const page = ({ head = '<title>Le Courrier</title>', hints = '', script, element, before = '' }) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<link rel="icon" href="data:,">
${hints}
${script ? `<script type="module" src="${script}"></script>` : ''}
</head>
<body><main>${before}
${element}
</main></body>
</html>`;
