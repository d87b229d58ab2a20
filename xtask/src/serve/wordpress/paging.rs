//! Pages of a list, as WordPress counts them.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;

use super::query::Query;
use super::{WordPress, localised, origin};
use axum::http::HeaderMap;

/// The number and size of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    number: usize,
    size: usize,
}

impl Page {
    /// The page in a query; `None` if the size is out of bounds.
    pub(super) fn asked(query: &Query) -> Option<Self> {
        let number = |name, default| query.get(name).map_or(Some(default), |text| text.parse::<usize>().ok());
        let page = Self { number: number("page", 1)?.max(1), size: number("per_page", 10)? };
        (1..=100).contains(&page.size).then_some(page)
    }

    /// The number of pages.
    pub(super) fn count(self, total: usize) -> usize {
        total.div_ceil(self.size)
    }

    /// Returns true if it is beyond the last page.
    pub(super) fn is_past(self, total: usize) -> bool {
        total > 0 && self.number > self.count(total)
    }

    /// The entries of the page.
    pub(super) fn of<T: Clone>(self, all: &[T]) -> Vec<T> {
        all.iter().skip((self.number - 1).saturating_mul(self.size)).take(self.size).cloned().collect()
    }
}

impl WordPress {
    /// One page of a list, with WordPress' headers.
    pub(super) fn page(
        &self,
        path: &str,
        query: &Query,
        page: Page,
        all: &[Value],
        headers: &HeaderMap,
    ) -> Response {
        let (total, pages) = (all.len(), page.count(all.len()));
        let mut response = localised(StatusCode::OK, &Value::Array(page.of(all)), headers);
        let link = |relation: &str, number: usize| {
            let query = query.at_page(number);
            format!("<{}/wp-json/wp/v2/{path}?{query}>; rel=\"{relation}\"", origin(headers))
        };
        let mut links = Vec::new();
        if page.number > 1 && total > 0 {
            links.push(link("prev", (page.number - 1).min(pages)));
        }
        if page.number < pages {
            links.push(link("next", page.number + 1));
        }
        let headers = response.headers_mut();
        headers.insert("x-wp-total", HeaderValue::from(total));
        headers.insert("x-wp-totalpages", HeaderValue::from(pages));
        if let Ok(links) = HeaderValue::from_str(&links.join(", "))
            && !links.is_empty()
        {
            headers.insert("link", links);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Option<Page> {
        Page::asked(&Query::parse(query))
    }

    #[test]
    fn a_page_has_ten_unless_asked_otherwise() {
        assert_eq!(asked(""), Some(Page { number: 1, size: 10 }));
        assert_eq!(asked("per_page=4&page=3"), Some(Page { number: 3, size: 4 }));
        for query in ["per_page=0", "per_page=101", "per_page=x"] {
            assert_eq!(asked(query), None, "{query}");
        }
    }

    #[test]
    fn pages_cover_the_list_once() {
        let all: Vec<u32> = (0..10).collect();
        let page = |number| Page { number, size: 4 };
        assert_eq!(page(1).count(10), 3);
        assert_eq!([page(1).of(&all), page(2).of(&all), page(3).of(&all)].concat(), all);
        assert!(!page(3).is_past(10));
        assert!(page(4).is_past(10));
        assert!(!page(4).is_past(0));
    }
}
