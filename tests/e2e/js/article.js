// Steps of article.rs.

/** Shows an article of 230 paragraphs, each with its number, and a heading before the 151st. */
function showLong() {
  const line = ' Le conseil communal a adopté jeudi soir le tracé définitif de la ligne.';
  const body = Array.from({ length: 230 }, (_, at) => ({ type: 'paragraph', content: [`${at}.${line.repeat(3)}`] }));
  body.splice(150, 0, { type: 'heading', level: 2, content: ['Un intertitre'] });
  el.article = { title: 'Long', body };
}

/** True if all paragraphs stand in their order, and the heading in its place. */
function isInOrder() {
  const paragraphs = $$('paragraph');
  const follows = (node, other) => other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return paragraphs.length === 230
    && paragraphs.every((one, at) => one.textContent.startsWith(`${at}. Le conseil`))
    && !!follows($('heading'), paragraphs[149])
    && !!follows(paragraphs[150], $('heading'));
}

/** Goes to the last paragraph, and waits until it is laid out in the window. */
async function reachLast() {
  const last = $$('paragraph').at(-1);
  last.scrollIntoView();
  await found(() => {
    const { top, bottom } = last.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && bottom - top > 20;
  });
}

/** How many pixels stand between a paragraph and the next, when both are laid out. */
async function gapAfter(at) {
  const pair = $$('paragraph').slice(at, at + 2);
  pair[0].scrollIntoView();
  await found(() => pair.every((one) => one.getBoundingClientRect().height > 20));
  const [first, second] = pair.map((one) => one.getBoundingClientRect());
  return Math.round(second.top - first.bottom);
}
