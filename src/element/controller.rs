//! One element: its load, its article, its view.

use super::{reading, settings};
use crate::article::Article;
use crate::lazy::Lazy;
use crate::locale::{self, Locale};
use crate::network::address::{self, Address, Purpose, resolve};
use crate::network::fetch::{self, Cancel, Document, Early, Failure, Kind};
use crate::network::json::Json;
use crate::object::object;
use crate::related::entry::Cards;
use crate::sections::entry::Sections;
use crate::share::entry::Networks;
use crate::source::native::entry::Native;
use crate::source::reader::Reader;
use crate::source::{self, Context, Format, SourceErrorKind};
use crate::text::search::concat;
use crate::view::dom::{El, el, part};
use crate::view::frame::{Frame, frame};
use crate::view::page::{Page, PageRef};
use crate::view::scope::Scope;
use crate::view::shell::{Shell, warn};
use crate::view::slot::holder;
use crate::view::{attention, status};
use js_sys::{Array, Function, JsString};
use news_article_contract::{slot, state};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShadowRoot;

/// What is shown: its end is the end of every signal, listener and observer of the view.
struct View {
    scope: Scope,
    /// What follows the body is there.
    whole: bool,
}

/// An article as it was read, and what its relative addresses were resolved against.
struct Read {
    article: Article,
    base: Option<Address>,
}

/// The code of what follows the body, as far as this page needs it.
struct Following {
    sections: Sections,
    /// Where the article brings other articles along.
    cards: Option<Cards>,
    /// Where rarer networks are named, and their code came.
    networks: Option<Networks>,
}

/// One element of the page.
pub(super) struct Controller {
    shell: Shell,
    run: Cell<u32>,
    cancel: RefCell<Cancel>,
    shown: RefCell<Option<PageRef>>,
    view: RefCell<Option<View>>,
    /// The code of what follows the body has come.
    sections: Cell<Option<Sections>>,
    /// Where `base` goes when there is something to show, or to wait for.
    root: Cell<Option<ShadowRoot>>,
    base: El,
    announcer: El,
    head: El,
    fallback: El,
    content: El,
}

impl Controller {
    pub(super) fn new(shell: Shell, root: ShadowRoot) -> Self {
        let announcer = part("p", "status").set("role", "status").set("class", "aside");
        // The default slot: what the page shows until there is an article, and when there is none; or the article
        // itself, what stands above it in `head`. Neither language nor style comes in here from anything around.
        let fallback = el("slot");
        let head = el("div");
        let content = el("div").set("class", &shell.section()).child(holder(&slot::NAMED));
        let base = part("div", "base").set("class", "bare");
        base.add(&announcer);
        base.add(&head);
        base.add(&fallback);
        base.add(&content);
        Controller {
            shell,
            run: Cell::new(0),
            cancel: RefCell::default(),
            shown: RefCell::default(),
            view: RefCell::default(),
            sections: Cell::default(),
            root: Cell::new(Some(root)),
            base,
            announcer,
            head,
            fallback,
            content,
        }
    }

