//! One element: its loads, the article that it shows, and its end.

mod display;
pub(super) mod document;
mod page;

use super::entry::{Done, Whole};
use crate::extras::entry::Extras;
use crate::lazy::Lazy;
use crate::live::entry::Live;
use crate::locale::Locale;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::{self, Cancel, Document, Early, Failure, Kind};
use crate::network::json::Json;
use crate::object::object;
use crate::related::entry::Cards;
use crate::sections::Code;
use crate::sections::entry::Sections;
use crate::sections::forms::Forms;
use crate::share::entry::Networks;
use crate::source::native::entry::Native;
use crate::text::search::concat;
use crate::view::attention;
use crate::view::frame::{self, Frame};
use crate::view::header;
use crate::view::page::{ARTICLE, Page, PageRef, Section};
use crate::view::settings::endpoint;
use crate::view::shell::{Shell, warn};
use display::Display;
use document::Read;
use js_sys::{Array, JsString};
use news_article_contract::attribute::SRC;
use news_article_contract::state;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShadowRoot;

/// The code of what follows the body, as far as this page needs it.
struct Following {
    sections: Sections,
    /// Where forms are wanted at once.
    forms: Option<Forms>,
    /// Where the article brings other articles along.
    cards: Option<Cards>,
    /// Where rarer networks are named, and their code came.
    networks: Option<Networks>,
    /// Where something of what few pages have is named, and its code came.
    extras: Option<Extras>,
    /// Where the article is live coverage, and the code for that came.
    live: Option<Live>,
}

/// Where a document came from.
enum Origin {
    /// From an address.
    Fetched,
    /// The page, or an earlier life of the element, has given it.
    Given,
    /// The page holds the article itself, as text; where the element's own children are that, with the paragraphs among them.
    Page(Option<Array>),
}

/// One element of the page.
pub(super) struct Controller {
    shell: Shell,
    /// The number that the shell has given the current load; an earlier one is over.
    run: Cell<u32>,
    cancel: RefCell<Cancel>,
    shown: RefCell<Option<PageRef>>,
    /// The code of the sections, once it has come.
    sections: Cell<Option<Sections>>,
    /// What an article from JSON needs, once it has come.
    whole: Cell<Option<Whole>>,
    display: Display,
}

impl Controller {
    pub(super) fn new(shell: Shell, root: ShadowRoot) -> Self {
        Controller {
            display: Display::new(&shell, root),
            shell,
            run: Cell::new(0),
            cancel: RefCell::default(),
            shown: RefCell::default(),
            sections: Cell::default(),
            whole: Cell::default(),
        }
    }

