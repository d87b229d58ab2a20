/**
 * Types of `<news-article>` and its parts alone: the elements, their events, and the JSON that it reads and gives back.
 *
 * Names that end in `Input` are what an endpoint or a page may hand over; the others are what the element makes of it.
 */

// ---------------------------------------------------------------------------------------------------------------------
// The element

/** The life of one load: nothing wanted, under way, headline and whole body in the DOM, failed. */
// contract:type-state
export type NewsArticleState = 'idle' | 'loading' | 'ready' | 'error';
// /contract

/** The shape of a JSON document. `auto` recognises it. */
// contract:type-format
export type NewsArticleFormat =
  | 'auto' | 'native' | 'wordpress' | 'json-feed' | 'schema-org' | 'ghost' | 'ans' | 'guardian' | 'ninjs' | 'drupal'
  | 'rss' | 'apple-news';
// /contract

/** A section that the attribute `sections` may name. */
// contract:type-section
export type NewsArticleSection =
  | 'breadcrumb' | 'title' | 'byline' | 'reading-time' | 'summary' | 'image' | 'listen' | 'contents' | 'corrections'
  | 'tags' | 'share' | 'comments' | 'newsletter' | 'social' | 'related';
// /contract

/** A network that the attribute `share` may name. */
// contract:type-network
export type NewsArticleNetwork =
  | 'native' | 'copy' | 'print' | 'email' | 'sms' | 'x' | 'facebook' | 'whatsapp' | 'telegram' | 'linkedin' | 'reddit'
  | 'bluesky' | 'threads' | 'mastodon' | 'pinterest' | 'line' | 'vk' | 'hackernews' | 'teams' | 'viber' | 'xing'
  | 'tumblr';
// /contract

/** `<news-article>`: around the article that its children are, or the article of one JSON endpoint. */
export class NewsArticle extends HTMLElement {
  /** The part of an article that it shows: `article`, or one section. */
  static readonly section: string;
  static readonly observedAttributes: string[];

  // contract:reflected-properties
  /** The JSON endpoint of one article. The property reads back absolute, or empty where there is none. */
  src: string;
  /** The format of the JSON; `auto` recognises it. */
  get format(): string;
  set format(value: NewsArticleFormat | (string & {}) | null);
  /** For `drupal`: which of the site's fields hold what, as `body=field_text authors=field_writer`. */
  get fields(): string;
  set fields(value: string | null);
  /** The JSON endpoint of a list of teasers, over what the article names. */
  get relatedSrc(): string;
  set relatedSrc(value: string | null);
  /** Networks in order, space-separated, or `none`. */
  get share(): string;
  set share(value: string | null);
  /** A query string that is added to shared addresses. */
  get shareUtm(): string;
  set shareUtm(value: string | null);
  /** Which sections to show, space-separated; those after the body stand in the order given. */
  get sections(): string;
  set sections(value: string | null);
  /** JSON that is the publisher's and not the article's: `{newsletter, social, comments, labels, breadcrumbs}`; fetched once a page. */
  get siteSrc(): string;
  set siteSrc(value: string | null);
  /** Minutes after publication from which the modification is shown. */
  get modifiedAfter(): number;
  set modifiedAfter(value: number | null);
  /** Overrides the language's reading speed; `null` in the property where it does not. */
  get wordsPerMinute(): number | null;
  set wordsPerMinute(value: number | null);
  /** Level of the headline; the other headings follow. */
  get headingLevel(): number;
  set headingLevel(value: number | null);
  /** `lazy`: nothing but the entry is fetched before the element comes within a screen of the viewport. */
  get loading(): string;
  set loading(value: 'eager' | 'lazy' | null);
  /** Which cookies are sent with reads; a list that the article alone names gets none where this is absent. Forms are `same-origin`. */
  get credentials(): string;
  set credentials(value: RequestCredentials | null);
  /** Seconds before one attempt, body included, is given up. */
  get timeout(): number;
  set timeout(value: number | null);
  /** Pictures of the article can be enlarged: a button on each, and all of them in order in a dialog. */
  get lightbox(): boolean;
  set lightbox(value: boolean);
  /** What a click on another site's content does: open it there, or show it in place, in that site's own frame. */
  get embeds(): string;
  set embeds(value: 'link' | 'click' | null);
  /** Where comments are POSTed, over what the data says. */
  get commentsAction(): string;
  set commentsAction(value: string | null);
  /** The order of the comments; the reader's choice is written here. Replies stand oldest first. */
  get commentsOrder(): string;
  set commentsOrder(value: 'oldest' | 'newest' | null);
  /** Where newsletter subscriptions are POSTed, over what the data says. */
  get newsletterAction(): string;
  set newsletterAction(value: string | null);
  /** Other origins that an article may have comments and subscriptions sent to, space-separated; a form that would go elsewhere is not shown. */
  get formOrigins(): string;
  set formOrigins(value: string | null);
  // /contract

