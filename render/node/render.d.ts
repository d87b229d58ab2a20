/** The options besides the document. All of them may be left out. */
export interface RenderOptions {
  /** The format of the JSON, by the words of the attribute `format`; recognised where it is not named. */
  format?: string;
  /** The language of the interface's words, as BCP 47 writes it; else the article's, else French. */
  lang?: string;
  /**
   * The address that the JSON was fetched from, against which relative ones resolve. Without it they are left out, where the
   * article does not tell its own.
   */
  base?: string;
  /** The address of the page that the HTML is for; else the article's own, else `base`. */
  page?: string;
  /** The folder of `article.css` and `news-article-later.js`, for the head. Without it neither is named. */
  assets?: string;
  /** A list of other articles: JSON, or what that holds. */
  related?: string | object;
  /** The publisher's own data: JSON, or what that holds. */
  site?: string | object;
  /** Attributes of the element. `true` is one without a value; `false`, `null` and `undefined` are none. */
  attr?: Record<string, string | number | boolean | null | undefined>;
  /**
   * What `html` is to be: the element with the article in it (the default), a whole page, what belongs into a page's head, or
   * the article as it was understood, as JSON in the native format.
   */
  output?: 'fragment' | 'page' | 'head' | 'json';
}

/** An article, rendered. */
export interface Rendered {
  /** The element with the article in it, or what `output` names. */
  html: string;
  /** The tags for the page's `<head>`. */
  head: string;
}

/** Why nothing was rendered: a line that names the field or the option. */
export class RenderError extends Error {
  readonly name: 'RenderError';
  /**
   * `malformed`: no article that can be read. `protected`: it is behind a password. `too-large`: more than the caps allow.
   * `option`: an option cannot be used. `internal`: a fault of the renderer's; the next call gets a fresh one.
   */
  readonly kind: 'malformed' | 'protected' | 'too-large' | 'option' | 'internal';
}

/**
 * Renders an article as HTML: the very views of `<news-article>`. The same input makes the same text; nothing is fetched, and
 * nothing is kept between two calls.
 *
 * @param json The article: JSON as text or as UTF-8, or what it holds. Formats in XML come as text.
 * @throws {RenderError} Where there is no article to be read, or an option cannot be used.
 */
export function render(json: string | Uint8Array | object, options?: RenderOptions): Rendered;