    /// Loads an address, with the attempt that the shell has under way.
    pub(super) fn load(self: Rc<Self>, run: u32, src: String, early: Option<Early>) {
        let cancel = self.begin(run);
        // An answer that is here already is shown soon: one frame less has to be made before it.
        let waits = !early.as_ref().is_some_and(Early::is_whole);
        if waits {
            self.display.attach();
        }
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "call");
        spawn_local(async move {
            if !waits {
                // A task of its own, so that a reader who taps is heard before it.
                let _ = fetch::sleep(0.0).await;
            }
            match self.whole().await {
                _ if !self.is_current(run) => {}
                Ok(whole) => {
                    let shell = self.shell.clone();
                    whole.fetch(shell, run, src, early, cancel, self.done(run, Origin::Fetched));
                }
                Err(failure) => self.done(run, Origin::Fetched)(Err(failure)),
            }
        });
    }

    /// What is to be done with what a document has come to.
    fn done(self: Rc<Self>, run: u32, origin: Origin) -> Done {
        Box::new(move |outcome| spawn_local(self.finish_load(run, outcome, origin)))
    }

    /// Waits for what an article from JSON needs.
    async fn whole(&self) -> Result<Whole, Failure> {
        let whole = Whole::load(&self.shell).await;
        let whole = whole.map_err(|_| Failure::new(Kind::Load, "what shows an article did not come"))?;
        self.whole.set(Some(whole));
        Ok(whole)
    }

    /// Shows JSON that is at hand.
    pub(super) fn show(
        self: Rc<Self>,
        run: u32,
        json: Json,
        url: String,
        held: bool,
        paragraphs: Option<Array>,
    ) {
        self.begin(run);
        self.display.attach();
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "call");
        let document = Document { json, url, total: None };
        spawn_local(async move {
            if held {
                let outcome = document::read_page(&self.shell, run, document).await;
                return self.finish_load(run, outcome, Origin::Page(paragraphs)).await;
            }
            match self.whole().await {
                Ok(whole) => {
                    let shell = self.shell.clone();
                    whole.read(shell, run, document, self.done(run, Origin::Given));
                }
                Err(failure) => self.done(run, Origin::Given)(Err(failure)),
            }
        });
    }

    /// Gives up the load under way and, where `clear`, the article too.
    pub(super) fn stop(&self, clear: bool) {
        self.run.set(u32::MAX);
        self.cancel.take().cancel();
        self.display.set_busy(false);
        if clear {
            self.shown.replace(None);
            self.display.clear();
        }
    }

    /// The article that is shown, for the property `article`.
    pub(super) fn article(&self) -> Option<JsValue> {
        let shown = self.shown.borrow();
        let page = shown.as_ref()?;
        self.sections.get()?;
        Some(self.whole.get()?.property(&page.article))
    }

    fn begin(&self, run: u32) -> Cancel {
        self.run.set(run);
        let cancel = Cancel::default();
        self.cancel.replace(cancel.clone()).cancel();
        self.display.set_busy(true);
        cancel
    }

    fn is_current(&self, run: u32) -> bool {
        self.run.get() == run
    }

    /// Shows what a load has come to: the article, or why there is none. What the page itself has set is built anew even if the
    /// article is the same, and at once.
    async fn finish_load(self: Rc<Self>, run: u32, outcome: Result<Read, Failure>, origin: Origin) {
        let force = !matches!(origin, Origin::Fetched);
        if !force {
            // A task of its own, so that a reader who taps is heard between the two.
            let _ = fetch::sleep(0.0).await;
        }
        if !self.is_current(run) {
            return;
        }
        let mut site =
            JsFuture::from(self.shell.site()).await.map(Json::from).unwrap_or_else(|_| Json::null());
        // An article of WordPress brings only the code of its own format, and a site's data are rare there.
        let mut native = None;
        if outcome.is_ok() && site.is_object() {
            native = Native::load(&self.shell).await.ok();
            if native.is_none() {
                warn("news-article: load: what reads the site's data did not come");
                site = Json::null();
            }
        }
        let language = outcome.as_ref().ok().and_then(|read| read.article.language.clone());
        let locale = page::locale(&self.shell, language, &site).await;
        if !self.is_current(run) {
            return;
        }
        match outcome {
            Ok(read) => {
                let site = native.map(|native| (native, site));
                let paragraphs = if let Origin::Page(paragraphs) = origin { paragraphs } else { None };
                let page = page::assemble(&self.shell, read, site, locale, paragraphs);
                self.show_article(run, page, force).await;
            }
            Err(failure) => self.show_failure(run, &locale, &failure),
        }
    }

    /// Shows an article, unless the very same one stands, and ends the load.
    async fn show_article(&self, run: u32, page: PageRef, force: bool) {
        let before = self.text();
        let alone = self.shell.section() != ARTICLE;
        // Of the page's own text the head is shown where the page asks for it.
        let mut whole = None;
        if !alone && (page.paragraphs.is_none() || header::is_long(&page)) {
            let come = self.whole().await;
            if !self.is_current(run) {
                return;
            }
            match come {
                Ok(come) => whole = Some(come),
                Err(failure) => return self.show_failure(run, &page.locale, &failure),
            }
        }
        // Where the children are the article there is nothing to paint early. What stands around them comes in one task
        // with the state, since the page reserves space for it by the state; and so does a section alone, for something may
        // stand in for it until then.
        let mut following = None;
        if page.paragraphs.is_some() || alone || has_more_above(&page) {
            following = Some(self.load_following(&page).await);
            if !self.is_current(run) {
                return;
            }
        }
        self.end_waiting(&page.locale);
        // Where nothing stands yet, head and body are painted before the rest is built. An article that was there before
        // comes back whole, for its state says that it is ready.
        let paint_early = before.is_none() && following.is_none() && !self.shell.quiet();
        self.shown.replace(Some(page.clone()));
        if force || before.is_none() || before != self.text() || !self.display.is_whole() {
            let again = before.is_some() && !force;
            self.display.announce(&if again { page.text("updated") } else { String::new() });
            let restore = self.display.focus_to_restore(&self.shell);
            let frame = self.display.put(&self.shell, page.paragraphs.is_some(), |head| {
                match (&page.paragraphs, whole) {
                    (Some(own), whole) => {
                        let long = whole.map(|whole| whole.header(&page));
                        head.add(&long.unwrap_or_else(|| header::short(&page)));
                        frame::around(&page, own, head)
                    }
                    (None, Some(whole)) => whole.frame(&page),
                    (None, None) => frame::alone(&page),
                }
            });
            let stays = page.paragraphs.is_some() || alone && self.shell.stands_in(&self.shell.section());
            self.display.show_fallback(stays);
            if paint_early {
                let _ = attention::painted().await;
            }
            let following = match following {
                Some(following) => following,
                None => self.load_following(&page).await,
            };
            if !self.is_current(run) {
                return;
            }
            self.mount_following(following, &page, &frame);
            if alone && frame.is_empty() {
                self.display.show_fallback(true);
            }
            restore.now();
        }
        let article = &page.article;
        self.shell.counted(article.word_count, article.time_required.as_deref().unwrap_or_default());
        self.shell.end_load(run, state::READY, &self.identity());
    }

    /// Shows why there is no article, and ends the load.
    fn show_failure(&self, run: u32, locale: &Locale, failure: &Failure) {
        self.end_waiting(locale);
        let source = endpoint(&self.shell.host(), SRC.name);
        let address = source.as_ref().map_or("", Address::as_str);
        warn(&concat(&["news-article: ", failure.kind.name(), ": ", &failure.message, ": ", address]));
        self.shown.replace(None);
        let login = source.filter(|_| failure.status == 401);
        let login = login.and_then(|source| resolve("/", Some(&source), Purpose::Page));
        self.display.put_failure(&self.shell, || {
            Some(self.whole.get()?.failed(&self.shell, locale, failure, login.as_ref()))
        });
        let detail = object(&[
            ("kind", failure.kind.name().into()),
            ("status", JsValue::from(failure.status)),
            ("message", JsValue::from_str(&failure.message)),
        ]);
        self.shell.end_load(run, state::ERROR, &detail);
    }

    /// Nothing is waited for any more, and what is shown is in this language.
    fn end_waiting(&self, locale: &Locale) {
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "task");
        self.display.apply_locale(locale);
    }

    /// Loads the code of what follows the body: with the list of other articles, where the article brings that along, and
    /// with the networks that few pages need.
    async fn load_following(&self, page: &PageRef) -> Result<Following, JsValue> {
        let (sections, cards) = if page.article.related.is_empty() || !page.shows(Section::Related) {
            (Sections::load(&self.shell).await?, None)
        } else {
            let (sections, cards) = <(Sections, Cards)>::load(&self.shell).await?;
            (sections, Some(cards))
        };
        // Around an article that the page holds forms come when a reader does.
        let mut forms = None;
        let alone = matches!(self.shell.section().as_str(), "comments" | "newsletter");
        let at_once = page.paragraphs.is_none() || is_bound_for_comments();
        if alone || self.shell.section() == ARTICLE && at_once && sections.has_forms(page) {
            forms = or_tell(Forms::load(&self.shell).await, "the forms");
        }
        let mut networks = None;
        if sections.names_others(page) {
            networks = or_tell(Networks::load(&self.shell).await, "some networks");
        }
        let mut extras = None;
        if sections.has_extras(page) {
            extras = or_tell(self.extras(page).await, "contents, pictures, frames or speech");
        }
        let mut live = None;
        if sections.is_live(page) {
            live = or_tell(self.live(page).await, "live coverage");
        }
        Ok(Following { sections, forms, cards, networks, extras, live })
    }

    async fn extras(&self, page: &PageRef) -> Result<Extras, JsValue> {
        let extras = Extras::load(&self.shell).await?;
        JsFuture::from(extras.prepare(page)).await?;
        Ok(extras)
    }

    async fn live(&self, page: &PageRef) -> Result<Live, JsValue> {
        let live = Live::load(&self.shell).await?;
        if live.goes_on(page) {
            JsFuture::from(self.shell.prepare("live")).await?;
        }
        Ok(live)
    }

    /// Builds what follows the body, where the code for it came. The article stands without it too.
    fn mount_following(&self, following: Result<Following, JsValue>, page: &PageRef, frame: &Frame) {
        match following {
            Ok(Following { sections, forms, cards, networks, extras, live }) => {
                self.sections.set(Some(sections));
                let code = Code { forms, cards, networks, extras, live };
                self.display.complete(|scope| sections.mount(page, frame, scope, code));
            }
            Err(_) => warn("news-article: load: what follows the article did not come"),
        }
    }

    /// What every event about this article tells.
    fn identity(&self) -> JsValue {
        self.shown.borrow().as_ref().map_or(JsValue::UNDEFINED, |page| object(&page.identity()).into())
    }

    /// The article as text, to be compared.
    fn text(&self) -> Option<JsString> {
        js_sys::JSON::stringify(&self.article()?).ok()
    }
}

/// Code that has come; of code that has not the console is told, and the rest goes on without it.
fn or_tell<T>(come: Result<T, JsValue>, what: &str) -> Option<T> {
    if come.is_err() {
        warn(&concat(&["news-article: load: the code of ", what, " did not come"]));
    }
    come.ok()
}

/// Whether something comes late that stands above the text: shown after it, it would move it.
fn has_more_above(page: &Page) -> bool {
    page.shows(Section::Contents)
        || page.settings.speaks
        || page.article.audio.is_some() && page.shows(Section::Listen)
}

/// Whether the reader has come for the comments, by a link to them.
fn is_bound_for_comments() -> bool {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.is_some_and(|hash| hash == "#respond" || hash.starts_with("#comment"))
}
