//! Restricts where a reader's data may be sent, because the endpoint that an article names for a form may be
//! anybody's.
//!
//! A form goes to the page's own origin, to the origin that the article came from, or to what the page itself names:
//! by an attribute, in the publisher's data, or as an origin in `form-origins`. **A form to any other origin is not
//! shown.** On the page's own origin an article may still name any path. A form goes there without cookies, unless
//! the page has named that path too.

use crate::article::Article;
use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::words;

/// The origins that the forms of an article may be sent to.
#[derive(Debug, Default)]
pub struct Destinations {
    origins: Vec<String>,
}

/// The endpoints of the article itself that are allowed, and the origins of those that are not.
#[derive(Debug, Default)]
pub struct DeclaredEndpoints {
    comments: Option<Address>,
    newsletter: Option<Address>,
    has_list: bool,
    /// The origins that are not allowed, with the fields that name them.
    pub refused: Vec<(&'static str, String)>,
}

/// Tells which endpoints the page itself has named, also in the publisher's data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NamedByPage {
    /// Where comments are sent.
    pub comments: bool,
    /// Where subscriptions are sent.
    pub newsletter: bool,
    /// Where the list of comments is read from.
    pub list: bool,
}

impl Destinations {
    /// The origins of the page and of the article's source, and those that `form-origins` lists.
    pub fn new(page: Option<&Address>, source: Option<&Address>, listed: &str) -> Self {
        let mut origins = Vec::new();
        for address in [page, source].into_iter().flatten() {
            origins.push(address.origin().to_owned());
        }
        for word in words(listed) {
            origins.extend(resolve(word, None, Purpose::Endpoint).map(|address| address.origin().to_owned()));
        }
        Destinations { origins }
    }

    /// Takes the endpoints out of an article, and returns those that are allowed.
    pub fn take(&self, article: &mut Article) -> DeclaredEndpoints {
        let mut declared = DeclaredEndpoints::default();
        if let Some(comments) = &mut article.comments {
            declared.has_list = comments.url.is_some();
            declared.comments =
                self.passing("comments.action", comments.action.take(), &mut declared.refused);
        }
        if let Some(newsletter) = &mut article.newsletter {
            declared.newsletter =
                self.passing("newsletter.action", newsletter.action.take(), &mut declared.refused);
        }
        declared
    }

    fn passing(
        &self,
        field: &'static str,
        action: Option<Address>,
        refused: &mut Vec<(&'static str, String)>,
    ) -> Option<Address> {
        let action = action?;
        if self.origins.iter().any(|origin| origin == action.origin()) {
            return Some(action);
        }
        refused.push((field, action.origin().to_owned()));
        None
    }
}

impl DeclaredEndpoints {
    /// Puts the article's allowed endpoints back, over those from the publisher's data.
    pub fn put_back(self, article: &mut Article) -> NamedByPage {
        let mut named = NamedByPage::default();
        let over = |own: Option<Address>, action: &mut Option<Address>| {
            let by_page = action.is_some() && (own.is_none() || own == *action);
            if own.is_some() {
                *action = own;
            }
            by_page
        };
        if let Some(comments) = &mut article.comments {
            named.list = comments.url.is_some() && !self.has_list;
            named.comments = over(self.comments, &mut comments.action);
        }
        if let Some(newsletter) = &mut article.newsletter {
            named.newsletter = over(self.newsletter, &mut newsletter.action);
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Comments;

    fn address(raw: &str) -> Option<Address> {
        resolve(raw, None, Purpose::Page)
    }

    /// The outcome for an article's comment endpoint where the publisher's data name `site`: where the form goes,
    /// whether the page has named that, and how many origins were refused.
    fn outcome(action: &str, listed: &str, site: &str) -> (Option<String>, bool, usize) {
        let comments =
            Comments { action: address(action), open: true, count: None, url: None, notice: Vec::new() };
        let mut article = Article { comments: Some(comments), ..Article::default() };
        let (page, source) = (address("https://news.example/a"), address("https://api.example/42.json"));
        let declared = Destinations::new(page.as_ref(), source.as_ref(), listed).take(&mut article);
        let refused = declared.refused.len();
        if let Some(comments) = &mut article.comments {
            assert_eq!(comments.action, None, "it stands below the publisher's");
            comments.action = address(site);
        }
        let named = declared.put_back(&mut article);
        let action = article.comments.and_then(|comments| comments.action);
        (action.map(|action| action.as_str().to_owned()), named.comments, refused)
    }

    #[test]
    fn an_article_has_forms_sent_to_the_pages_own_origin_to_its_sources_and_to_those_listed() {
        for (action, listed) in [
            ("https://news.example/c", ""),
            ("https://api.example/c", ""),
            ("https://elsewhere.example/c", "https://elsewhere.example"),
            ("https://elsewhere.example/c", " https://a.example\nhttps://elsewhere.example/path "),
        ] {
            assert_eq!(outcome(action, listed, ""), (Some(action.to_owned()), false, 0));
        }
    }

    #[test]
    fn to_any_other_origin_no_form_is_sent_and_it_is_told() {
        for action in [
            "https://elsewhere.example/c",
            "https://api.example.elsewhere.example/c",
            "http://api.example/c",
            "https://api.example:444/c",
        ] {
            for listed in ["", "elsewhere.example", "https://other.example", "*"] {
                assert_eq!(outcome(action, listed, ""), (None, false, 1), "{action} {listed}");
            }
        }
    }

    #[test]
    fn what_the_publisher_names_stands_in_the_place_of_what_is_refused() {
        let (action, by_page, refused) =
            outcome("https://elsewhere.example/c", "", "https://forms.example/c");
        assert_eq!((action.as_deref(), by_page, refused), (Some("https://forms.example/c"), true, 1));
    }

    #[test]
    fn only_a_path_that_the_page_has_named_too_gets_its_cookies() {
        assert!(!outcome("https://news.example/purge", "https://news.example", "https://news.example/c").1);
        assert!(outcome("https://news.example/c", "", "https://news.example/c").1);
    }
}
