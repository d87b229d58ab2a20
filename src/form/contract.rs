//! Names and meanings by contract: under which names a form's fields are sent, and how an answer is read. Pure.

use super::outcome::{self, Outcome};
use crate::network::json::Json;
use news_article_contract::event;

/// The contract by which a form is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contract {
    /// A comment, in this project's own contract.
    Comment,
    /// A comment, in WordPress' contract.
    WordPressComment,
    /// A subscription to a newsletter.
    Newsletter,
}

impl Contract {
    /// Returns true if a comment is sent.
    pub fn is_comment(self) -> bool {
        self != Self::Newsletter
    }

    /// The event at which the page may change what is sent, or prevent it.
    pub fn event(self) -> &'static str {
        if self.is_comment() { event::COMMENT.name } else { event::SUBSCRIBE.name }
    }

    /// The name under which a member is sent. Members that the page has added keep theirs.
    pub fn member(self, name: &str) -> &str {
        match name {
            "article" if self == Self::WordPressComment => "post",
            "name" if self == Self::WordPressComment => "author_name",
            "email" if self == Self::WordPressComment => "author_email",
            "body" if self == Self::WordPressComment => "content",
            name => name,
        }
    }

    /// Reads an answer with this HTTP status.
    pub fn meaning(self, status: u16, json: &Json) -> Outcome {
        match self {
            Self::WordPressComment => outcome::wordpress(status, json),
            Self::Comment => outcome::native(status, json),
            // A subscription cannot be finished on the article's own page, and its texts must not speak of comments.
            Self::Newsletter => match outcome::native(status, json) {
                Outcome::Login | Outcome::Refused(_) => Outcome::Refused("sendRefused"),
                outcome => outcome,
            },
        }
    }

    /// The key of the text for a success.
    pub fn thanks(self, outcome: &Outcome) -> &'static str {
        match (self.is_comment(), outcome) {
            (true, Outcome::Published) => "commentPublished",
            (true, Outcome::Duplicate) => "commentDuplicate",
            (true, _) => "commentHeld",
            (false, Outcome::Held) => "newsletterConfirm",
            (false, Outcome::Duplicate) => "newsletterDuplicate",
            (false, _) => "newsletterDone",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Contract;
    use crate::form::outcome::Outcome;
    use crate::network::json::Json;

    #[test]
    fn wordpress_has_names_of_its_own_and_keeps_what_the_page_has_added() {
        let names = ["article", "name", "email", "body", "parent", "submission", "captcha"];
        let sent = |contract: Contract| names.map(|name| contract.member(name));
        assert_eq!(
            sent(Contract::WordPressComment),
            ["post", "author_name", "author_email", "content", "parent", "submission", "captcha"]
        );
        assert_eq!(sent(Contract::Comment), names);
        assert_eq!(sent(Contract::Newsletter), names);
    }

    #[test]
    fn a_newsletter_never_speaks_of_comments_or_of_a_login() {
        for status in [401, 403, 404] {
            assert_eq!(
                Contract::Newsletter.meaning(status, &Json::null()),
                Outcome::Refused("sendRefused"),
                "{status}"
            );
        }
        let closed = Json::parse(r#"{"error": "closed"}"#).unwrap();
        assert_eq!(Contract::Newsletter.meaning(403, &closed), Outcome::Refused("sendRefused"));
        assert_eq!(Contract::Comment.meaning(403, &closed), Outcome::Refused("commentsClosed"));
        assert_eq!(Contract::Comment.meaning(401, &Json::null()), Outcome::Login);
    }

    #[test]
    fn each_success_has_its_own_words() {
        let thanks = |contract: Contract| {
            [Outcome::Published, Outcome::Held, Outcome::Duplicate].map(|outcome| contract.thanks(&outcome))
        };
        let comment = ["commentPublished", "commentHeld", "commentDuplicate"];
        assert_eq!(thanks(Contract::Comment), comment);
        assert_eq!(thanks(Contract::WordPressComment), comment);
        assert_eq!(
            thanks(Contract::Newsletter),
            ["newsletterDone", "newsletterConfirm", "newsletterDuplicate"]
        );
    }
}
