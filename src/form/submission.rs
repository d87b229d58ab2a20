//! The decisions about a submission, from checking the fields to the notice about its outcome. Pure: showing and
//! sending are in `sending`.

use super::contract::Contract;
use super::outcome::{Message, Outcome, is_email};
use crate::text::search::{length, trimmed};

/// The key of the text that comes with a link to the article's own page.
pub const LOGIN: &str = "commentLogin";

/// The kind of a field's control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// An e-mail address.
    Email,
    /// Several lines.
    Area,
    /// A checkbox.
    Tick,
    /// A group of checkboxes, of which at least one must be checked.
    Choices,
}

/// The conditions that a field must fulfil.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kind of control.
    pub kind: Kind,
    /// True if it must be filled or checked.
    pub required: bool,
    /// The most characters of a text.
    pub max: u32,
}

impl Rule {
    /// The key of the text about what is wrong with a field's text. White space around it does not count.
    pub fn fault_of_text(self, text: &str) -> Option<&'static str> {
        let text = trimmed(text);
        if text.is_empty() {
            return self.required.then_some("fieldRequired");
        }
        if length(text) > self.max as usize {
            return Some("fieldTooLong");
        }
        (self.kind == Kind::Email && !is_email(text)).then_some("fieldEmail")
    }

    /// The key of the text about what is wrong with a checkbox.
    pub fn fault_of_tick(self, ticked: bool) -> Option<&'static str> {
        (self.required && !ticked).then_some("fieldConsent")
    }
}

/// The last submission, as long as its outcome is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The id with which it was sent.
    pub id: String,
    /// All its members as a text, for comparison.
    pub content: String,
    /// True if it was posted. (The page may cancel a submission.)
    pub posted: bool,
}

impl Sent {
    /// The submission for this content, and whether the same was posted before. The same content gets the same id, so
    /// that the endpoint can tell a repeated POST from a second message.
    pub fn next(last: Option<Sent>, content: String, new_id: impl FnOnce() -> String) -> (Sent, bool) {
        match last {
            Some(last) if last.content == content => {
                let repeated = last.posted;
                (last, repeated)
            }
            _ => (Sent { id: new_id(), content, posted: false }, false),
        }
    }
}