    pub(super) fn load(self: Rc<Self>, run: u32, src: String, early: Option<Early>) {
        let cancel = self.begin(run);
        // An answer that is here already is shown soon: a frame less to be made before.
        let waits = !early.as_ref().is_some_and(Early::is_whole);
        if waits {
            self.place();
        }
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "call");
        spawn_local(async move {
            if !waits {
                // A task of its own, as below.
                let _ = fetch::sleep(0.0).await;
            }
            let host = self.shell.host();
            let options = settings::reading(&host);
            let url = settings::endpoint(&host, &src);
            let document = match &url {
                Some(url) => fetch::json(url.as_str(), &options, early, &cancel).await,
                None => Err(Failure::new(Kind::Network, "src is no address that can be fetched")),
            };
            self.finish_load(run, document, None, false).await;
        });
    }

    pub(super) fn show(self: Rc<Self>, run: u32, json: Json, url: String, paragraphs: Option<Array>) {
        self.begin(run);
        self.place();
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "call");
        spawn_local(self.finish_load(run, Ok(Document { json, url, total: None }), paragraphs, true));
    }

    fn begin(&self, run: u32) -> Cancel {
        self.run.set(run);
        let cancel = Cancel::default();
        self.cancel.replace(cancel.clone()).cancel();
        self.base.toggle("aria-busy", Some("true"));
        cancel
    }

    /// Puts what is shown into the shadow root, in place of the shell's own.
    fn place(&self) {
        if let Some(root) = self.root.take() {
            root.replace_children_with_node_1(self.base.node());
        }
    }

    fn is_current(&self, run: u32) -> bool {
        self.run.get() == run
    }

    /// From a document to an article, with all that is shown beside it at hand.
    async fn read(&self, run: u32, document: Document) -> Result<Read, Failure> {
        let host = self.shell.host();
        let json: JsValue = document.json.into();
        self.shell.remember(run, &json, &document.url);
        let shaped = JsFuture::from(self.shell.transform(&json)).await.map_err(|error| {
            let message =
                js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string());
            Failure::new(Kind::Malformed, &concat(&["transform: ", &message.unwrap_or_default()]))
        })?;
        let base = resolve(&document.url, None, Purpose::Page).or_else(address::page);
        // `format` says what `src` answers, not what the page has set (it has no address) or made of it.
        let answered = !document.url.is_empty() && shaped == json;
        let format = host.get_attribute("format").filter(|_| answered).and_then(|name| Format::named(&name));
        let context = Context { base: base.clone() };
        let shaped = Json::from(shaped);
        let format = format.unwrap_or_else(|| Format::recognise(&shaped));
        let reader = Reader::load(format, &shaped, &self.shell).await;
        let reader = reader.map_err(|_| Failure::new(Kind::Load, "what reads this format did not come"))?;
        let article = source::article(reader, &shaped, &context).map_err(|error| {
            let kind = match error.kind {
                SourceErrorKind::Malformed => Kind::Malformed,
                SourceErrorKind::Protected => Kind::Protected,
                SourceErrorKind::TooLarge => Kind::TooLarge,
            };
            Failure::new(kind, &error.message)
        })?;
        Ok(Read { article, base })
    }

    /// From what has come, or has not, to what stands. Where an article stands and the new one is the same, only what the
    /// page itself has set (`force`) builds the view anew, and at once.
    async fn finish_load(
        self: Rc<Self>,
        run: u32,
        document: Result<Document, Failure>,
        paragraphs: Option<Array>,
        force: bool,
    ) {
        let outcome = match document {
            Ok(document) => self.read(run, document).await,
            Err(failure) => Err(failure),
        };
        if !force {
            // A task of its own: a reader who taps is heard between the two.
            let _ = fetch::sleep(0.0).await;
        }
        if !self.is_current(run) {
            return;
        }
        let mut site =
            JsFuture::from(self.shell.site()).await.map(Json::from).unwrap_or_else(|_| Json::null());
        // WordPress has its own format's code alone, and seldom a site's data.
        let mut native = None;
        if outcome.is_ok() && site.is_object() {
            native = Native::load(&self.shell).await.ok();
            if native.is_none() {
                warn("news-article: load: what reads the site's data did not come");
                site = Json::null();
            }
        }
        let language = outcome.as_ref().ok().and_then(|read| read.article.language.clone());
        let locale = self.locale(language, &site).await;
        if !self.is_current(run) {
            return;
        }
        match outcome {
            Ok(read) => {
                let before = self.text();
                let page = self.page(read, &site, native, locale, paragraphs);
                // Where the children are the article there is nothing to paint early: what stands around them comes in
                // one task with the state, by which the page keeps room for it.
                let mut came = None;
                if page.paragraphs.is_some() {
                    came = Some(self.bring(&page).await);
                    if !self.is_current(run) {
                        return;
                    }
                }
                self.apply_locale(&page.locale);
                // Where nothing stands yet, head and body are painted before the rest is built. An article that was there
                // before comes back whole: its state says that it is ready.
                let first = before.is_none() && page.paragraphs.is_none() && !self.shell.quiet();
                self.shown.replace(Some(page.clone()));
                if force || before.is_none() || before != self.text() || !self.is_whole() {
                    let again = before.is_some() && !force;
                    self.announcer.put_text(&if again { page.text("updated") } else { String::new() });
                    let back = self.shell.focused(self.base.node());
                    let frame = self.put(|| frame(&page, &self.head));
                    self.fallback.toggle("hidden", page.paragraphs.is_none().then_some(""));
                    if first {
                        let _ = attention::painted().await;
                    }
                    let came = match came {
                        Some(came) => came,
                        None => self.bring(&page).await,
                    };
                    if !self.is_current(run) {
                        return;
                    }
                    self.follow(came, &page, &frame);
                    self.focus(back);
                }
                self.shell.end_load(run, state::READY, &self.identity());
            }
            Err(failure) => {
                self.apply_locale(&locale);
                warn(&concat(&["news-article: ", failure.kind.name(), ": ", &failure.message]));
                self.fail(&locale, &failure);
                let detail = object(&[
                    ("kind", failure.kind.name().into()),
                    ("status", JsValue::from(failure.status)),
                    ("message", JsValue::from_str(&failure.message)),
                ]);
                self.shell.end_load(run, state::ERROR, &detail);
            }
        }
    }

    /// From now on nothing is waited for: what is shown is in this language.
    fn apply_locale(&self, locale: &Locale) {
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "task");
        self.place();
        self.base.toggle("aria-busy", None);
        self.base.toggle("class", None);
        for own in [&self.announcer, &self.head, &self.content] {
            own.toggle("lang", Some(locale.tag()));
            own.toggle("dir", Some(locale.direction()));
        }
    }

    /// What every event about this article tells.
    fn identity(&self) -> JsValue {
        self.shown.borrow().as_ref().map_or(JsValue::UNDEFINED, |page| object(&page.identity()).into())
    }

    /// The interface's language: the page's, else the article's, else the reader's, else French.
    async fn locale(&self, article: Option<String>, site: &Json) -> Locale {
        let page = self.shell.language();
        let navigator = || web_sys::window().and_then(|window| window.navigator().language());
        let tag = if page.is_empty() {
            article.or_else(navigator).unwrap_or_else(|| "fr".to_owned())
        } else {
            page
        };
        let chunk = if locale::is_built_in(&tag) {
            None
        } else {
            JsFuture::from(self.shell.locale(&locale::primary(&tag))).await.ok().map(Json::from)
        };
        Locale::new(&tag, chunk, [Json::from(self.shell.labels()), site.get("labels")])
    }

    /// Everything that the view is made from.
    fn page(
        &self,
        read: Read,
        site: &Json,
        native: Option<Native>,
        locale: Locale,
        paragraphs: Option<Array>,
    ) -> PageRef {
        let host = self.shell.host();
        let settings = settings::read(&host, &self.shell.section(), paragraphs.is_some());
        let Read { mut article, base } = read;
        // The publisher's data resolves against where it came from, not against the article's source.
        let home = host.get_attribute("site-src").and_then(|raw| settings::endpoint(&host, &raw));
        if let Some(native) = native {
            native.merge(&mut article, site, home.or_else(address::page).as_ref());
        }
        self.apply_attributes(&mut article);
        reading::add_breadcrumb(&mut article, &locale);
        let content_language = reading::content_language(&article, locale.tag());
        // Pictures among the children are in the body, the lead image too.
        let lead = paragraphs.is_none() && article.image.is_some();
        let minutes = reading::measure(&mut article, lead, &content_language, settings.words_per_minute);
        Rc::new(Page {
            shell: self.shell.clone(),
            locale,
            article,
            settings,
            base,
            minutes,
            content_language,
            paragraphs,
        })
    }

    /// Attributes that stand over what the data says.
    fn apply_attributes(&self, article: &mut Article) {
        let host = self.shell.host();
        let endpoint = |name: &str| host.get_attribute(name).and_then(|raw| settings::endpoint(&host, &raw));
        if let Some(action) = endpoint("comments-action") {
            let comments = article.comments.get_or_insert(crate::article::Comments {
                action: None,
                open: true,
                count: None,
                url: None,
                notice: Vec::new(),
            });
            comments.action = Some(action);
        }
        if let Some(action) = endpoint("newsletter-action") {
            let newsletter = article.newsletter.get_or_insert(crate::article::Newsletter {
                action: None,
                title: None,
                description: None,
                consent: None,
                consent_required: false,
            });
            newsletter.action = Some(action);
        }
    }

    fn fail(&self, locale: &Locale, failure: &Failure) {
        self.shown.replace(None);
        let sentence = status::sentence(locale, failure.kind, failure.status);
        let (retry, shell) = (locale.text("retry"), self.shell.clone());
        let back = self.shell.focused(self.base.node());
        self.put(|| Frame::alone(status::failed(&sentence, &retry, shell).child(holder(&slot::NAMED))));
        self.focus(back);
        self.fallback.toggle("hidden", None);
    }

    /// Replaces what is shown.
    fn put(&self, build: impl FnOnce() -> Frame) -> Frame {
        drop(self.view.take());
        self.head.empty();
        let scope = Scope::default();
        let built = scope.run(build);
        #[cfg(feature = "fault")]
        scope.run(|| super::fault::on_click(self.shell.host(), &built.root));
        self.content.empty();
        self.content.add(&built.root);
        self.view.replace(Some(View { scope, whole: false }));
        built
    }

    /// Brings the code of what follows the body: with the list of other articles, where the article brings that along, and
    /// with what few pages need.
    async fn bring(&self, page: &Page) -> Result<Following, JsValue> {
        let (sections, cards) = if page.article.related.is_empty() {
            (Sections::load(&self.shell).await?, None)
        } else {
            let (sections, cards) = <(Sections, Cards)>::load(&self.shell).await?;
            (sections, Some(cards))
        };
        let mut networks = None;
        if sections.names_others(page) {
            networks = Networks::load(&self.shell).await.ok();
            if networks.is_none() {
                warn("news-article: load: the code of some networks did not come");
            }
        }
        Ok(Following { sections, cards, networks })
    }

    /// What follows the body, where the code for it came. The article stands without it too.
    fn follow(&self, came: Result<Following, JsValue>, page: &PageRef, frame: &Frame) {
        if let Some(view) = self.view.borrow_mut().as_mut() {
            match came {
                Ok(Following { sections, cards, networks }) => {
                    self.sections.set(Some(sections));
                    sections.mount(page, frame, &view.scope, cards, networks);
                    view.whole = true;
                }
                Err(_) => warn("news-article: load: what follows the article did not come"),
            }
        }
    }

    /// Whether what follows the body stands too.
    fn is_whole(&self) -> bool {
        self.view.borrow().as_ref().is_some_and(|view| view.whole)
    }

    /// Moves the focus back to where it was before all was made anew.
    fn focus(&self, back: Option<Function>) {
        if let Some(back) = back {
            let _ = back.call0(&JsValue::NULL);
        }
    }

    pub(super) fn stop(&self, clear: bool) {
        self.run.set(u32::MAX);
        self.cancel.take().cancel();
        self.base.toggle("aria-busy", None);
        if clear {
            drop(self.view.take());
            self.shown.replace(None);
            self.base.toggle("class", Some("bare"));
            self.head.empty();
            self.content.empty();
            self.content.add(&holder(&slot::NAMED));
            self.fallback.toggle("hidden", None);
        }
    }

    pub(super) fn article(&self) -> Option<JsValue> {
        let shown = self.shown.borrow();
        let page = shown.as_ref()?;
        Some(self.sections.get()?.property(&page.article))
    }

    /// The article as text, to be compared.
    fn text(&self) -> Option<JsString> {
        js_sys::JSON::stringify(&self.article()?).ok()
    }
}
