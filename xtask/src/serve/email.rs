//! A check of e-mail addresses, as far as a server can tell without sending a mail.

/// Returns true if the text has the shape of an address.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let labels: Vec<&str> = domain.split('.').collect();
    text.len() <= 254
        && !local.is_empty()
        && !local.contains(['@', '<', '>', '"'])
        && !text.contains(char::is_whitespace)
        && labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        for text in ["a@b.example", "prénom.nom+tag@sous.domaine.example"] {
            assert!(is_address(text), "{text}");
        }
        for text in
            ["", "a", "a@b", "@b.example", "a b@c.example", "a@b..example", "a@@b.example", "a@b.exa/mple"]
        {
            assert!(!is_address(text), "{text}");
        }
    }
}
