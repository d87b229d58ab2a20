//! Tests the accessibility tree of the demo article, which is kept as a readable text.
//!
//! After a change of what assistive technology is told, run the test once with `UPDATE_TREE=1`, and read the
//! difference in `tests/fixtures/accessibility-tree.txt` before you commit it.

use crate::preferences::devtools;
use news_article_tests::{Scope, in_engines};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// Chromium's roles for nodes that are not announced. Their children are written in their place.
const SILENT: [&str; 6] = ["generic", "none", "InlineTextBox", "LineBreak", "ListMarker", "LayoutTableRow"];

/// The properties that are announced. The others are internal to Chromium.
const HEARD: [&str; 8] =
    ["level", "required", "invalid", "disabled", "checked", "expanded", "live", "roledescription"];

struct Tree<'a> {
    nodes: HashMap<&'a str, &'a Value>,
    lines: Vec<String>,
}

impl<'a> Tree<'a> {
    fn new(nodes: &'a [Value]) -> Self {
        let id = |node: &'a Value| node["nodeId"].as_str().expect("an id");
        Tree { nodes: nodes.iter().map(|node| (id(node), node)).collect(), lines: Vec::new() }
    }

    /// The first node of a role, in document order.
    fn find(&self, node: &'a Value, role: &str) -> Option<&'a Value> {
        if node["role"]["value"] == role {
            return Some(node);
        }
        self.children(node).into_iter().find_map(|child| self.find(child, role))
    }

    fn children(&self, node: &'a Value) -> Vec<&'a Value> {
        let ids = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
        ids.filter_map(|id| self.nodes.get(id).copied()).collect()
    }

    /// Writes a node and its children. A text that repeats its parent's name is left out.
    fn write(&mut self, node: &'a Value, depth: usize, said: &str) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default().trim();
        // A form without a name is not announced, but not every version of Chromium calls it generic.
        let unnamed_form = role == "form" && name.is_empty();
        let silent = node["ignored"] == true || SILENT.contains(&role) || unnamed_form;
        let text = role == "StaticText";
        if silent || (text && (name.is_empty() || said.contains(name))) {
            if !text {
                self.children(node).into_iter().for_each(|child| self.write(child, depth, said));
            }
            return;
        }
        let mut line = "  ".repeat(depth);
        line.push_str(if text { "text" } else { role });
        if !name.is_empty() {
            line.push_str(&format!(" \"{name}\""));
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let name = property["name"].as_str().unwrap_or_default();
            let value = &property["value"]["value"];
            // The nesting of lists is visible in the text, so a level is only written for headings.
            let heard = HEARD.contains(&name) && (name != "level" || role == "heading");
            // `invalid` has the value "false" if nothing is invalid.
            if heard && *value != false && *value != "false" {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                line.push_str(&if value == "true" { format!(" {name}") } else { format!(" {name}={value}") });
            }
        }
        if let Some(description) = node["description"]["value"].as_str().filter(|text| !text.is_empty()) {
            line.push_str(&format!(" ({description})"));
        }
        self.lines.push(line);
        if !text {
            self.children(node).into_iter().for_each(|child| self.write(child, depth + 1, name));
        }
    }
}

/// The accessibility tree of the page's `<main>`.
fn written(answer: &Value) -> String {
    let nodes = answer["nodes"].as_array().expect("nodes");
    let mut tree = Tree::new(nodes);
    let main = tree.find(nodes.first().expect("a root"), "main").expect("a main");
    tree.write(main, 0, "");
    tree.lines.join("\n") + "\n"
}

#[tokio::test]
async fn the_demo_article_is_told_as_the_snapshot_has_it() {
    in_engines(Scope::ChromiumOnly, async |page| {
        // Without `native`: whether there is such a button is the device's business.
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="copy x facebook whatsapp telegram linkedin bluesky email"></news-article>"#).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0 && $('related-previous').hasAttribute('aria-disabled')").await;
        page.until("[...root.querySelectorAll('[part=related-item]')].some((card) => card.hasAttribute('aria-hidden'))").await;
        page.until("$$('comment').length === 5").await;
        devtools(&page, "Accessibility.enable", json!({})).await;
        let tree = written(&devtools(&page, "Accessibility.getFullAXTree", json!({})).await);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/accessibility-tree.txt");
        if std::env::var_os("UPDATE_TREE").is_some() {
            std::fs::write(&path, &tree).expect("the snapshot is written");
        }
        let kept = std::fs::read_to_string(&path).expect("the snapshot");
        for (number, (now, before)) in tree.lines().zip(kept.lines()).enumerate() {
            assert_eq!(now, before, "line {} of {}", number + 1, path.display());
        }
        assert_eq!(tree, kept, "{}", path.display());
    })
    .await;
}
