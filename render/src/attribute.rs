//! The attributes of the rendered element.

use crate::{Error, Options};
use news_article::network::address::Address;
use news_article::source::drupal;
use news_article::text::search::words;
use news_article::view::settings::Attributes;
use news_article_contract::attribute::{ATTRIBUTES, FIELDS, LANG, SECTIONS};
use news_article_contract::section;

/// Global attributes that may be set besides the element's own.
const GLOBAL: [&str; 8] = ["class", "dir", "hidden", "id", "part", "slot", "title", "translate"];

/// The given attributes, with the address that relative addresses in them are resolved against.
pub(crate) struct Given<'a> {
    pub(crate) options: &'a Options,
    pub(crate) base: Option<Address>,
}

impl Attributes for Given<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        let mut set = self.options.attributes.iter().rev();
        set.find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    fn base(&self) -> Option<Address> {
        self.base.clone()
    }
}

/// Refuses attributes that are not the element's, and unknown names in their values.
pub(crate) fn check(options: &Options) -> Result<(), Error> {
    for (name, value) in &options.attributes {
        if !is_known(name) {
            return Err(Error::option("attr", format_args!("{name:?} is no attribute of <news-article>")));
        }
        if name == FIELDS.name
            && let Some(mistake) = drupal::fields_mistakes(value).first()
        {
            return Err(Error::option("attr", format_args!("{mistake}")));
        }
        if name == SECTIONS.name {
            let unknown = words(value).find(|word| section::named(word).is_none());
            if let Some(word) = unknown {
                return Err(Error::option("attr", format_args!("sections: {word:?} is no section")));
            }
        }
    }
    Ok(())
}

/// Returns true if an attribute may be set: the element's own, those of any element that hold no code, and data of
/// the page's.
fn is_known(name: &str) -> bool {
    let spelled = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.'))
    };
    ATTRIBUTES.iter().any(|attribute| attribute.name == name)
        || GLOBAL.contains(&name)
        || name == LANG.name
        || name.strip_prefix("data-").is_some_and(spelled)
}
