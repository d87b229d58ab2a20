// Steps of guide.rs.

/** Goes to the first example that is not in the state that the guide says; gives whether there is none. */
function isWhole() {
  const examples = [...document.querySelectorAll('.live')];
  const parts = 'news-article, news-reading-time, news-share, news-related';
  const open = examples.find((one) => ![...one.querySelectorAll(parts)].every((part) => part.state === one.dataset.state));
  open?.scrollIntoView();
  return examples.length > 15 && !open;
}

/** Waits until all examples are as the guide says. */
async function becomesWhole() {
  await found(isWhole);
}

/** The examples that show nothing. */
function empty() {
  const articles = [...document.querySelectorAll('.live news-article')];
  return articles.filter((one) => one.getBoundingClientRect().height < 20).map((one) => one.outerHTML);
}

/** The attributes that no example has. */
function withoutExample() {
  const names = customElements.get('news-article').observedAttributes;
  return names.filter((name) => !document.querySelector(`.live news-article[${name}], .live [${name}] news-article`));
}
