//! The publisher's own data for all articles: newsletter, profiles, breadcrumb, comments.

use super::{comments, named_list, newsletter, social};
use crate::article::Article;
use crate::network::address::Address;
use crate::network::json::Json;

/// Merges the publisher's own data under an article's, which comes first.
pub fn merge(article: &mut Article, site: &Json, base: Option<&Address>) {
    match (&mut article.newsletter, newsletter(&site.get("newsletter"), base)) {
        (Some(own), Some(from_site)) => {
            own.action = own.action.take().or(from_site.action);
            own.title = own.title.take().or(from_site.title);
            own.description = own.description.take().or(from_site.description);
            if own.lists.is_empty() {
                own.lists = from_site.lists;
            }
            if own.consent.is_none() {
                own.consent = from_site.consent;
                own.consent_required |= from_site.consent_required;
            }
        }
        (own, from_site) => *own = own.take().or(from_site),
    }
    if article.social.is_empty() {
        article.social = social(&site.get("social"), base);
    }
    if article.breadcrumbs.is_empty() {
        article.breadcrumbs = named_list(&site.get("breadcrumbs"), base);
    }
    let Some(from_site) = comments(&site.get("comments"), base) else { return };
    match &mut article.comments {
        None => article.comments = Some(from_site),
        Some(comments) => {
            comments.action = comments.action.take().or(from_site.action);
            comments.url = comments.url.take().or(from_site.url);
            if comments.notice.is_empty() {
                comments.notice = from_site.notice;
            }
        }
    }
}
