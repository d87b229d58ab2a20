// Steps of related.rs.

/** Shows an article whose others come when `answer()` is called, with this status and list; `window.asked` counts. */
function showWithAnswer(status, list) {
  const answer = new Promise((done) => { window.answer = () => done(jsonAnswer(list, status)); });
  window.asked = 0;
  intercept((url, _request, pass) => {
    if (!url.includes('/related/')) return pass();
    window.asked += 1;
    return answer;
  });
  el.article = { title: 'Un', body: [], relatedUrl: `${location.origin}/api/related/une.json` };
}

/** Goes to the top of the page, or past the section; keeps where the text after it stands, and the scroll. */
function goAndKeep(past) {
  const after = document.querySelector('#after');
  const top = past ? $('related').getBoundingClientRect().bottom + scrollY + 40 : 0;
  scrollTo({ top, behavior: 'instant' });
  window.keptTop = after.getBoundingClientRect().top;
  window.keptScroll = scrollY;
}

/** Reads just below the section; `away()` gives by how much the text there has moved. */
function readBelow() {
  const after = document.querySelector('#after');
  scrollTo({ top: after.getBoundingClientRect().top + scrollY - 5, behavior: 'instant' });
  window.away = () => Math.abs(after.getBoundingClientRect().top - 5);
  window.height = $('related').offsetHeight;
}

/** Shows an article with others of these members. */
function showOthers(others, title = 'Un') {
  el.article = { title, url: 'https://news.example/a', body: [], related: others };
}

/** Shows an article with so many others, in two sections or none. */
function showMany(count, sections = []) {
  const section = (at) => sections.length ? { section: sections[at % sections.length] } : {};
  showOthers(Array.from({ length: count }, (_, at) => ({ url: `https://news.example/${at}`, title: `Le ${at}`, ...section(at) })));
}

/** Shows an article with others whose pictures do not come. */
function showWithoutPictures() {
  const image = (at) => ({ src: `${location.origin}/absent-${at}.png`, width: 640, height: 360, alt: 'Une image' });
  showOthers([1, 2, 3].map((at) => ({ url: `https://news.example/${at}`, title: `Le ${at}`, image: image(at) })));
}

/** Chooses a card; gives what the page is told, which keeps the reader here. */
function choose(at) {
  const chosen = [];
  document.addEventListener('news-article-select', (event) => {
    event.preventDefault();
    chosen.push(event.detail.index);
  });
  root.querySelectorAll('[part=related-title] a')[at].click();
  return chosen;
}

/** True if a card is wholly in the row's window, to two pixels. */
function isInRow(at) {
  const [card, row] = [$$('related-item')[at], $('related-list')].map((one) => one.getBoundingClientRect());
  return card.left > row.left - 2 && card.right < row.right + 2;
}

/** The numbers of the first and the last card that are wholly in the row's window. */
function wholeCards() {
  const row = $('related-list').getBoundingClientRect();
  const cards = [...root.querySelectorAll('[part=related-item]')].map((card, at) => [at, card.getBoundingClientRect()]);
  const whole = cards.filter(([, card]) => card.left > row.left - 1.5 && card.right < row.right + 1.5).map(([at]) => at);
  return `${whole[0]}-${whole.at(-1)}`;
}

/** True if the last of fifty cards is in view, and said so. */
function isLastReached() {
  const last = root.querySelectorAll('[part=related-item]')[49];
  return last.getBoundingClientRect().right <= $('related-list').getBoundingClientRect().right + 1
    && !last.hasAttribute('aria-hidden')
    && last.querySelector('[part=related-section]').innerText.toLowerCase() === 'maroc';
}

/** True if each card keeps the place of its picture, above its title. */
function keepPlacesOfPictures() {
  return $$('related-item').every((card) => {
    const { width, height } = card.querySelector('.picture').getBoundingClientRect();
    const title = card.querySelector('[part=related-title]').getBoundingClientRect();
    return Math.abs(width / height - 16 / 9) < 0.02 && title.top > height;
  });
}

/** Goes on by a page twice, the second time while the row is still moving; gives the cards at rest. */
async function clickTwice() {
  const list = $('related-list');
  const moves = once(list, 'scroll');
  $('related-next').click();
  await moves;
  $('related-next').click();
  await comesToRest();
  return wholeCards();
}

/** Presses an arrow four times, each but the first while the row is still moving; gives the cards at rest. */
async function pressFourTimes() {
  const list = $('related-list');
  list.focus();
  for (let at = 0; at < 4; at++) {
    const moves = once(list, 'scroll');
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    await moves;
  }
  await comesToRest();
  return wholeCards();
}

/** Waits until the row stands still. */
function stands() {
  return atRest($('related-list'));
}

/** Waits for the end of a scroll, which not every browser tells. */
async function comesToRest() {
  const list = $('related-list');
  if ('onscrollend' in window) await once(list, 'scrollend');
  await atRest(list);
}

/** The reader puts the row back to its begin. */
async function putBack() {
  const list = $('related-list');
  list.scrollTo({ left: 0, behavior: 'instant' });
  await comesToRest();
}
