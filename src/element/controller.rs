//! One element: its loads, the article that it shows, and its end.

mod display;
pub(super) mod document;
mod page;

use super::entry::{ArticleCode, Done};
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
    /// Loaded where forms are wanted at once.
    forms: Option<Forms>,
    /// Loaded where the article brings its list of other articles along.
    cards: Option<Cards>,
    /// Loaded where the `share` attribute names one of the rarer networks; absent too if the code did not arrive.
    networks: Option<Networks>,
    /// Loaded where the page asks for one of the extras; absent too if the code did not arrive.
    extras: Option<Extras>,
    /// Loaded where the article is live coverage; absent too if the code did not arrive.
    live: Option<Live>,
}

/// Where a document came from.
enum Origin {
    /// From an address.
    Fetched,
    /// The page, or the element itself before it was taken out and put back, has given it.
    Given,
    /// The page holds the article as text. Where it is the element's own children, these are the paragraphs among
    /// them.
    Page(Option<Array>),
}

/// One element of the page.
pub(super) struct Controller {
    shell: Shell,
    /// The number that the shell has given the current load. A load with another number has been superseded.
    run: Cell<u32>,
    cancel: RefCell<Cancel>,
    shown: RefCell<Option<PageRef>>,
    /// The code of the sections, once it has come.
    sections: Cell<Option<Sections>>,
    /// The code for an article from JSON, once it has come.
    article_code: Cell<Option<ArticleCode>>,
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
            article_code: Cell::default(),
        }
    }

    /// Loads an address, taking over the request that the shell has begun.
    pub(super) fn load(self: Rc<Self>, run: u32, src: String, early: Option<Early>) {
        let cancel = self.begin(run);
        // If the answer is here already it will be shown soon, so the empty state is not painted before it.
        let waits = !early.as_ref().is_some_and(Early::is_complete);
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
            match self.article_code().await {
                _ if !self.is_current(run) => {}
                Ok(code) => {
                    let shell = self.shell.clone();
                    code.fetch(shell, run, src, early, cancel, self.done(run, Origin::Fetched));
                }
                Err(failure) => self.done(run, Origin::Fetched)(Err(failure)),
            }
        });
    }

    /// Returns the callback that finishes this load with its outcome.
    fn done(self: Rc<Self>, run: u32, origin: Origin) -> Done {
        Box::new(move |outcome| spawn_local(self.finish_load(run, outcome, origin)))
    }

    /// Waits for the code that an article from JSON needs.
    async fn article_code(&self) -> Result<ArticleCode, Failure> {
        let code = ArticleCode::load(&self.shell).await;
        let code = code.map_err(|_| Failure::new(Kind::Load, "what shows an article did not come"))?;
        self.article_code.set(Some(code));
        Ok(code)
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
            match self.article_code().await {
                Ok(code) => {
                    let shell = self.shell.clone();
                    code.read(shell, run, document, self.done(run, Origin::Given));
                }
                Err(failure) => self.done(run, Origin::Given)(Err(failure)),
            }
        });
    }

    /// Aborts the load under way and, where `clear` is set, removes the article too.
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
        Some(self.article_code.get()?.property(&page.article))
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

    /// Shows the outcome of a load: the article, or why there is none. An article that the page itself has set is
    /// built anew at once, even if it is the same one.
    async fn finish_load(self: Rc<Self>, run: u32, outcome: Result<Read, Failure>, origin: Origin) {
        let force = !matches!(origin, Origin::Fetched);
        if !force {
            // Yield to the browser first, so that a tap by the reader is handled between the two.
            let _ = fetch::sleep(0.0).await;
        }
        if !self.is_current(run) {
            return;
        }
        let mut site =
            JsFuture::from(self.shell.site()).await.map(Json::from).unwrap_or_else(|_| Json::null());
        // The code of the native format is loaded only here, because an article of WordPress brings its own and few
        // sites have data of theirs.
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
        // Beside the page's own text a head is shown only where the page asks for one.
        let mut article_code = None;
        if !alone && (page.paragraphs.is_none() || header::is_long(&page)) {
            let come = self.article_code().await;
            if !self.is_current(run) {
                return;
            }
            match come {
                Ok(come) => article_code = Some(come),
                Err(failure) => return self.show_failure(run, &page.locale, &failure),
            }
        }
        // Where the children are the article there is nothing to paint early. Nor is there in a section alone, because a
        // stand-in may hold its place until the section is complete.
        let mut following = None;
        if page.paragraphs.is_some() || alone || has_more_above(&page) {
            following = Some(self.load_following(&page).await);
            if !self.is_current(run) {
                return;
            }
        }
        // Beside an article that stands already nothing is urgent. What replaces a view, or brings one back, is built at once.
        let is_first = self.shown.borrow().is_none() && !self.shell.quiet();
        if is_first && following.is_some() && !self.has_turn(run).await {
            return;
        }
        let in_steps = is_first && page.paragraphs.is_some();
        self.end_waiting(&page.locale);
        // Where nothing stands yet, head and body are painted before the rest is built. An article that comes back is
        // put up in one piece, because its state already says `ready`.
        let paint_early = before.is_none() && following.is_none() && !self.shell.quiet();
        self.shown.replace(Some(page.clone()));
        if force || before.is_none() || before != self.text() || !self.display.is_complete() {
            let again = before.is_some() && !force;
            self.display.announce(&if again { page.text("updated") } else { String::new() });
            let restore = self.display.focus_to_restore(&self.shell);
            let frame = self.display.put(&self.shell, page.paragraphs.is_some(), |head| {
                match (&page.paragraphs, article_code) {
                    (Some(own), _) => frame::around(&page, own, head),
                    (None, Some(code)) => code.frame(&page),
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
            if !self.is_current(run)
                || !self.build_following(run, following, &page, &frame, article_code, in_steps).await
            {
                return;
            }
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
            Some(self.article_code.get()?.failed(&self.shell, locale, failure, login.as_ref()))
        });
        let detail = object(&[
            ("kind", failure.kind.name().into()),
            ("status", JsValue::from(failure.status)),
            ("message", JsValue::from_str(&failure.message)),
        ]);
        self.shell.end_load(run, state::ERROR, &detail);
    }

    /// Takes the loading state away and sets the language of what is shown.
    fn end_waiting(&self, locale: &Locale) {
        #[cfg(feature = "fault")]
        super::fault::at(&self.shell.host(), "task");
        self.display.apply_locale(locale);
    }

    /// Loads the code for what follows the body: with that for the list of other articles where the article brings
    /// the list along, and with that for the rarer networks where one of them is named.
    async fn load_following(&self, page: &PageRef) -> Result<Following, JsValue> {
        let (sections, cards) = if page.article.related.is_empty() || !page.shows(Section::Related) {
            (Sections::load(&self.shell).await?, None)
        } else {
            let (sections, cards) = <(Sections, Cards)>::load(&self.shell).await?;
            (sections, Some(cards))
        };
        // Around an article that the page holds, the forms are loaded only when a reader comes near.
        let mut forms = None;
        let alone = matches!(self.shell.section().as_str(), "comments" | "newsletter");
        let at_once = page.paragraphs.is_none() || is_bound_for_comments();
        if alone || self.shell.section() == ARTICLE && at_once && sections.has_forms(page) {
            forms = or_warn(Forms::load(&self.shell).await, "the forms");
        }
        let mut networks = None;
        if sections.names_others(page) {
            networks = or_warn(Networks::load(&self.shell).await, "some networks");
        }
        let mut extras = None;
        if sections.has_extras(page) {
            extras = or_warn(self.extras(page).await, "contents, pictures, frames or speech");
        }
        let mut live = None;
        if sections.is_live(page) {
            live = or_warn(self.live(page).await, "live coverage");
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

    /// Builds what follows the body, if its code came (otherwise the article stands without it), and then the head above the
    /// children. With `in_steps` it waits between the sections. Returns false if the load has ended meanwhile.
    async fn build_following(
        &self,
        run: u32,
        following: Result<Following, JsValue>,
        page: &PageRef,
        frame: &Frame,
        article_code: Option<ArticleCode>,
        in_steps: bool,
    ) -> bool {
        let mut come = None;
        match following {
            Ok(Following { sections, forms, cards, networks, extras, live }) => {
                self.sections.set(Some(sections));
                let code = Code { forms, cards, networks, extras, live };
                self.display.extend(|| sections.begin(page, frame, code));
                for section in &page.settings.sections {
                    if in_steps && !self.has_turn(run).await {
                        return false;
                    }
                    self.display.extend(|| sections.add(page, frame, code, *section));
                }
                come = Some((sections, code));
            }
            Err(_) => warn("news-article: load: what follows the article did not come"),
        }
        self.display.complete(|head| {
            // In one task with the state, because the page reserves space for the head by that state.
            if page.paragraphs.is_some() {
                self.display.give_box();
                head.add(&article_code.map_or_else(|| header::short(page), |code| code.header(page)));
            }
            if let Some((sections, code)) = come {
                sections.finish(page, frame, code);
            }
        });
        true
    }

    /// Waits for a turn to do a part of the work. Returns false if the load has ended meanwhile.
    async fn has_turn(&self, run: u32) -> bool {
        let _ = JsFuture::from(self.shell.turn()).await;
        self.is_current(run)
    }

    /// The fields that every event about this article carries.
    fn identity(&self) -> JsValue {
        self.shown.borrow().as_ref().map_or(JsValue::UNDEFINED, |page| object(&page.identity()).into())
    }

    /// The article as text, for comparison.
    fn text(&self) -> Option<JsString> {
        js_sys::JSON::stringify(&self.article()?).ok()
    }
}

/// Returns code that has come. If it has not, the console is told and the rest goes on without it.
fn or_warn<T>(come: Result<T, JsValue>, what: &str) -> Option<T> {
    if come.is_err() {
        warn(&concat(&["news-article: load: the code of ", what, " did not come"]));
    }
    come.ok()
}

/// Returns true if something that comes late stands above the text. Put in after the text was shown, it would push it
/// down.
fn has_more_above(page: &Page) -> bool {
    page.shows(Section::Contents)
        || page.settings.speaks
        || page.article.audio.is_some() && page.shows(Section::Listen)
}

/// Returns true if the reader has followed a link to the comments.
fn is_bound_for_comments() -> bool {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.is_some_and(|hash| hash == "#respond" || hash.starts_with("#comment"))
}
