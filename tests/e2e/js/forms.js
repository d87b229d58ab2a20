// Steps of forms.rs: what a page does around a form, and what its server answers.

/** Writes down what is asked of the page before sending, and what is told after it. */
function watch() {
  window.asked = [];
  el.addEventListener('news-article-comment', (event) => asked.push(event.detail.submission));
  window.sent = [];
  el.addEventListener('news-article-sent', ({ detail }) => sent.push(`${detail.id} ${detail.outcome}`));
}

/** Writes down which form was sent, and what came of it. */
function watchForms() {
  window.sent = [];
  el.addEventListener('news-article-sent', ({ detail }) => sent.push(`${detail.form} ${detail.outcome}`));
}

/** Keeps what is posted in `window.posts`. */
function keepPosts() {
  window.posts = [];
  intercept(async (_url, request, pass) => {
    if (request.method === 'POST') posts.push(await request.clone().json());
    return pass();
  });
}

/** Counts what is posted in `window.posts`. */
function countPosts() {
  window.posts = 0;
  intercept((_url, request, pass) => {
    window.posts += request.method === 'POST';
    return pass();
  });
}

/** Opens a frame with this markup, which may run scripts and send no forms. */
async function openSandbox(markup) {
  const frame = put('<iframe sandbox="allow-scripts allow-same-origin" src="/demo/blank.html" width="900" height="700"></iframe>');
  await once(frame, 'load');
  frame.contentDocument.querySelector('main').innerHTML = markup;
}

/** Sends a comment, and keeps the page busy until long after its deadline. */
async function sendAndStandStill(ms) {
  const { fetch } = window;
  const asked = new Promise((done) => {
    window.fetch = (...rest) => {
      done();
      return fetch(...rest);
    };
  });
  send('comment-form');
  await asked;
  await tasksRun();
  for (const end = Date.now() + ms; Date.now() < end; );
}

/** Leaves for another page in the same document, and comes back to a copy of what was there. */
async function cloneSnapshot() {
  const main = document.querySelector('main');
  const copy = main.cloneNode(true);
  main.replaceChildren();
  await tasksRun();
  main.replaceWith(copy);
}

/** The same, with the text of what was there. */
async function textSnapshot() {
  const main = document.querySelector('main');
  const text = main.innerHTML;
  main.replaceChildren();
  await tasksRun();
  main.innerHTML = text;
}

/** Keeps what is posted from the server until `release()` is called, which there is from the moment that it was. */
function holdPosts() {
  intercept(async (_url, request, pass) => {
    if (request.method === 'POST') await new Promise((done) => { window.release = done; });
    return pass();
  });
}

/** Answers what is posted with these statuses, one after the other, and with a body that is the same for all. */
function answerPosts(statuses, body) {
  window.statuses = statuses;
  intercept(async (_url, request, pass) => {
    if (request.method !== 'POST') return pass();
    const status = statuses.shift();
    return status === 204 ? new Response(null, { status }) : jsonAnswer(body, status);
  });
}

/** The first comment is stopped by the page, the next gets a token, after a while; `window.bodies` has what is posted. */
function stopThenAddToken() {
  window.bodies = [];
  intercept(async (_url, request, pass) => {
    if (request.method === 'POST') bodies.push(await request.clone().json());
    return pass();
  });
  window.step = 0;
  el.addEventListener('news-article-comment', (event) => {
    window.step += 1;
    if (step === 1) {
      event.preventDefault();
      return;
    }
    event.detail.waitUntil(Promise.resolve().then(() => { event.detail.token = 'jeton'; }));
  });
}

/** The page stops the fifth comment that it is asked for, once. */
function stopTheFifth() {
  let stopped = false;
  el.addEventListener('news-article-comment', (event) => {
    if (asked.length !== 5 || stopped) return;
    stopped = true;
    event.preventDefault();
  });
}

/** A challenge of the page's fails. */
function failChallenge() {
  el.addEventListener('news-article-comment', (event) => event.detail.waitUntil(Promise.reject(new Error('no token'))));
}

/** A challenge of the page's ends only when `late()` is called; the two minutes that it has are over soon. */
function hangChallenge() {
  const { setTimeout } = window;
  window.setTimeout = (run, ms, ...rest) => setTimeout(run, ms === 120_000 ? 100 : ms, ...rest);
  el.addEventListener(
    'news-article-comment',
    (event) => event.detail.waitUntil(new Promise((done) => { window.late = done; })),
    { once: true },
  );
}

/** What stopped has ended at last, and all that could follow from that has. */
async function endLate() {
  late();
  await tasksRun();
  await painted();
}

/** A reload brings the article under another title. */
function reloadWithAnotherTitle() {
  intercept(async (url, _request, pass) => {
    const answer = await pass();
    return url.endsWith('/42.json') ? jsonAnswer({ ...(await answer.json()), title: 'Un autre titre' }) : answer;
  });
  el.reload();
}

/** Takes the element out until its view is gone, and puts it back. */
async function takeOutAndPutBack() {
  el.remove();
  await found(() => !root.querySelector('[part=title]'));
  document.querySelector('main').append(el);
}

/** Keeps the answer to a comment from the element until `release()` is called. */
function holdAnswer() {
  intercept(async (_url, request, pass) => {
    const answer = await pass();
    if (request.method === 'POST') await new Promise((done) => { window.release = done; });
    return answer;
  });
}

/** Takes the element out, lets the answer come when its view is gone, and waits for what could follow. */
async function goBeforeAnswer() {
  el.remove();
  await found(() => !root.querySelector('[part=title]'));
  release();
  await tasksRun();
  await painted();
}

/** True if the field for machines is out of a reader's way, and still laid out. */
function isTrapHidden() {
  const trap = fieldOf('comment-form', 'trap');
  const aside = trap.closest('.aside');
  const reaches = trap.getBoundingClientRect().right > aside.getBoundingClientRect().left;
  return trap.tabIndex === -1 && !!trap.closest('[aria-hidden=true]') && trap.autocomplete === 'off' && reaches && aside.offsetWidth === 1;
}
