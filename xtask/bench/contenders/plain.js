// No library: the body passes the browser's own sanitiser where it has one, else what WordPress sends is written as HTML.

import { article, day, near, networks, plain, read, relatedAddress, send } from './article.js';
import { style } from './style.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const image = (picture, more) =>
  `<img src="${picture.src}" srcset="${picture.srcset}" sizes="${picture.sizes}" width="${picture.width}"
    height="${picture.height}" alt="${picture.alt}" decoding="async" ${more}>`;

class PlainArticle extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const source = this.getAttribute('src');
    const post = await read(source);
    this.shown = article(post);
    root.innerHTML = this.page(this.shown);
    const body = root.querySelector('[part=body]');
    if (body.setHTML) body.setHTML(this.shown.body);
    else body.innerHTML = this.shown.body;
    root.querySelector('[part=share]').addEventListener('click', (event) => this.share(event));
    for (const form of root.querySelectorAll('form')) form.addEventListener('submit', (event) => this.send(event));
    near(root.querySelector('[part=related]'), async () => {
      const posts = await read(relatedAddress(source, post));
      this.carousel(root, posts.map(article));
    });
  }

  page(it) {
    const links = Object.entries(networks(it.url, plain(it.title))).map(
      ([name, href]) =>
        `<li><a part="share-button" href="${href}" target="_blank" rel="noopener noreferrer">${name}</a></li>`,
    );
    return `<article>
      <h1 part="title">${it.title}</h1>
      <p part="byline">Par <a href="${it.authorUrl}">${it.author}</a>,
        <time datetime="${it.date.toISOString()}">${day(it.date)}</time></p>
      ${it.image ? `<figure part="image">${image(it.image, 'fetchpriority="high"')}<figcaption>${it.image.caption}</figcaption></figure>` : ''}
      <div part="body"></div>
      <div part="share"><ul>
        ${navigator.share ? '<li><button type="button" data-network="device">Partager</button></li>' : ''}
        <li><button type="button" data-network="copy">Copier le lien</button></li>${links.join('')}
      </ul></div>
      <section part="related" aria-labelledby="related"><h2 id="related">À lire aussi</h2></section>
      <section part="comments"><h2>Commentaires</h2>
        <form action="${it.comments}">
          <label>Nom <input name="author_name" required autocomplete="name"></label>
          <label>E-mail <input name="author_email" type="email" required autocomplete="email"></label>
          <label>Commentaire <textarea name="content" rows="5" required></textarea></label>
          <button>Publier</button> <p role="status"></p>
        </form></section>
      <section part="newsletter"><h2>Newsletter</h2>
        <form action="${this.getAttribute('newsletter-action')}">
          <label>E-mail <input name="email" type="email" required autocomplete="email"></label>
          <button>S’inscrire</button> <p role="status"></p>
        </form></section>
    </article>`;
  }

  carousel(root, articles) {
    const cards = articles.map(
      (it) => `<li class="card">${it.image ? image({ ...it.image, sizes: '16rem' }, 'loading="lazy"') : ''}
        <h3><a href="${it.url}">${it.title}</a></h3><p>${plain(it.excerpt).slice(0, 140)}</p><p>${day(it.date)}</p></li>`,
    );
    const section = root.querySelector('[part=related]');
    section.insertAdjacentHTML(
      'beforeend',
      `<button type="button" data-step="-1">Précédents</button> <button type="button" data-step="1">Suivants</button>
      <ul part="related-list" class="row" style="overflow-x: auto">${cards.join('')}</ul>`,
    );
    const list = section.querySelector('ul');
    section.addEventListener('click', (event) => {
      const step = event.target.dataset.step;
      if (step) list.scrollBy({ left: step * list.clientWidth, behavior: 'smooth' });
    });
  }

  async share(event) {
    const { title, url } = this.shown;
    const way = event.target.dataset.network;
    if (way === 'device') await navigator.share({ title: plain(title), url });
    if (way === 'copy') await navigator.clipboard.writeText(url);
  }

  async send(event) {
    event.preventDefault();
    const form = event.target;
    const fields = { post: this.shown.id, ...Object.fromEntries(new FormData(form)) };
    form.querySelector('[role=status]').textContent = await send(form.action, fields);
  }
}

customElements.define('plain-article', PlainArticle);
