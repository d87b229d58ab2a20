//! Icons of networks that few pages name.

/// The outline of a network that is neither one of [`crate::share::COMMON`] nor of [`crate::share::FOLLOWED`].
pub fn outline(name: &str) -> Option<&'static str> {
    Some(match name {
        "reddit" => {
            "M12 9c5 0 8 2.5 8 5.5S17 20 12 20s-8-2.5-8-5.5S7 9 12 9zM12 9l1-4.5 4 1M9 13.5v.5M15 13.5v.5M9 16.5c2 1.3 4 1.3 6 0"
        }
        "threads" => {
            "M18 8c-1-3-3-4-6-4-4.5 0-7 3-7 8s2.5 8 7 8c4 0 6-2 6-4.5 0-3-3-4-6-4-2 0-3.5 1-3.5 2.5S10 16.5 12 16.5c2.5 0 3.5-2 3.5-4.5S14 8.5 12 8.5"
        }
        "mastodon" => {
            "M17 17.5c2-.5 3-1.5 3-4V9c0-3-2-5-8-5S4 6 4 9v4c0 5 3 7 7 7 2 0 3-.3 4-.8M8 14V9.5a2 2 0 0 1 4 0v3m0-3a2 2 0 0 1 4 0V14"
        }
        "pinterest" => "M9 20l2.5-10M7.5 13C6 10 7 5.5 12 5.5s6 4 5 7-5 4.5-6.5 2",
        "rss" => "M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M5.5 18v.5",
        "sms" | "line" | "viber" | "teams" => "M4 5h16v11H10l-4 4v-4H4z",
        "print" => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        _ => return None,
    })
}
