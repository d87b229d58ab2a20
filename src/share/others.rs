//! Networks that few pages name, and the spelling of their brands. Pure.

use super::{Label, Network, Way};

/// The networks besides [`super::COMMON`], in the order of the documentation.
pub static OTHERS: [Network; 13] = [
    Network { name: "print", label: Label::Words("sharePrint"), way: Way::Print },
    Network { name: "sms", label: Label::Words("shareSms"), way: Way::Link("sms:?body={b") },
    Network {
        name: "reddit",
        label: Label::Brand("Reddit"),
        way: Way::Link("https://www.reddit.com/submit?url={u&title={t"),
    },
    Network {
        name: "threads",
        label: Label::Brand("Threads"),
        way: Way::Link("https://www.threads.com/intent/post?text={5&url={u"),
    },
    Network { name: "mastodon", label: Label::Brand("Mastodon"), way: Way::Instance },
    Network {
        name: "pinterest",
        label: Label::Brand("Pinterest"),
        way: Way::Link("https://www.pinterest.com/pin/create/button/?url={u&media={m&description={t"),
    },
    Network {
        name: "line",
        label: Label::Brand("LINE"),
        way: Way::Link("https://social-plugins.line.me/lineit/share?url={u&text={t"),
    },
    Network {
        name: "vk",
        label: Label::Brand("VK"),
        way: Way::Link("https://vk.com/share.php?url={u&title={t"),
    },
    Network {
        name: "hackernews",
        label: Label::Brand("Hacker News"),
        way: Way::Link("https://news.ycombinator.com/submitlink?u={u&t={t"),
    },
    Network {
        name: "teams",
        label: Label::Brand("Microsoft Teams"),
        way: Way::Link("https://teams.microsoft.com/share?href={u&msgText={t"),
    },
    Network { name: "viber", label: Label::Brand("Viber"), way: Way::Link("viber://forward?text={b") },
    Network {
        name: "xing",
        label: Label::Brand("XING"),
        way: Way::Link("https://www.xing.com/spi/shares/new?url={u"),
    },
    Network {
        name: "tumblr",
        label: Label::Brand("Tumblr"),
        way: Way::Link("https://www.tumblr.com/widgets/share/tool?canonicalUrl={u&title={t"),
    },
];

/// The network of that name.
pub fn find(name: &str) -> Option<&'static Network> {
    OTHERS.iter().find(|network| network.name.eq_ignore_ascii_case(name))
}

/// The spelling of a brand that [`super::brand`] does not know.
pub fn brand(name: &str) -> Option<&'static str> {
    Some(match name {
        "twitter" => "X",
        "snapchat" => "Snapchat",
        "rss" => "RSS",
        _ => match find(name)?.label {
            Label::Brand(brand) => brand,
            Label::Words(_) => return None,
        },
    })
}
