// What every contender but the widget shares: WordPress' answer into what is shown, and the words around it. No more
// than such an app needs; each contender is bundled with its own copy.

/** An answer of the REST interface. */
export async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}

/** A post with what it embeds, as one flat article. Title, caption and body are HTML. */
export function article(post) {
  const { author, 'wp:featuredmedia': media } = post._embedded;
  return {
    title: post.title.rendered,
    author: author[0].name,
    authorUrl: author[0].link,
    date: new Date(`${post.date_gmt}Z`),
    image: media?.[0].media_details && picture(media[0]),
    body: post.content.rendered,
    excerpt: post.excerpt.rendered,
    url: post.link,
    comments: post._links.replies[0].href,
    category: post.categories[0],
    id: post.id,
  };
}

function picture(media) {
  const { width, height, sizes } = media.media_details;
  const widths = Object.values(sizes).filter((size) => Math.abs(size.width / size.height - width / height) < 0.02);
  return {
    src: media.source_url,
    srcset: widths.map((size) => `${size.source_url} ${size.width}w`).join(', '),
    sizes: '(min-width: 48em) 45em, 100vw',
    width,
    height,
    alt: media.alt_text,
    caption: media.caption.rendered,
  };
}

/** Where the other articles of an article's section are. */
export function relatedAddress(source, { category, id }) {
  const list = new URL(source, location.href);
  list.pathname = list.pathname.replace(/\/\d+$/, '');
  list.search = `?categories=${category}&exclude=${id}&per_page=8&_embed`;
  return list.href;
}

/** Calls back once, when the element is about a screen away: as the widget does. */
export function near(element, then) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: '100% 100%' },
  );
  observer.observe(element);
}

const days = new Intl.DateTimeFormat('fr', { dateStyle: 'long' });

/** A date in French. */
export const day = (date) => days.format(date);

/** A text out of a fragment of HTML. */
export { plain } from '#plain';

/** The networks' pages, by name. */
export function networks(url, title) {
  const [u, t, both] = [url, title, `${title} ${url}`].map(encodeURIComponent);
  return {
    X: `https://x.com/intent/tweet?text=${t}&url=${u}`,
    Facebook: `https://www.facebook.com/sharer/sharer.php?u=${u}`,
    WhatsApp: `https://wa.me/?text=${both}`,
    Telegram: `https://t.me/share/url?url=${u}&text=${t}`,
    LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${u}`,
    Bluesky: `https://bsky.app/intent/compose?text=${both}`,
    'e-mail': `mailto:?subject=${t}&body=${u}`,
  };
}

/** Sends a form as JSON; what came of it, in words. */
export async function send(address, fields) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (!response.ok) throw new Error(response.status);
    return 'Merci, c’est envoyé.';
  } catch {
    return 'L’envoi a échoué. Réessayez.';
  }
}
