//! A query as PHP reads it: a list is comma-separated, or repeated as `name[]` or `name[0]`.

use axum::http::Uri;

use crate::serve::percent;

/// The pairs of a query.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Parses a query string, or the body of a form, which has the same syntax.
    pub(super) fn parse(text: &str) -> Self {
        let decode = |text: &str| percent::decode(&text.replace('+', " ")).unwrap_or_default();
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        Self(pairs.collect())
    }

    /// The query of a request.
    pub(super) fn of(uri: &Uri) -> Self {
        Self::parse(uri.query().unwrap_or_default())
    }

    /// The last value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The numbers of a list.
    pub(super) fn numbers(&self, name: &str) -> Vec<u64> {
        self.0
            .iter()
            .filter(|(other, _)| other.split('[').next() == Some(name))
            .flat_map(|(_, value)| value.split(',').filter_map(|number| number.trim().parse().ok()))
            .collect()
    }

    /// Every pair.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same query for another page, encoded.
    pub(super) fn at_page(&self, page: usize) -> String {
        let mut pairs: Vec<String> = self
            .pairs()
            .filter(|(name, _)| *name != "page")
            .map(|(name, value)| format!("{}={}", percent::encode(name), percent::encode(value)))
            .collect();
        pairs.push(format!("page={page}"));
        pairs.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_in_each_of_its_forms() {
        for text in ["c=3,2", "c[]=3&c[]=2", "c%5B0%5D=3&c%5B1%5D=2"] {
            assert_eq!(Query::parse(text).numbers("c"), [3, 2], "{text}");
        }
    }

    #[test]
    fn another_page_keeps_the_rest() {
        assert_eq!(Query::parse("a=%C3%A9&page=1&_embed").at_page(2), "a=%C3%A9&_embed=&page=2");
    }
}