  /** The state of the load. */
  readonly state: NewsArticleState;

  /**
   * The normalised article, a copy; `null` before it is ready. Set it in place of `src`, in any of the formats: the one
   * set last wins.
   */
  get article(): Article | null;
  set article(value: ArticleInput | ForeignInput | null);

  /** The publisher's own data, in place of `site-src`; a copy. */
  get site(): SiteInput | null;
  set site(value: SiteInput | null);

  /** Texts that replace the interface's own, by key (docs/labels.md); a copy. */
  get labels(): Labels | null;
  set labels(value: Labels | null);

  /** Turns what the endpoint of `src` answered into an article, before any format is recognised. */
  get transform(): Transform | null;
  set transform(value: Transform | null);

  /** Loads again. The article shown stays until the new one is ready. */
  reload(): void;

  addEventListener<K extends keyof NewsArticleEventMap>(
    type: K,
    listener: (this: NewsArticle, event: NewsArticleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof NewsArticleEventMap>(
    type: K,
    listener: (this: NewsArticle, event: NewsArticleEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** One section of the article that `for` names, alone. The property `article` is the article that it was made from. */
declare class NewsPart extends NewsArticle {}

// contract:classes-alone
/** `<news-reading-time>`: How long an article takes to read, alone. */
export class NewsReadingTime extends NewsPart {}
/** `<news-share>`: The share buttons of an article, alone. */
export class NewsShare extends NewsPart {}
/** `<news-comments>`: The comments of an article and the form to leave one, alone. */
export class NewsComments extends NewsPart {}
/** `<news-newsletter>`: The newsletter form, alone. */
export class NewsNewsletter extends NewsPart {}
/** `<news-social>`: The publisher's social networks, alone. */
export class NewsSocial extends NewsPart {}
/** `<news-related>`: Other articles, alone. */
export class NewsRelated extends NewsPart {}
/** `<news-contents>`: The headings of an article as links, alone. */
export class NewsContents extends NewsPart {}
/** `<news-progress>`: How far one has read an article. */
export class NewsProgress extends NewsPart {}
/** `<news-listen>`: An article read aloud: by its recording, else by a voice of the reader's own device. */
export class NewsListen extends NewsPart {}
// /contract

/** Turns an endpoint's document into an article. It gets a copy of the document. */
export type Transform = (json: any) => TransformResult | Promise<TransformResult>;

/** The result of a {@link Transform}. */
export type TransformResult = ArticleInput | ForeignInput;

/** Interface texts by key; the counted ones (`readingTime`, `comments`, `formInvalid`) take one text a plural form. */
export type Labels = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;

// ---------------------------------------------------------------------------------------------------------------------
// Events

/** The reason why there is no article. */
// contract:type-error-kind
export type NewsArticleErrorKind =
  | 'network' | 'timeout' | 'status' | 'not-json' | 'malformed' | 'protected' | 'too-large' | 'load' | 'internal';
// /contract

/** The article that an event is about. */
export interface NewsArticleIdentity {
  id: string | null;
  url: string | null;
  section: string | null;
}

/** The members of a form's event for the page. */
export interface NewsArticleSubmission extends NewsArticleIdentity {
  /** Identifies the submission: the same for every try of the same content. */
  submission: string;
  /** Waits for a promise before sending. If it rejects, nothing is sent. */
  readonly waitUntil: (promise: PromiseLike<unknown>) => void;
  /** Members that a page adds are sent, too. */
  [member: string]: unknown;
}

// contract:event-details
/** The `detail` of `error`. There is no article. */
export interface NewsArticleErrorDetail {
  kind: NewsArticleErrorKind;
  /** The HTTP status; 0 where there was none. */
  status: number;
  /** For developers, in English. */
  message: string;
}

/** The `detail` of `news-article-share`. A share button was pressed. */
export interface NewsArticleShareDetail extends NewsArticleIdentity {
  network: NewsArticleNetwork;
  /** The address that is shared. */
  url: string;
}

/** The `detail` of `news-article-select`. A related article was chosen. */
export interface NewsArticleSelectDetail extends NewsArticleIdentity {
  /** The address of the chosen teaser. */
  url: string;
  /** Its place in the carousel, from 0. */
  index: number;
}

/** The `detail` of `news-article-embed`. Another site's content is about to be opened. */
export interface NewsArticleEmbedDetail extends NewsArticleIdentity {
  provider: string;
  /** The address that is opened. */
  url: string;
}

/** The `detail` of `news-article-comment`. A comment is about to be sent. The detail is mutable, and what it then holds is sent. */
export interface NewsArticleCommentDetail extends NewsArticleSubmission {
  name: string;
  email: string;
  body: string;
  /** The article's id, else its address. */
  article: string;
  /** The id of the comment that this one answers. */
  parent?: string;
}

/** The `detail` of `news-article-subscribe`. A subscription is about to be sent; as for a comment. */
export interface NewsArticleSubscribeDetail extends NewsArticleSubmission {
  email: string;
  /** Where the data asks for a tick. */
  consent?: boolean;
  /** The ids of the newsletters that are chosen, where the data has several. */
  lists?: string[];
}

/** The `detail` of `news-article-sent`. What came of a form. */
export interface NewsArticleSentDetail extends NewsArticleIdentity {
  form: 'comment' | 'newsletter';
  outcome: 'published' | 'held' | 'duplicate' | 'refused' | 'failed';
}

/** The `detail` of `news-article-related-view`. The carousel is on screen. */
export interface NewsArticleRelatedViewDetail extends NewsArticleIdentity {
  /** How many articles it holds. */
  count: number;
}

/** The `detail` of `news-article-update`. Updates of live coverage have come, and wait for the reader. */
export interface NewsArticleUpdateDetail extends NewsArticleIdentity {
  /** How many wait. */
  count: number;
}

/** The `detail` of `news-article-read`. The reader has reached so much of the body's paragraphs. */
export interface NewsArticleReadDetail extends NewsArticleIdentity {
  percent: 25 | 50 | 75 | 100;
}
// /contract

/** The events that bubble from the element. They are composed. */
export interface NewsArticleBubblingEventMap {
  // contract:bubbling-events
  'news-article-share': CustomEvent<NewsArticleShareDetail>;
  'news-article-select': CustomEvent<NewsArticleSelectDetail>;
  'news-article-embed': CustomEvent<NewsArticleEmbedDetail>;
  'news-article-comment': CustomEvent<NewsArticleCommentDetail>;
  'news-article-subscribe': CustomEvent<NewsArticleSubscribeDetail>;
  'news-article-sent': CustomEvent<NewsArticleSentDetail>;
  'news-article-view': CustomEvent<NewsArticleIdentity>;
  'news-article-related-view': CustomEvent<NewsArticleRelatedViewDetail>;
  'news-article-update': CustomEvent<NewsArticleUpdateDetail>;
  'news-article-read': CustomEvent<NewsArticleReadDetail>;
  // /contract
}

/** All events of the element, besides those of every HTML element. */
export interface NewsArticleEventMap extends Omit<HTMLElementEventMap, 'error'>, NewsArticleBubblingEventMap {
  // contract:queued-events
  loadstart: Event;
  load: Event;
  error: CustomEvent<NewsArticleErrorDetail>;
  loadend: Event;
  // /contract
}

// ---------------------------------------------------------------------------------------------------------------------
// The article, as the element gives it back

/** The normalised article. Addresses are absolute, dates RFC 3339, and nothing holds HTML. */
export interface Article {
  id?: string;
  url?: string;
  /** BCP 47. */
  language?: string;
  breadcrumbs?: Named[];
  section?: Named;
  tags?: Named[];
  label?: Label;
  /** The latest correction, shown above the text. */
  correction?: Correction;
  /** The list of corrections, shown under the text. */
  corrections?: Correction[];
  /** Absent if everybody may read it. */
  access?: Access;
  title: string;
  /** A paragraph, or a list of points. */
  summary?: string | string[];
  authors?: Named[];
  publishedAt?: string;
  modifiedAt?: string;
  image?: Image;
  body: Block[];
  /** A recording of the text. */
  audio?: Media;
  /** The updates of live coverage so far. */
  updates?: Update[];
  /** The address of later updates: {@link UpdateList}, or a stream of events. */
  updatesUrl?: string;
  /** The end of live coverage. */
  liveUntil?: string;
  related?: Teaser[];
  relatedUrl?: string;
  comments?: Comments;
  newsletter?: Newsletter;
  social?: Profile[];
  /** Words in title and body. */
  wordCount?: number;
  /** Reading time, `PT2M`. */
  timeRequired?: string;
}

/** One update of live coverage. */
export interface Update {
  id: string;
  publishedAt?: string;
  title?: string;
  body: Block[];
  author?: Named;
  /** True if it is listed among the key events. */
  pinned?: boolean;
}

/** Who may read the whole article. For others the body is a preview. */
export type Access = 'free' | 'metered' | 'subscriber';

/** A name, with the address of its page where it has one. */
export interface Named {
  name: string;
  url?: string;
}

/** The kind of article. Kinds without a text of the interface's own need `text`. */
export interface Label {
  kind?: LabelKind | (string & {});
  text?: string;
}

/** The kinds for which the interface has a text. */
export type LabelKind =
  | 'sponsored' | 'opinion' | 'analysis' | 'correction' | 'live' | 'interview' | 'review' | 'editorial' | 'satire'
  | 'fact-check';

/** A correction. */
export interface Correction {
  date?: string;
  text: string;
}

/** Another article, with what a card shows of it. */
export interface Teaser {
  url: string;
  title: string;
  section?: string;
  label?: Label;
  summary?: string;
  image?: Image;
  publishedAt?: string;
}

/** A picture. */
export interface Image {
  src: string;
  alt: string;
  width?: number;
  height?: number;
  srcset?: string;
  sizes?: string;
  caption?: string | Inline[];
  credit?: string;
  /** The target of the picture, if it is a link. */
  href?: string;
  /** The side of the text on which it stands, if there is enough space. */
  align?: 'left' | 'right';
}

/** One of the files of a recording or a video. */
export interface MediaSource {
  src: string;
  /** Media type: `video/mp4`. */
  type?: string;
}

/** A text track of a recording or a video. */
export interface Track {
  src: string;
  kind?: 'subtitles' | 'captions' | 'descriptions' | 'chapters';
  srclang?: string;
  label?: string;
  default?: boolean;
}

/** A recording or a video. */
export interface Media {
  src: string;
  /** All files of it, the best first; absent if there is only one. */
  sources?: MediaSource[];
  tracks?: Track[];
  poster?: string;
  /** Seconds. */
  duration?: number;
  caption?: string | Inline[];
}

/** The comment section. */
export interface Comments {
  /** The address that comments are sent to. For a path that ends in `/wp/v2/comments`, WordPress' contract is used. */
  action?: string;
  open: boolean;
  count?: number;
  /** The address of the list of comments: a {@link CommentList}, or WordPress' list. */
  url?: string;
  notice?: Inline[];
}

/** The newsletter form. */
export interface Newsletter {
  action?: string;
  title?: string;
  description?: string;
  consent?: string;
  consentRequired?: boolean;
  /** The newsletters to choose from. Their ids are sent as `lists`. */
  lists?: NewsletterList[];
}

/** One of the newsletters to choose from. */
export interface NewsletterList {
  id: string;
  title: string;
  description?: string;
  /** True if its checkbox is ticked from the start. */
  selected?: boolean;
}

/** The publisher on a social network. */
export interface Profile {
  network: string;
  url: string;
}

/** Writing direction. */
export type Direction = 'ltr' | 'rtl' | 'auto';

/** The fields that any block may have. */
export interface BlockBase {
  lang?: string;
  dir?: Direction;
  /** A name that a fragment link of the same article may lead to. */
  anchor?: string;
}

/** The numbering of a list, if it is not in figures. */
export type Numbering = 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

/** A cell of a table: running text, or blocks where it holds lists, code, or tables of its own. */
export type Cell = Inline[] | { blocks: Block[] };

/** One or more terms with their definition. */
export interface Definition {
  terms: Inline[][];
  body: Block[];
}

/** One block of a body. */
export type Block = BlockBase & (
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: number; content: Inline[] }
  | {
      type: 'list';
      ordered: boolean;
      start?: number;
      reversed?: boolean;
      numbering?: Numbering;
      /** The number of each item, where the sender gave any. */
      values?: (number | null)[];
      items: Block[][];
    }
  | { type: 'definitions'; items: Definition[] }
  | ({ type: 'image' } & Image)
  | { type: 'gallery'; images: Image[]; caption?: string | Inline[] }
  | { type: 'quote'; body: Block[]; cite?: string | Inline[] }
  | { type: 'pullquote'; content: Inline[]; cite?: string | Inline[] }
  | {
      type: 'table';
      head?: Cell[];
      rows: Cell[][];
      /** True if the first cell of each row is the row's heading. */
      rowHeadings?: boolean;
      /** The alignment of each column, if the sender gave any. */
      align?: ('left' | 'center' | 'right' | null)[];
      caption?: string | Inline[];
    }
  | { type: 'code'; text: string; language?: string }
  | { type: 'divider' }
  | ({ type: 'audio' } & Media)
  | ({ type: 'video' } & Media)
  | { type: 'embed'; provider?: string; url: string; title?: string }
  | { type: 'callout'; title?: string; body: Block[] }
  | { type: 'details'; summary: string | Inline[]; body: Block[] }
);

/** The kind of a span. */
export type SpanKind =
  | 'strong' | 'em' | 'link' | 'code' | 'mark' | 'sub' | 'sup' | 'del' | 'abbr' | 'q' | 'cite' | 'bdi' | 'br' | 'image'
  | 'ruby' | 'rt'
  // Formulas, by the elements of MathML.
  | 'math' | 'mrow' | 'mi' | 'mn' | 'mo' | 'mtext' | 'mfrac' | 'msqrt' | 'mroot' | 'msub' | 'msup' | 'msubsup' | 'munder'
  | 'mover' | 'munderover' | 'mtable' | 'mtr' | 'mtd';

/** Marked-up text. */
export interface Span {
  type: SpanKind;
  /** Empty for `br`. */
  content?: Inline[];
  /** Of a link. */
  href?: string;
  /** Of a link that somebody paid for. */
  sponsored?: boolean;
  /** Of a link that looks like a button. */
  button?: boolean;
  /** Of a formula that stands on a line of its own. */
  display?: boolean;
  /** Of an `image`, a small picture in the line. */
  image?: Image;
  /** Of an abbreviation. */
  title?: string;
  lang?: string;
  dir?: Direction;
  anchor?: string;
}

/** A piece of running text. */
export type Inline = string | Span;

// ---------------------------------------------------------------------------------------------------------------------
// The JSON that the element reads

/** Absent, or `null`, which is the same. */
type Maybe<T> = T | null;

/** Running text: a bare string, one span, or a row of both. */
export type ContentInput = string | SpanInput | readonly (string | SpanInput)[];

/** {@link Span}, as it may be handed over. */
export interface SpanInput extends Omit<Span, 'content' | 'image'> {
  content?: Maybe<ContentInput>;
  image?: Maybe<ImageInput>;
}

/** A name alone, or with its address. */
export type NamedInput = string | { name: string; url?: Maybe<string> };

/** An address alone, or a picture. */
export type ImageInput = string | ImageObjectInput;

/** {@link Image}, as it may be handed over. */
export interface ImageObjectInput {
  src: string;
  alt?: Maybe<string>;
  width?: Maybe<number>;
  height?: Maybe<number>;
  srcset?: Maybe<string>;
  sizes?: Maybe<string>;
  caption?: Maybe<ContentInput>;
  credit?: Maybe<string>;
  href?: Maybe<string>;
  align?: Maybe<'left' | 'right'>;
}

/** {@link Media}, as it may be handed over. */
export interface MediaInput {
  src: string;
  sources?: Maybe<readonly MediaSource[]>;
  tracks?: Maybe<readonly Track[]>;
  poster?: Maybe<string>;
  duration?: Maybe<number>;
  caption?: Maybe<ContentInput>;
}

/** Blocks, or a bare string for one paragraph. */
export type BodyInput = string | readonly (string | BlockInput)[];

/** {@link Cell}, as it may be handed over. */
export type CellInput = ContentInput | { blocks: BodyInput };

/** {@link Block}, as it may be handed over. A block of another `type` is shown as its text. */
export type BlockInput = BlockBase & (
  | { type: 'paragraph'; content: ContentInput }
  | { type: 'heading'; level?: number; content: ContentInput }
  | {
      type: 'list';
      ordered?: boolean;
      start?: Maybe<number>;
      reversed?: Maybe<boolean>;
      numbering?: Maybe<Numbering>;
      values?: Maybe<readonly Maybe<number>[]>;
      items: readonly BodyInput[];
    }
  | { type: 'definitions'; items: readonly { terms: readonly ContentInput[]; body: BodyInput }[] }
  | ({ type: 'image' } & ImageObjectInput)
  | { type: 'gallery'; images: readonly ImageInput[]; caption?: Maybe<ContentInput> }
  | { type: 'quote'; body: BodyInput; cite?: Maybe<ContentInput> }
  | { type: 'pullquote'; content: ContentInput; cite?: Maybe<ContentInput> }
  | {
      type: 'table';
      head?: Maybe<readonly CellInput[]>;
      rows: readonly (readonly CellInput[])[];
      rowHeadings?: Maybe<boolean>;
      align?: Maybe<readonly Maybe<'left' | 'center' | 'right'>[]>;
      caption?: Maybe<ContentInput>;
    }
  | { type: 'code'; text: string; language?: Maybe<string> }
  | { type: 'divider' }
  | ({ type: 'audio' } & MediaInput)
  | ({ type: 'video' } & MediaInput)
  | { type: 'embed'; provider?: Maybe<string>; url: string; title?: Maybe<string> }
  | { type: 'callout'; title?: Maybe<string>; body: BodyInput }
  | { type: 'details'; summary: ContentInput; body: BodyInput }
);

/** {@link Teaser}, as it may be handed over. */
export interface TeaserInput {
  url: string;
  title: string;
  section?: Maybe<NamedInput>;
  label?: Maybe<Label>;
  summary?: Maybe<string | readonly string[]>;
  image?: Maybe<ImageInput>;
  publishedAt?: Maybe<string>;
}

/** {@link Comments}, as they may be handed over. */
export interface CommentsInput {
  action?: Maybe<string>;
  /** `true` where it is absent. */
  open?: Maybe<boolean>;
  count?: Maybe<number>;
  url?: Maybe<string>;
  notice?: Maybe<ContentInput>;
}

/** The document of `comments.url`, in the native form. WordPress' list of comments is read too. */
export interface CommentList {
  comments: readonly CommentInput[];
  /** How many there are in all. */
  total?: Maybe<number>;
  /** Where the next ones are. */
  next?: Maybe<string>;
}

/** A comment that somebody has left; one of `body` and `bodyHtml` says what. */
export interface CommentInput {
  id?: Maybe<string | number>;
  /** The id of the comment that it answers. */
  parent?: Maybe<string | number>;
  author?: Maybe<string | { name: string }>;
  /** ISO 8601. */
  date?: Maybe<string>;
  /** Text, in which each line is a paragraph, or blocks. */
  body?: Maybe<string | readonly BlockInput[]>;
  bodyHtml?: Maybe<string>;
}

/** {@link Newsletter}, as it may be handed over. */
export interface NewsletterInput {
  action?: Maybe<string>;
  title?: Maybe<string>;
  description?: Maybe<string>;
  consent?: Maybe<string>;
  consentRequired?: Maybe<boolean>;
  lists?: Maybe<readonly NewsletterListInput[]>;
}

/** {@link NewsletterList}, as it may be handed over. */
export interface NewsletterListInput {
  id: string | number;
  title?: Maybe<string>;
  description?: Maybe<string>;
  selected?: Maybe<boolean>;
}

/** {@link Update}, as it may be handed over. */
export interface UpdateInput {
  id?: Maybe<string | number>;
  publishedAt?: Maybe<string>;
  title?: Maybe<string>;
  /** Text, or blocks. */
  body?: Maybe<string | readonly (string | BlockInput)[]>;
  bodyHtml?: Maybe<string>;
  author?: Maybe<NamedInput>;
  pinned?: Maybe<boolean>;
}

/** The document of `updatesUrl`: the updates, or a whole article in any format. An event of a stream holds the same, or one update. */
export type UpdateList = readonly UpdateInput[] | { updates: readonly UpdateInput[] };

/** What is common to every {@link ArticleInput}. */
export interface ArticleInputBase {
  id?: Maybe<string | number>;
  url?: Maybe<string>;
  language?: Maybe<string>;
  breadcrumbs?: Maybe<readonly NamedInput[]>;
  section?: Maybe<NamedInput>;
  tags?: Maybe<readonly NamedInput[]>;
  label?: Maybe<Label>;
  publisher?: Maybe<string | PublisherInput>;
  correction?: Maybe<Correction>;
  corrections?: Maybe<readonly Correction[]>;
  audio?: Maybe<string | Media>;
  updates?: Maybe<readonly UpdateInput[]>;
  updatesUrl?: Maybe<string>;
  liveUntil?: Maybe<string>;
  access?: Maybe<Access>;
  title: string;
  summary?: Maybe<string | readonly string[]>;
  authors?: Maybe<readonly NamedInput[]>;
  publishedAt?: Maybe<string>;
  modifiedAt?: Maybe<string>;
  image?: Maybe<ImageInput>;
  related?: Maybe<readonly TeaserInput[]>;
  relatedUrl?: Maybe<string>;
  comments?: Maybe<CommentsInput>;
  newsletter?: Maybe<NewsletterInput>;
  social?: Maybe<readonly Profile[]>;
}

/** What has these members, and any other. */
type Marked<T> = T | (T & { [member: string]: unknown });

/** A body as the editor of another system makes it, whole, by its marks; or the JSON of a body as a text. */
// contract:type-dialect
export type DialectInput =
  | readonly Marked<{ _type: unknown }>[] // PortableText
  | readonly Marked<{ type: unknown } & { spans: unknown }>[] // Prismic
  | readonly Marked<{ type: unknown } & { content: { spans: unknown } }>[] // Prismic
  | readonly Marked<{ type: unknown } & { oembed: unknown }>[] // Prismic
  | readonly Marked<{ type: unknown } & { dimensions: unknown }>[] // Prismic
  | readonly Marked<{ _uid: unknown } & { component: unknown }>[] // Components
  | readonly Marked<{ __component: unknown }>[] // Components
  | readonly Marked<{ slice_type: unknown }>[] // Components
  | readonly Marked<{ __typename: unknown }>[] // Components
  | readonly Marked<{ blockType: unknown }>[] // Components
  | readonly Marked<{ children: unknown }>[] // Strapi
  | Marked<{ raw: { children: readonly unknown[] } }> // Strapi
  | Marked<{ type: 'doc' }> // ProseMirror
  | Marked<{ root: { children: readonly unknown[] } }> // Lexical
  | Marked<{ nodeType: 'document' }> // Contentful
  | Marked<{ json: { nodeType: 'document' } }> // Contentful
  | Marked<{ schema: 'dast' }> // Dato
  | Marked<{ value: { schema: 'dast' } }> // Dato
  | Marked<{ blocks: readonly unknown[] }> // EditorJs
  | string;
// /contract

/** The native JSON: a title, and a body in blocks, in a dialect or in HTML. Where both are there, `body` is read. */
export type ArticleInput = ArticleInputBase & (
  | { body: readonly (string | BlockInput)[] | DialectInput; bodyHtml?: Maybe<string> }
  | { body?: null; bodyHtml: string }
);

/** The document of `related-src` and `relatedUrl`, in the native form. WordPress' list of posts is read too. */
export type RelatedInput =
  | readonly TeaserInput[]
  | { related: readonly TeaserInput[] }
  | { items: readonly TeaserInput[] };

/** The publisher's own data, the document of `site-src`: it is merged under every article. */
export interface SiteInput {
  newsletter?: Maybe<NewsletterInput>;
  social?: Maybe<readonly Profile[]>;
  comments?: Maybe<CommentsInput>;
  labels?: Maybe<Labels>;
  breadcrumbs?: Maybe<readonly NamedInput[]>;
  publisher?: Maybe<string | PublisherInput>;
}

/** Who publishes an article, for search engines: read where it is rendered to HTML. */
export interface PublisherInput {
  name: string;
  url?: Maybe<string>;
  logo?: Maybe<string>;
}

/** A post as WordPress' REST interface answers it, as far as it must be there. */
export interface WordPressPost {
  title: { rendered: string; [member: string]: unknown };
  content: { rendered: string; [member: string]: unknown };
  [member: string]: unknown;
}

/** An item of a JSON Feed, as far as it must be there. */
export type JsonFeedItem = { title?: Maybe<string>; [member: string]: unknown } & (
  | { content_html: string }
  | { content_text: string }
);

/** A JSON Feed, whose first item is the article. */
export interface JsonFeed {
  version: string;
  items: readonly JsonFeedItem[];
  [member: string]: unknown;
}

/** JSON-LD with an article of schema.org's: the node itself, or a graph that holds it. */
export type SchemaOrg =
  | { '@type': string | readonly string[]; [member: string]: unknown }
  | { '@graph': readonly unknown[]; [member: string]: unknown };

/** An article in a format that is not the native one. */
export type ForeignInput =
  | WordPressPost | readonly WordPressPost[]
  | JsonFeed | JsonFeedItem
  | SchemaOrg | readonly SchemaOrg[];

declare global {
  interface HTMLElementTagNameMap {
    // contract:tag-names
    'news-article': NewsArticle;
    'news-reading-time': NewsReadingTime;
    'news-share': NewsShare;
    'news-comments': NewsComments;
    'news-newsletter': NewsNewsletter;
    'news-social': NewsSocial;
    'news-related': NewsRelated;
    'news-contents': NewsContents;
    'news-progress': NewsProgress;
    'news-listen': NewsListen;
    // /contract
  }
  interface HTMLElementEventMap extends NewsArticleBubblingEventMap {}
  interface DocumentEventMap extends NewsArticleBubblingEventMap {}
  interface WindowEventMap extends NewsArticleBubblingEventMap {}
}

// Without it, what is only declared above could be imported too.
export {};
