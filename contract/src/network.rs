//! The networks of the share buttons.

/// A word of the attribute `share`, and of `data-network` on the button.
#[derive(Clone, Copy, Debug)]
pub struct Network {
    /// The word.
    pub name: &'static str,
    /// In words: the action of the button.
    pub description: &'static str,
}

/// The value that applies if the attribute `share` is absent.
pub const DEFAULT: &str = "native copy x facebook whatsapp telegram linkedin bluesky email";

/// Every network, in the order of the documentation.
pub const NETWORKS: [Network; 22] = [
    Network { name: "native", description: "The device's own sheet, where the browser can share." },
    Network { name: "copy", description: "Copies the article's address." },
    Network { name: "print", description: "Prints the page." },
    Network { name: "email", description: "An e-mail." },
    Network { name: "sms", description: "A text message." },
    Network { name: "x", description: "X." },
    Network { name: "facebook", description: "Facebook." },
    Network { name: "whatsapp", description: "WhatsApp." },
    Network { name: "telegram", description: "Telegram." },
    Network { name: "linkedin", description: "LinkedIn." },
    Network { name: "reddit", description: "Reddit." },
    Network { name: "bluesky", description: "Bluesky." },
    Network { name: "threads", description: "Threads." },
    Network { name: "mastodon", description: "Mastodon, once the reader has named a server." },
    Network { name: "pinterest", description: "Pinterest." },
    Network { name: "line", description: "LINE." },
    Network { name: "vk", description: "VK." },
    Network { name: "hackernews", description: "Hacker News." },
    Network { name: "teams", description: "Microsoft Teams." },
    Network { name: "viber", description: "Viber." },
    Network { name: "xing", description: "XING." },
    Network { name: "tumblr", description: "Tumblr." },
];
