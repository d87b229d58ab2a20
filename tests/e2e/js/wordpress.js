// Steps of wordpress.rs.

/** Sends a comment, and gives what was posted and what came of it. */
async function sendComment(values) {
  const bodies = [];
  intercept(async (_url, request, pass) => {
    if (request.method === 'POST') bodies.push(await request.clone().json());
    return pass();
  });
  const sent = once(el, 'news-article-sent');
  fillIn('comment-form', values);
  send('comment-form');
  return { outcome: (await sent).detail.outcome, bodies };
}
