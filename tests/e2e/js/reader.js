// Steps of reader.rs: what a reader sees with a keyboard, on paper, or when they come back.

/** The links of cards that are wholly in view whose focus ring, once they have it, is cut by the row. */
async function ringsCut() {
  const list = $('related-list');
  const { left, top, right, bottom } = list.getBoundingClientRect();
  const cut = [];
  for (const link of list.querySelectorAll('a')) {
    const card = link.closest('[part=related-item]').getBoundingClientRect();
    if (card.left < left - 1 || card.right > right + 1) continue;
    link.focus({ focusVisible: true });
    await painted();
    const { outlineWidth, outlineOffset } = getComputedStyle(link);
    const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    // A headline of several lines has a ring around each.
    for (const box of link.getClientRects()) {
      const outside = [left - (box.left - ring), top - (box.top - ring), box.right + ring - right, box.bottom + ring - bottom];
      if (!ring || outside.some((by) => by > 0.5)) cut.push([link.textContent, ring, ...outside]);
    }
  }
  return cut;
}

/** The parts whose text cannot be read on the background that the element itself draws. */
function faintOnOwnBackground(parts) {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return parts.filter((part) => {
    const node = $(part);
    let behind = node;
    while (behind && /^rgba\(.*, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    if (!node || !behind) return true;
    const [one, other] = [node, behind].map((at, place) => luminance(getComputedStyle(at)[place ? 'backgroundColor' : 'color']));
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return contrast < 4.5 || other < 0.8;
  });
}

/** A long article with a footnote, a heading and a list of 25 comments in two pages, which a server sends. */
function serveNotes() {
  const paragraph = (...content) => ({ type: 'paragraph', content });
  const filling = Array.from({ length: 40 }, (_, n) => paragraph(`Paragraphe ${n}. ${'Le conseil communal a voté jeudi. '.repeat(12)}`));
  const comments = Array.from({ length: 25 }, (_, n) => ({ id: `${n + 1}`, author: `Lectrice ${n + 1}`, body: `Avis ${n + 1}` }));
  const link = { type: 'link', href: '#note-1', content: ['1'] };
  const article = {
    id: '7', url: '/notes', title: 'Des notes', comments: { action: '/c', url: '/c', open: true, count: 25 },
    body: [
      ...filling.slice(0, 10),
      paragraph('Un mot', { type: 'sup', anchor: 'ref-1', content: [link] }),
      ...filling.slice(10, 20),
      { type: 'heading', level: 2, anchor: 'suite', content: ['La suite'] },
      ...filling.slice(20),
      { type: 'list', ordered: true, items: [[{ ...paragraph('La note.'), anchor: 'note-1' }]] },
      ...filling.slice(0, 10),
    ],
  };
  intercept((url, request, pass) => {
    const { pathname, searchParams } = new URL(url, location.href);
    if (pathname === '/notes.json') return jsonAnswer(article);
    if (pathname !== '/c' || request.method === 'POST') return pass();
    const second = searchParams.get('page') === '2';
    return jsonAnswer({ comments: second ? comments.slice(20) : comments.slice(0, 20), total: 25, next: second ? undefined : '/c?page=2' });
  });
}

/** Where the top of what has this text stands in the window. */
function topOf(selector) {
  return Math.round(root.querySelector(selector).getBoundingClientRect().top);
}
