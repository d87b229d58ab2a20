// Steps of long.rs.

/** An article of many kinds of blocks, whose last paragraphs have rare words, and places that its first paragraph leads to. */
function longArticle(paragraphs) {
  const text = 'Le conseil communal a adopté jeudi soir, à une large majorité, le tracé définitif de la ligne. '.repeat(4).trim();
  const link = (at) => ({ type: 'link', href: `https://www.example.org/dossiers/${at}/`, content: ['une large part'] });
  const body = [
    { type: 'paragraph', content: [{ type: 'link', href: '#loin', content: ['Loin'] }, ' ', { type: 'link', href: '#liste', content: ['Liste'] }] },
  ];
  for (let at = 1; at <= paragraphs; at++) {
    const end = at === paragraphs - 10 ? ' Un ornithorynque passe.' : '';
    const anchor = at === paragraphs - 20 ? 'loin' : undefined;
    body.push({ type: 'paragraph', anchor, content: [`${at}. `, link(at), ` ${text} `, { type: 'strong', content: ['à retenir'] }, `.${end}`] });
    if (at % 6 === 0) body.push({ type: 'heading', level: at % 12 ? 3 : 2, content: [`Intertitre ${at}`] });
    if (at % 8 === 0) {
      const caption = [`Légende ${at}, avec ce que la photo montre et qui l’a prise.`];
      body.push({ type: 'image', src: `/demo/images/bus-de-nuit-640.webp?${at}`, width: 640, height: 360, alt: '', caption });
    }
    if (at % 9 === 0) {
      const item = (number) => [{ type: 'paragraph', content: [`Point ${number} de ${at}`] }];
      body.push({ type: 'list', anchor: at > paragraphs - 9 ? 'liste' : undefined, items: [item(1), item(2), item(3)] });
    }
    if (at % 10 === 0) body.push({ type: 'quote', body: [{ type: 'paragraph', content: [`Citation ${at}. ${text.slice(0, 90)}`] }], cite: ['Une conseillère'] });
  }
  return { id: `long-${paragraphs}`, url: '/long', title: 'Un long article', body };
}

/** The same kinds of blocks in HTML. */
function longHtml(paragraphs) {
  const text = 'Le conseil communal a adopté jeudi soir, à une large majorité, le tracé définitif de la ligne. '.repeat(4).trim();
  const parts = [];
  for (let at = 1; at <= paragraphs; at++) {
    parts.push(`<p>${at}. <a href="https://www.example.org/dossiers/${at}/">une large part</a> ${text} <strong>à retenir</strong>.</p>`);
    if (at % 6 === 0) parts.push(`<h2>Intertitre ${at}</h2>`);
    if (at % 8 === 0) {
      parts.push(`<figure><img src="/demo/images/bus-de-nuit-640.webp?${at}" width="640" height="360" alt=""><figcaption>Légende ${at}</figcaption></figure>`);
    }
    if (at % 9 === 0) parts.push(`<ul>${[1, 2, 3].map((item) => `<li>Point ${item} de ${at}</li>`).join('')}</ul>`);
    if (at % 10 === 0) parts.push(`<blockquote><p>Citation ${at}. ${text.slice(0, 90)}</p><cite>Une conseillère</cite></blockquote>`);
  }
  return { id: `html-${paragraphs}`, url: '/long', title: 'Un long article', bodyHtml: parts.join('\n') };
}

/** Shows it, and waits until it stands. */
async function showLong(paragraphs) {
  const element = put('<news-article lang="fr"></news-article>');
  await customElements.whenDefined('news-article');
  element.article = longArticle(paragraphs);
  await once(element, 'loadend');
  await painted();
}

/** The paragraph of a number. */
const numbered = (number) =>
  [...root.querySelectorAll('[part~=body] [part~=paragraph]')].find((paragraph) => paragraph.textContent.startsWith(`${number}. `));

/** How much higher the body is in truth than the room that is kept for it. */
async function roomKept() {
  const height = () => root.querySelector('[part~=body]').getBoundingClientRect().height;
  const kept = height();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.far { content-visibility: visible !important }');
  root.adoptedStyleSheets.push(sheet);
  await painted();
  const whole = height();
  root.adoptedStyleSheets.pop();
  return whole / kept;
}

/** Where the top of a paragraph stands once it has been scrolled to and the article was built anew. */
async function placeAfterRenewal(number) {
  numbered(number).scrollIntoView({ block: 'center' });
  await painted();
  await painted();
  const before = numbered(number).getBoundingClientRect().top;
  const old = numbered(number);
  el.setAttribute('words-per-minute', '100');
  await found(() => numbered(number) && numbered(number) !== old);
  await painted();
  await painted();
  return [before, numbered(number).getBoundingClientRect().top];
}

/** Counts the calls that come out of the wasm from now on; instances that are made later are counted. */
function countCalls() {
  window.calls = {};
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (module, imports, ...rest) => {
    for (const functions of Object.values(imports ?? {})) {
      for (const [name, value] of Object.entries(functions)) {
        // What another piece of the wasm exports is no call to JavaScript.
        if (typeof value !== 'function' || /\[native code\]/.test(String(value))) continue;
        functions[name] = (...values) => {
          calls[name] = (calls[name] ?? 0) + 1;
          return value(...values);
        };
      }
    }
    return instantiate(module, imports, ...rest);
  };
}

/** The cost of an article: calls out of the wasm, nodes of the body, and those of them that were styled and laid out. */
function costs() {
  const body = root.querySelector('[part~=body]');
  const all = [...body.querySelectorAll('*')];
  const shown = all.filter((node) => node.checkVisibility({ contentVisibilityAuto: true }));
  const most = Object.entries(calls).sort(([, one], [, other]) => other - one).slice(0, 12);
  const sum = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return { calls: sum, nodes: all.length, shown: shown.length, most };
}
