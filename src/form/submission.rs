//! A submission, from the check of the fields to what is said of its outcome. Pure: what it decides is shown and sent by
//! `sending`.

use super::contract::Contract;
use super::outcome::{Message, Outcome, is_email};
use crate::text::search::{length, trimmed};

/// The key of the text that offers the way to the article's own page.
pub const LOGIN: &str = "commentLogin";

/// How a field is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// An e-mail address.
    Email,
    /// Several lines.
    Area,
    /// A box to tick.
    Tick,
    /// Boxes, of which at least one is to be ticked.
    Choices,
}

/// What a field must hold.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// How it is typed into.
    pub kind: Kind,
    /// Whether it must be filled, or ticked.
    pub required: bool,
    /// The most characters of a text.
    pub max: u32,
}

impl Rule {
    /// The key of what is wrong with a text; blanks around it do not count.
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

    /// The key of what is wrong with a box.
    pub fn fault_of_tick(self, ticked: bool) -> Option<&'static str> {
        (self.required && !ticked).then_some("fieldConsent")
    }
}

/// What was sent last, as long as nobody knows what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The id that it was sent with.
    pub id: String,
    /// All that it said, as a text to compare with.
    pub content: String,
    /// Whether it was posted, and not kept back by the page.
    pub posted: bool,
}

impl Sent {
    /// What is sent now, and whether the very same was posted before. The same content has the same id: a POST that the
    /// reader or the browser repeats can be told from a second message.
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

/// What is said of an outcome.
#[derive(Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// It is done: this interface text, and the fields are cleared.
    Done(&'static str),
    /// It is not, for the reason that this interface text says.
    NotDone(&'static str),
    /// These fields are wrong; where none of them is here, it was refused.
    Wrong(&'a [(String, Message)]),
}

/// What the form that stands says of an outcome. `here` is whether it stands below the article that the submission is
/// about: of another's comment nothing is to be said but whether it was sent. `repeated` is whether the very same was
/// posted before.
pub fn said(contract: Contract, outcome: &Outcome, here: bool, repeated: bool) -> Said<'_> {
    match outcome {
        Outcome::Published | Outcome::Held => Said::Done(contract.thanks(outcome)),
        // Our own second try of what had arrived the first time; or a subscription that stands.
        Outcome::Duplicate if repeated || contract == Contract::Newsletter => {
            Said::Done(contract.thanks(outcome))
        }
        Outcome::Duplicate => Said::NotDone(contract.thanks(outcome)),
        Outcome::Invalid(wrong) if here => Said::Wrong(wrong),
        Outcome::Login if here => Said::NotDone(LOGIN),
        Outcome::Refused(key) if here => Said::NotDone(key),
        Outcome::Invalid(_) | Outcome::Login | Outcome::Refused(_) => Said::NotDone("sendRefused"),
        Outcome::Failed(key) => Said::NotDone(key),
    }
}

/// A field of a submission that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// How it is typed into.
    pub kind: Kind,
    /// What stood in it when it was sent.
    pub sent: String,
    /// What stands in it now, in the form of the view that stands now.
    pub stands: String,
    /// What is kept of it for the article that it was sent from.
    pub draft: String,
}

impl Taken {
    /// Whether the reader is at the next submission: something else stands in it by now.
    pub fn is_next(&self) -> bool {
        self.is_new(&self.stands)
    }

    /// Whether its draft goes. `next` is whether the reader is at the next submission, in any field.
    pub fn loses_draft(&self, next: bool) -> bool {
        self.kind == Kind::Tick || !next && !self.is_new(&self.draft)
    }

    /// Whether it is emptied. `here` is whether it stands below the article that was written about: name and address go
    /// along to another, the text of a comment does not.
    pub fn is_emptied(&self, next: bool, here: bool) -> bool {
        match self.kind {
            // What was agreed to once is agreed to anew.
            Kind::Tick => true,
            // What was chosen once is chosen for who signs up anew.
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
    use super::{Kind, LOGIN, Rule, Said, Sent, Taken, said};
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
            |outcome: Outcome, repeated| format!("{:?}", said(Contract::Comment, &outcome, true, repeated));
        assert_eq!(comment(Outcome::Held, false), r#"Done("commentHeld")"#);
        assert_eq!(comment(Outcome::Published, false), r#"Done("commentPublished")"#);
        assert_eq!(comment(Outcome::Duplicate, true), r#"Done("commentDuplicate")"#);
        assert_eq!(comment(Outcome::Duplicate, false), r#"NotDone("commentDuplicate")"#);
        let newsletter = said(Contract::Newsletter, &Outcome::Duplicate, true, false);
        assert_eq!(newsletter, Said::Done("newsletterDuplicate"));
    }

    #[test]
    fn below_another_article_nothing_is_said_but_whether_it_was_sent() {
        let wrong = vec![("body".to_owned(), Message::Key("fieldTooLong"))];
        let outcomes = [
            (Outcome::Invalid(wrong.clone()), Said::Wrong(&wrong), Said::NotDone("sendRefused")),
            (Outcome::Login, Said::NotDone(LOGIN), Said::NotDone("sendRefused")),
            (
                Outcome::Refused("commentsClosed"),
                Said::NotDone("commentsClosed"),
                Said::NotDone("sendRefused"),
            ),
            (Outcome::Failed("sendBusy"), Said::NotDone("sendBusy"), Said::NotDone("sendBusy")),
            (Outcome::Held, Said::Done("commentHeld"), Said::Done("commentHeld")),
        ];
        for (outcome, here, elsewhere) in outcomes {
            assert_eq!(said(Contract::WordPressComment, &outcome, true, false), here);
            assert_eq!(said(Contract::WordPressComment, &outcome, false, false), elsewhere);
        }
    }

    fn taken(kind: Kind, sent: &str, stands: &str, draft: &str) -> Taken {
        Taken { kind, sent: sent.to_owned(), stands: stands.to_owned(), draft: draft.to_owned() }
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
