//! The nodes that an element has in its shadow root: the article's, and the slot for the fallback.

use crate::locale::Locale;
use crate::text::search::concat;
use crate::view::dom::{El, el, part};
use crate::view::frame::Frame;
use crate::view::page::ARTICLE;
use crate::view::scope::Scope;
use crate::view::shell::Shell;
use crate::view::slot::holder;
use js_sys::Function;
use news_article_contract::slot;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::ShadowRoot;

/// A view that is shown. Dropping it ends every signal, listener and observer in it.
struct View {
    scope: Scope,
    /// True once what follows the body stands too.
    is_complete: bool,
}

/// The nodes of one element.
pub(super) struct Display {
    /// The shadow root, until `base` is put there in place of the shell's own slot.
    root: Cell<Option<ShadowRoot>>,
    base: El,
    announcer: El,
    /// What stands above the children where those are the article.
    head: El,
    /// The default slot. It shows the children: the fallback while there is no article, or the article itself.
    fallback: El,
    content: El,
    view: RefCell<Option<View>>,
}

/// Puts the focus back to where it was before a view was replaced.
pub(super) struct Restore(Option<Function>);

impl Restore {
    /// Restores the focus.
    pub(super) fn now(self) {
        if let Some(restore) = self.0 {
            let _ = restore.call0(&JsValue::NULL);
        }
    }
}

/// The classes of the content. An article has its own colours and type. What stands beside an article of the page's
/// own gets the class `company`, and with it the page's colours and type.
fn classes(section: &str, is_company: bool) -> String {
    if is_company || section != ARTICLE { concat(&[section, " company"]) } else { section.to_owned() }
}

impl Display {
    pub(super) fn new(shell: &Shell, root: ShadowRoot) -> Self {
        let announcer = part("p", "status").set("role", "status").set("class", "aside");
        // Neither `lang` nor style is set on an ancestor of the default slot, because the page's own elements in it
        // would inherit them.
        let fallback = el("slot");
        let head = el("div").set("class", "company");
        let content = el("div").set("class", &classes(&shell.section(), false)).child(holder(&slot::NAMED));
        let base = part("div", "base").set("class", "bare");
        base.add(&announcer);
        base.add(&head);
        base.add(&fallback);
        base.add(&content);
        Display {
            root: Cell::new(Some(root)),
            base,
            announcer,
            head,
            fallback,
            content,
            view: RefCell::default(),
        }
    }

    /// Puts the nodes into the shadow root in place of the shell's own slot, unless they are there already.
    pub(super) fn attach(&self) {
        if let Some(root) = self.root.take() {
            root.replace_children_with_node_1(&self.base.node());
        }
    }

    /// Tells assistive technology whether the element is loading.
    pub(super) fn set_busy(&self, busy: bool) {
        self.base.toggle("aria-busy", busy.then_some("true"));
    }

    /// Takes the loading state away and sets the interface's language.
    pub(super) fn apply_locale(&self, locale: &Locale) {
        self.attach();
        self.set_busy(false);
        for own in [&self.announcer, &self.head, &self.content] {
            own.toggle("lang", Some(locale.tag()));
            own.toggle("dir", Some(locale.direction()));
        }
    }

    /// Has screen readers say a sentence. An empty one is silent.
    pub(super) fn announce(&self, sentence: &str) {
        self.announcer.put_text(sentence);
    }

    /// Shows the default slot, or hides it.
    pub(super) fn show_fallback(&self, shown: bool) {
        self.fallback.toggle("hidden", (!shown).then_some(""));
    }

    /// Remembers where the focus is, to be restored once another view stands.
    pub(super) fn focus_to_restore(&self, shell: &Shell) -> Restore {
        Restore(shell.focused(&self.base.node()))
    }

    /// Replaces the view by the one that `build` makes, and empties the head. `is_company` says that it stands beside an
    /// article of the page's own.
    #[cfg_attr(not(feature = "fault"), allow(unused_variables, reason = "the tests' faults are put in here"))]
    pub(super) fn put(&self, shell: &Shell, is_company: bool, build: impl FnOnce(&El) -> Frame) -> Frame {
        drop(self.view.take());
        self.head.empty();
        if !is_company {
            self.give_box();
        }
        let scope = Scope::default();
        let frame = scope.run(|| build(&self.head));
        #[cfg(feature = "fault")]
        scope.run(|| crate::element::fault::on_click(shell.host(), &frame.root));
        self.content.toggle("class", Some(&classes(&shell.section(), is_company)));
        self.content.empty();
        self.content.add(&frame.root);
        self.view.replace(Some(View { scope, is_complete: false }));
        frame
    }

    /// Replaces the view by the sentence that says why there is no article, if there is one, and shows the fallback.
    pub(super) fn put_failure(&self, shell: &Shell, failed: impl FnOnce() -> Option<El>) {
        let restore = self.focus_to_restore(shell);
        self.put(shell, false, |_| {
            Frame::alone(failed().unwrap_or_else(|| el("div")).child(holder(&slot::NAMED)))
        });
        restore.now();
        self.show_fallback(true);
    }

    /// Gives the base a box. Beside the page's own article it has none before the head comes, which would move it.
    pub(super) fn give_box(&self) {
        self.base.toggle("class", None);
    }

    /// Builds more into the current view.
    pub(super) fn extend(&self, build: impl FnOnce()) {
        if let Some(view) = self.view.borrow().as_ref() {
            view.scope.run(build);
        }
    }

    /// Builds the last part of the view, and the head. The view is complete then.
    pub(super) fn complete(&self, build: impl FnOnce(&El)) {
        self.extend(|| build(&self.head));
        if let Some(view) = self.view.borrow_mut().as_mut() {
            view.is_complete = true;
        }
    }

    /// Returns true if what follows the body stands too.
    pub(super) fn is_complete(&self) -> bool {
        self.view.borrow().as_ref().is_some_and(|view| view.is_complete)
    }

    /// Takes the view down and shows the fallback.
    pub(super) fn clear(&self) {
        drop(self.view.take());
        self.base.toggle("class", Some("bare"));
        self.head.empty();
        self.content.empty();
        self.content.add(&holder(&slot::NAMED));
        self.show_fallback(true);
    }
}
