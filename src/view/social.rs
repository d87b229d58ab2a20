//! The publisher's social networks.

use super::PageRef;
use super::dom::{El, el, part};
use super::icon::icon;

/// The links to the publisher's profiles, where there are any.
pub fn social(page: &PageRef) -> Option<El> {
    let profiles = &page.article.social;
    if profiles.is_empty() {
        return None;
    }
    let list = el("ul").set("role", "list");
    for profile in profiles {
        let link = page
            .link(&profile.url)
            .set("data-network", &profile.network)
            .child(icon(&profile.network))
            .child(el("span").text(name(&profile.network)));
        list.add(&el("li").child(link));
    }
    let heading = page.heading(1).set("id", "profiles").text(&page.text("social"));
    Some(part("section", "social").set("aria-labelledby", "profiles").child(heading).child(list))
}

/// The network's own spelling of its name, or what the data calls it.
fn name(network: &str) -> &str {
    match network {
        "x" | "twitter" => "X",
        "facebook" => "Facebook",
        "instagram" => "Instagram",
        "youtube" => "YouTube",
        "linkedin" => "LinkedIn",
        "tiktok" => "TikTok",
        "whatsapp" => "WhatsApp",
        "telegram" => "Telegram",
        "bluesky" => "Bluesky",
        "threads" => "Threads",
        "mastodon" => "Mastodon",
        "pinterest" => "Pinterest",
        "snapchat" => "Snapchat",
        "rss" => "RSS",
        other => other,
    }
}
