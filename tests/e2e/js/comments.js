// Steps of comments.rs: lists of comments that the page answers itself.

/**
 * Shows an article whose comments are to be had under /list, where each request gets the next of these answers, a status
 * and a body, and the last of them again and again. `window.asked` counts the requests.
 */
function showWithList(answers) {
  window.asked = 0;
  intercept((url, _request, pass) => {
    if (!url.includes('/list')) return pass();
    window.asked += 1;
    const [status, body] = answers[Math.min(asked, answers.length) - 1];
    return Promise.resolve(jsonAnswer(body, status));
  });
  // The page itself sets it, and says where its forms may be sent.
  el.setAttribute('form-origins', 'https://news.example');
  el.article = {
    id: '7',
    title: 'Un',
    url: 'https://news.example/7',
    publishedAt: '2026-03-21',
    body: [{ type: 'paragraph', content: ['Un.'] }],
    comments: { action: '/api/comments', url: '/list', open: true },
  };
}

/** Shows an article whose eight comments come when `openGate()` is called. */
function showWithGate(count) {
  const gate = new Promise((open) => { window.openGate = open; });
  window.asked = 0;
  intercept(async (url, _request, pass) => {
    if (!url.includes('/list')) return pass();
    window.asked += 1;
    await gate;
    return jsonAnswer([1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({ id, author: 'Salma', body: 'Un. '.repeat(99) })));
  });
  el.article = {
    title: 'Un',
    body: [{ type: 'paragraph', content: ['Un.'] }],
    comments: { count, url: '/list', open: true },
    newsletter: { action: '/api/newsletter' },
  };
}

/** Reads below the element: `still()` tells whether that has not moved. */
function readBelow() {
  const top = () => document.querySelector('#after').getBoundingClientRect().top;
  scrollTo(0, top() + scrollY - 100);
  window.still = () => Math.abs(top() - 100) < 2;
}

/** Shows an article, and waits until its load and what follows from that are done. */
async function showAndSettle(markup) {
  document.querySelector('main').insertAdjacentHTML('beforeend', markup);
  await once(document.querySelector('news-article'), 'load');
  await tasksRun();
  await painted();
}

/** True if all of these nodes are in the window. */
function areInView() {
  return [root.getElementById('comment-reply'), root.activeElement].every((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** How many lists in lists the deepest comment stands in. */
function depth() {
  const depths = $$('comment').map((comment) => {
    let lists = 0;
    for (let node = comment; node !== $('comments'); node = node.parentElement) lists += node.localName === 'ol';
    return lists;
  });
  return Math.max(...depths);
}

/** Sends comments on a post of WordPress's. */
async function sendMany(post, count) {
  for (let at = 0; at < count; at++) {
    await fetch('/wp-json/wp/v2/comments?outcome=published', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ post, author_name: `L${at}`, author_email: 'l@example.org', content: `Le ${at}` }),
    });
  }
}

/** Shows a post of WordPress's whose comments come without their count, where it is to be hidden. */
function showPost(hideCount) {
  window.asked = 0;
  intercept(async (url, _request, pass) => {
    const answer = await pass();
    if (!url.includes('/comments?')) return answer;
    window.asked += 1;
    return hideCount ? new Response(await answer.text()) : answer;
  });
  el.src = '/wp-json/wp/v2/posts/28?_embed';
}

/** Shows a post whose comments are closed. */
async function showClosed() {
  const answer = await fetch('/wp-json/wp/v2/posts/47?_embed');
  el.article = { ...(await answer.json()), comment_status: 'closed' };
}

/** Loses the chunk of the comments once; `window.chunks` counts how often it was asked for. */
function loseOnce() {
  window.chunks = 0;
  intercept((url, _request, pass) => {
    if (!url.endsWith('_comments.wasm')) return pass();
    window.chunks += 1;
    return chunks === 1 ? Promise.reject(new TypeError('lost')) : pass();
  });
}

/** `lists()` gives how often a list was asked for. */
function countLists() {
  window.lists = () => performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/api/comments')).length;
}
