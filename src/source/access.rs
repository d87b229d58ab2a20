//! The access to an article, by the codes that systems have for it.

use crate::article::Access;
use crate::text::search::trimmed;

/// The access that a code stands for. The codes are each publisher's own. These are the usual ones, and any other is free.
pub(super) fn of_code(code: &str) -> Access {
    match trimmed(code).to_ascii_lowercase().as_str() {
        "metered" | "meter" => Access::Metered,
        "premium" | "subscriber" | "subscribers" | "subscription" | "locked" | "paid" | "paywall"
        | "hard" | "exclusive" => Access::Subscriber,
        _ => Access::Free,
    }
}
