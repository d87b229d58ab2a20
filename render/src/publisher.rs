//! Reads the data that are only for search engines: the publisher, and which authors are organisations. Readers see
//! none of them, so they are not in the model, which browsers have to load.

use crate::node::Node;
use news_article::network::address::{Address, Purpose, resolve};
use news_article::network::json::Json;
use serde_json::Value;
use std::collections::HashSet;

/// The most nodes of a document that are read.
const NODES_MAX: usize = 1_000;
/// The most authors of an article.
const AUTHORS_MAX: usize = 50;

/// The places of schema.org's nodes in documents: JSON-LD itself, and WordPress with the plugin Yoast.
const GRAPHS: [&str; 5] =
    ["@graph", "mainEntity", "mainEntityOfPage", "schema.@graph", "yoast_head_json.schema.@graph"];
/// Members with the authors of an article.
const AUTHORS: [&str; 3] = ["author", "authors", "creator"];

/// The publisher of an article, and the authors that are organisations.
#[derive(Default)]
pub(crate) struct Publisher {
    /// The publisher as a node of schema.org, if there is one.
    pub(crate) node: Option<Value>,
    organizations: HashSet<String>,
}

impl Publisher {
    /// Reads them from the document, else from the publisher's own data.
    pub(crate) fn read(document: &Json, site: &Json, base: Option<&Address>) -> Self {
        let nodes = nodes(document);
        let mut organizations = HashSet::new();
        for node in &nodes {
            if is_organization(node) {
                organizations.extend(node.line("name"));
            }
            let authors = AUTHORS.iter().flat_map(|key| each(&node.get(key), AUTHORS_MAX));
            organizations.extend(authors.filter(is_organization).filter_map(|author| author.line("name")));
        }
        let of_nodes = nodes
            .iter()
            .flat_map(|node| each(&node.get("publisher"), 1))
            .find_map(|value| organization(&value, &nodes, base));
        let of_site = || organization(&site.get("publisher"), &[], base);
        let node = of_nodes.or_else(of_site).or_else(|| feed(document, base));
        Publisher { node, organizations }
    }

    /// Returns true if an author of that name is an organisation.
    pub(crate) fn is_organization(&self, name: &str) -> bool {
        self.organizations.contains(name)
    }
}

/// The document, or the entries of its list, and the nodes of the graphs in it.
fn nodes(document: &Json) -> Vec<Json> {
    let mut nodes = each(document, NODES_MAX);
    for at in 0..nodes.len() {
        let Some(node) = nodes.get(at).cloned() else { break };
        for path in GRAPHS {
            let room = NODES_MAX.saturating_sub(nodes.len());
            nodes.extend(each(&node.at(path), room));
        }
    }
    nodes
}

/// A value as a list, or the values of a list.
fn each(json: &Json, max: usize) -> Vec<Json> {
    match json {
        list if list.is_array() => list.items_within(max),
        none if none.is_null() => Vec::new(),
        one => vec![one.clone()],
    }
}

/// Returns true if a node says that it is one, in the words of schema.org (`NewsMediaOrganization`) or of the native
/// format.
fn is_organization(node: &Json) -> bool {
    let types = ["@type", "type"].iter().flat_map(|key| each(&node.get(key), 10));
    types.filter_map(|name| name.trimmed()).any(|name| {
        let name = name.to_ascii_lowercase();
        name.ends_with("organization") || name.ends_with("organisation") || name.ends_with("corporation")
    })
}

/// A publisher: a name, or an object with name, address and logo, perhaps by reference.
fn organization(value: &Json, nodes: &[Json], base: Option<&Address>) -> Option<Value> {
    let whole = follow(value, nodes);
    let name = whole.trimmed().or_else(|| whole.line("name"))?;
    let logo = each(&whole.get("logo"), 10).iter().find_map(|logo| {
        let logo = follow(logo, nodes);
        let raw = ["url", "contentUrl", "src"].iter().find_map(|key| logo.line(key));
        picture(&raw.or_else(|| logo.trimmed())?, &logo, base)
    });
    Some(named(&name, whole.line("url"), logo, base))
}

/// An organisation as a node.
fn named(name: &str, url: Option<String>, logo: Option<Value>, base: Option<&Address>) -> Value {
    let mut node = Node::new("Organization");
    node.put("name", name);
    let url = url.and_then(|raw| resolve(&raw, base, Purpose::Page));
    node.some("url", url.as_ref().map(Address::as_str));
    node.some("logo", logo);
    node.into()
}

/// A picture as a node, with the size from `sized` if that has one. A `data:` picture is left out, because it has no
/// address to be found by.
fn picture(raw: &str, sized: &Json, base: Option<&Address>) -> Option<Value> {
    let address =
        resolve(raw, base, Purpose::Image).filter(|address| address.as_str().starts_with("http"))?;
    let mut picture = Node::new("ImageObject");
    picture.put("url", address.as_str());
    for side in ["width", "height"] {
        picture.some(side, sized.count(side).filter(|px| *px > 0));
    }
    Some(picture.into())
}

/// The node that a reference (`{"@id": …}`) refers to; any other value unchanged.
fn follow(value: &Json, nodes: &[Json]) -> Json {
    let is_reference =
        value.is_object() && value.keys().iter().all(|key| matches!(key.as_str(), "@id" | "@type"));
    let Some(id) = value.line("@id").filter(|_| is_reference) else { return value.clone() };
    let found = nodes.iter().find(|node| node.line("@id").as_ref() == Some(&id) && node.keys().len() > 2);
    found.unwrap_or(value).clone()
}

/// The publisher of a JSON Feed, which has the feed's title.
fn feed(document: &Json, base: Option<&Address>) -> Option<Value> {
    let version = document.line("version").unwrap_or_default();
    if !version.contains("jsonfeed.org") {
        return None;
    }
    let icon = document.line("icon").and_then(|raw| picture(&raw, &Json::null(), base));
    Some(named(&document.line("title")?, document.line("home_page_url"), icon, base))
}
