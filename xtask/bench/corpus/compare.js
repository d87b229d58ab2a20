// What is missing, and what stands twice. Where one cannot know whether a reader was to see something (a hidden element, a
// `<noscript>`), it is neither asked for nor held against the element.

/** Compares what was sent with what is shown; lists have the first few of each. */
export function compare(sent, shown) {
  const words = difference(sent.words, shown.words, sent.unsure.words, shown.unsure.words);
  const pictures = difference(unique(sent.pictures), unique(shown.pictures));
  const links = difference(unique(sent.links), unique(shown.links), [], shown.unsure.links);
  return {
    words: sent.words.length,
    lostWords: words.lost,
    doubledWords: words.doubled,
    pictures: unique(sent.pictures).length,
    lostPictures: pictures.lost,
    doubledPictures: repeated(shown.pictures, sent.pictures),
    links: unique(sent.links).length,
    lostLinks: links.lost,
    cells: sent.cells,
    lostCells: Math.max(0, sent.cells - shown.cells),
    items: sent.items,
    lostItems: Math.max(0, sent.items - shown.items),
  };
}

const unique = (list) => [...new Set(list)];

function counts(list) {
  const counted = new Map();
  for (const one of list) counted.set(one, (counted.get(one) ?? 0) + 1);
  return counted;
}

/** As often as it was sent at least, and at most so often with what is unsure on both sides. */
function difference(sent, shown, unsureSent = [], unsureShown = []) {
  const [asked, allowed] = [counts(sent), counts([...sent, ...unsureSent])];
  const [least, most] = [counts(shown), counts([...shown, ...unsureShown])];
  const over = (one, other) =>
    [...one].flatMap(([value, times]) => Array(Math.max(0, times - (other.get(value) ?? 0))).fill(value));
  return { lost: over(asked, most), doubled: over(least, allowed) };
}

/** Pictures that are shown more often than they were sent. */
function repeated(shown, sent) {
  const before = counts(sent);
  return [...counts(shown)].flatMap(([key, times]) => (times > Math.max(1, before.get(key) ?? 0) ? [key] : []));
}