/// The notice about an outcome.
#[derive(Debug, PartialEq, Eq)]
pub enum Notice<'a> {
    /// A success. The fields are cleared, and this text is shown.
    Done(&'static str),
    /// No success, for the reason in this text.
    NotDone(&'static str),
    /// These fields are invalid. (If the form has none of them, the notice is that it was refused.)
    Wrong(&'a [(String, Message)]),
}

/// The notice about an outcome in the form that stands now. `here` is true if that form belongs to the article of the
/// submission. Below another article only success or failure is told. `repeated` is true if the same was posted
/// before.
pub fn notice(contract: Contract, outcome: &Outcome, here: bool, repeated: bool) -> Notice<'_> {
    match outcome {
        Outcome::Published | Outcome::Held => Notice::Done(contract.thanks(outcome)),
        // The endpoint has accepted our own earlier try, or the subscription exists already.
        Outcome::Duplicate if repeated || contract == Contract::Newsletter => {
            Notice::Done(contract.thanks(outcome))
        }
        Outcome::Duplicate => Notice::NotDone(contract.thanks(outcome)),
        Outcome::Invalid(wrong) if here => Notice::Wrong(wrong),
        Outcome::Login if here => Notice::NotDone(LOGIN),
        Outcome::Refused(key) if here => Notice::NotDone(key),
        Outcome::Invalid(_) | Outcome::Login | Outcome::Refused(_) => Notice::NotDone("sendRefused"),
        Outcome::Failed(key) => Notice::NotDone(key),
    }
}

/// A field of a submission that was accepted.
#[derive(Clone, Debug)]
pub struct SentField {
    /// The kind of control.
    pub kind: Kind,
    /// Its content when the form was sent.
    pub sent: String,
    /// Its content now, in the view that stands now.
    pub current: String,
    /// The kept draft for the article of the submission.
    pub draft: String,
}

impl SentField {
    /// Returns true if the field has other content by now, so that the reader has begun the next submission.
    pub fn is_next(&self) -> bool {
        self.is_new(&self.current)
    }

    /// Returns true if the draft is to be dropped. `next` is true if the reader has begun the next submission in any
    /// field.
    pub fn loses_draft(&self, next: bool) -> bool {
        self.kind == Kind::Tick || !next && !self.is_new(&self.draft)
    }

    /// Returns true if the field is to be emptied. `here` is true if the form belongs to the article of the
    /// submission. Name and address are emptied below another article, too, the text of a comment is not.
    pub fn is_emptied(&self, next: bool, here: bool) -> bool {
        match self.kind {
            // Consent is asked for each time.
            Kind::Tick => true,
            // The choice of newsletters is kept.
            Kind::Choices => false,
            Kind::Area if !here => false,
            _ => !next && !self.is_next(),
        }
    }

    fn is_new(&self, text: &str) -> bool {
        self.kind != Kind::Tick && !text.is_empty() && text != self.sent
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, LOGIN, Notice, Rule, Sent, SentField, notice};
    use crate::form::contract::Contract;
    use crate::form::outcome::{Message, Outcome};

    fn rule(kind: Kind, required: bool) -> Rule {
        Rule { kind, required, max: 12 }
    }

    #[test]
    fn a_field_is_checked_without_the_blanks_around_what_is_in_it() {
        let text = rule(Kind::Text, true);
        assert_eq!(text.fault_of_text(" \n\u{a0}"), Some("fieldRequired"));
        assert_eq!(text.fault_of_text(" douze signes "), None);
        assert_eq!(text.fault_of_text("treize signes"), Some("fieldTooLong"));
        assert_eq!(text.fault_of_text("أهلا وسهلا ق"), None, "characters are counted, not bytes");
        assert_eq!(rule(Kind::Text, false).fault_of_text(""), None);
        assert_eq!(rule(Kind::Email, true).fault_of_text("a.example"), Some("fieldEmail"));
        assert_eq!(rule(Kind::Email, false).fault_of_text(""), None);
        assert_eq!(rule(Kind::Tick, true).fault_of_tick(false), Some("fieldConsent"));
        assert_eq!(rule(Kind::Tick, true).fault_of_tick(true), None);
        assert_eq!(rule(Kind::Tick, false).fault_of_tick(false), None);
    }

    fn next(last: Option<&Sent>, content: &str, id: &str) -> (Sent, bool) {
        Sent::next(last.cloned(), content.to_owned(), || id.to_owned())
    }

    #[test]
    fn the_same_content_has_the_same_id_and_a_change_has_another() {
        let (first, repeated) = next(None, "un", "1");
        assert_eq!((first.id.as_str(), repeated), ("1", false));
        let (again, _) = next(Some(&first), "un", "2");
        assert_eq!(again.id, "1");
        let (changed, repeated) = next(Some(&first), "deux", "2");
        assert_eq!((changed.id.as_str(), changed.posted, repeated), ("2", false, false));
    }

    #[test]
    fn it_is_a_repetition_only_where_the_same_was_posted() {
        let (kept_back, _) = next(None, "un", "1");
        assert!(!next(Some(&kept_back), "un", "2").1, "the page kept the first one back");
        let posted = Sent { posted: true, ..kept_back };
        assert!(next(Some(&posted), "un", "2").1);
        assert!(!next(Some(&posted), "deux", "2").1);
    }

    #[test]
    fn a_success_is_done_and_a_duplicate_only_where_it_is_our_own() {
        let comment =
            |outcome: Outcome, repeated| format!("{:?}", notice(Contract::Comment, &outcome, true, repeated));
        assert_eq!(comment(Outcome::Held, false), r#"Done("commentHeld")"#);
        assert_eq!(comment(Outcome::Published, false), r#"Done("commentPublished")"#);
        assert_eq!(comment(Outcome::Duplicate, true), r#"Done("commentDuplicate")"#);
        assert_eq!(comment(Outcome::Duplicate, false), r#"NotDone("commentDuplicate")"#);
        let newsletter = notice(Contract::Newsletter, &Outcome::Duplicate, true, false);
        assert_eq!(newsletter, Notice::Done("newsletterDuplicate"));
    }

    #[test]
    fn below_another_article_nothing_is_said_but_whether_it_was_sent() {
        let wrong = vec![("body".to_owned(), Message::Key("fieldTooLong"))];
        let outcomes = [
            (Outcome::Invalid(wrong.clone()), Notice::Wrong(&wrong), Notice::NotDone("sendRefused")),
            (Outcome::Login, Notice::NotDone(LOGIN), Notice::NotDone("sendRefused")),
            (
                Outcome::Refused("commentsClosed"),
                Notice::NotDone("commentsClosed"),
                Notice::NotDone("sendRefused"),
            ),
            (Outcome::Failed("sendBusy"), Notice::NotDone("sendBusy"), Notice::NotDone("sendBusy")),
            (Outcome::Held, Notice::Done("commentHeld"), Notice::Done("commentHeld")),
        ];
        for (outcome, here, elsewhere) in outcomes {
            assert_eq!(notice(Contract::WordPressComment, &outcome, true, false), here);
            assert_eq!(notice(Contract::WordPressComment, &outcome, false, false), elsewhere);
        }
    }

    fn taken(kind: Kind, sent: &str, current: &str, draft: &str) -> SentField {
        SentField { kind, sent: sent.to_owned(), current: current.to_owned(), draft: draft.to_owned() }
    }

    #[test]
    fn what_was_taken_is_cleared_with_its_draft() {
        let body = taken(Kind::Area, "un", "un", "un");
        assert!(!body.is_next());
        assert!(body.loses_draft(false) && body.is_emptied(false, true));
    }

    #[test]
    fn what_was_written_meanwhile_stays_with_all_that_belongs_to_it() {
        let body = taken(Kind::Area, "un", "deux", "deux");
        let name = taken(Kind::Text, "Salma", "Salma", "Salma");
        assert!(body.is_next() && !name.is_next());
        for field in [&body, &name] {
            assert!(!field.loses_draft(true) && !field.is_emptied(true, true));
        }
    }

    #[test]
    fn the_text_below_another_article_stays_and_name_and_address_do_not() {
        assert!(!taken(Kind::Area, "un", "un", "un").is_emptied(false, false));
        assert!(taken(Kind::Text, "Salma", "Salma", "Salma").is_emptied(false, false));
        assert!(!taken(Kind::Text, "Salma", "Nora", "Nora").is_emptied(false, false));
    }

    #[test]
    fn what_was_agreed_to_is_agreed_to_anew() {
        let consent = taken(Kind::Tick, "on", "on", "on");
        assert!(!consent.is_next());
        assert!(consent.loses_draft(true) && consent.is_emptied(true, false));
    }
}
