//! Reads the endpoint's answer to a comment or a subscription. Pure.
//!
//! There are two contracts for comments: this project's own (2xx, `422 {errors: {field: text}}`, 409, 429), and
//! WordPress' REST interface, in which the error **codes** are the contract. (Its messages mix languages and hold
//! broken entities.)

use crate::network::json::Json;
use crate::text::search::{around, has_any, joined, pieces, trimmed};

/// The outcome of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Accepted and visible at once. For a newsletter: subscribed.
    Published,
    /// Accepted, but held for moderation. For a newsletter: to be confirmed by e-mail.
    Held,
    /// It was there already.
    Duplicate,
    /// Some fields are invalid: the name of each, and what is wrong.
    Invalid(Vec<(String, Message)>),
    /// The site requires a login.
    Login,
    /// Refused for a reason that editing the text does not change.
    Refused(&'static str),
    /// No answer, or a fault of the server. Another try may succeed.
    Failed(&'static str),
}

/// What is wrong with a field: an interface text, or the server's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The key of an interface text.
    Key(&'static str),
    /// The server's words, in its own language.
    Text(String),
}

impl Outcome {
    /// Returns true if the endpoint has decided. After any other outcome the submission may have been accepted all
    /// the same.
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Failed("sendNetwork" | "sendServer"))
    }

    /// The public name, for the event `news-article-sent`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Held => "held",
            Self::Duplicate => "duplicate",
            Self::Invalid(_) | Self::Login | Self::Refused(_) => "refused",
            Self::Failed(_) => "failed",
        }
    }
}

/// Reads an answer in this project's own contract: 401 is [`Outcome::Login`], 409 [`Outcome::Duplicate`]. For 403 the
/// text is the one for comments.
pub fn native(status: u16, json: &Json) -> Outcome {
    match status {
        200..=299 => match json.line("status").as_deref() {
            Some("held" | "hold" | "pending") => Outcome::Held,
            Some("duplicate") => Outcome::Duplicate,
            // 202 means accepted but not yet processed.
            _ if status == 202 => Outcome::Held,
            _ => Outcome::Published,
        },
        403 if json.line("error").as_deref() == Some("closed") => Outcome::Refused("commentsClosed"),
        401 => Outcome::Login,
        409 => Outcome::Duplicate,
        400 | 422 => {
            let errors = json.get("errors");
            let mut wrong = Vec::new();
            for field in ["name", "email", "body", "consent", "parent"] {
                // Many frameworks send a list of sentences in place of one.
                let message = errors.line(field).unwrap_or_else(|| {
                    let list: Vec<_> = errors.get(field).items().iter().filter_map(Json::text).collect();
                    joined(&list, " ")
                });
                // No visible field holds the parent, so that an error of it is shown at the text.
                let field = if field == "parent" { "body" } else { field };
                if !message.is_empty() && !wrong.iter().any(|(other, _)| other == field) {
                    wrong.push((field.to_owned(), Message::Text(message)));
                }
            }
            if wrong.is_empty() { Outcome::Refused("sendRefused") } else { Outcome::Invalid(wrong) }
        }
        _ => common(status),
    }
}

/// Reads WordPress' answer to a comment (<https://developer.wordpress.org/rest-api/reference/comments/>, codes as
/// WordPress 6.1 sends them).
pub fn wordpress(status: u16, json: &Json) -> Outcome {
    if (200..=299).contains(&status) {
        return match json.line("status").as_deref() {
            Some("approved" | "approve") => Outcome::Published,
            Some(_) => Outcome::Held,
            // WordPress answers with the comment. Any other body comes from something in between.
            None if json.identifier("id").is_some() => Outcome::Held,
            None => Outcome::Failed("sendServer"),
        };
    }
    let field = |name: &str, key| Outcome::Invalid(vec![(name.to_owned(), Message::Key(key))]);
    match json.line("code").unwrap_or_default().as_str() {
        "rest_comment_login_required" => Outcome::Login,
        "comment_duplicate" => Outcome::Duplicate,
        "comment_flood" => Outcome::Failed("commentFlood"),
        "rest_comment_closed" => Outcome::Refused("commentsClosed"),
        "rest_comment_author_data_required" => Outcome::Invalid(vec![
            ("name".to_owned(), Message::Key("fieldRequired")),
            ("email".to_owned(), Message::Key("fieldRequired")),
        ]),
        "rest_comment_content_invalid" => field("body", "fieldRequired"),
        "comment_content_column_length" => field("body", "fieldTooLong"),
        "comment_author_column_length" => field("name", "fieldTooLong"),
        "comment_author_email_column_length" => field("email", "fieldTooLong"),
        "rest_invalid_param" => {
            let params = json.at("data.params");
            let wrong: Vec<_> = [
                ("author_name", "name", "fieldInvalid"),
                ("author_email", "email", "fieldEmail"),
                ("content", "body", "fieldInvalid"),
            ]
            .into_iter()
            .filter(|(param, ..)| !params.get(param).is_null())
            .map(|(_, field, key)| (field.to_owned(), Message::Key(key)))
            .collect();
            if wrong.is_empty() { Outcome::Refused("sendRefused") } else { Outcome::Invalid(wrong) }
        }
        "rest_comment_invalid_post_id"
        | "rest_comment_draft_post"
        | "rest_comment_trash_post"
        | "rest_cannot_read_post"
        | "rest_comment_not_supported_post_type" => Outcome::Refused("commentNotAllowed"),
        // Plugins that close a site to strangers use codes of their own.
        _ if status == 401 => Outcome::Login,
        _ => common(status),
    }
}

fn common(status: u16) -> Outcome {
    match status {
        403 => Outcome::Refused("commentNotAllowed"),
        429 => Outcome::Failed("sendBusy"),
        400..=499 => Outcome::Refused("sendRefused"),
        _ => Outcome::Failed("sendServer"),
    }
}

/// Returns true if a text looks like an e-mail address: a name, an at sign, a host with a dot. Only a mail can prove
/// it.
pub fn is_email(text: &str) -> bool {
    let text = trimmed(text);
    let Some((local, host)) = around(text, "@") else { return false };
    text.len() <= 254
        && !local.is_empty()
        && local.len() <= 64
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'))
        && !has_any(host, "@")
        && has_any(host, ".")
        && pieces(host, ".")
            .all(|label| !label.is_empty() && !label.starts_with("-") && !label.ends_with("-"))
}

#[cfg(test)]
mod tests {
    use super::{Message, Outcome, is_email, native, wordpress};
    use crate::network::json::Json;

    fn captured(name: &str) -> (u16, Json) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/wordpress");
        let index: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(folder.join("index.json")).unwrap()).unwrap();
        let entry = index.as_array().unwrap().iter().find(|entry| entry["file"] == name).unwrap();
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        (entry["status"].as_u64().unwrap() as u16, Json::parse(&text).unwrap())
    }

    fn outcome(name: &str) -> Outcome {
        let (status, json) = captured(name);
        wordpress(status, &json)
    }

    fn invalid(field: &str, key: &'static str) -> Outcome {
        Outcome::Invalid(vec![(field.to_owned(), Message::Key(key))])
    }

    #[test]
    fn every_captured_answer_of_wordpress_has_its_meaning() {
        assert_eq!(outcome("comment-created-hold.json"), Outcome::Held);
        assert_eq!(outcome("comment-created-approved.json"), Outcome::Published);
        assert_eq!(outcome("error-comment-duplicate.json"), Outcome::Duplicate);
        assert_eq!(outcome("error-comment-login.json"), Outcome::Login);
        assert_eq!(outcome("error-comment-flood.json"), Outcome::Failed("commentFlood"));
        assert_eq!(outcome("error-comment-closed.json"), Outcome::Refused("commentsClosed"));
        assert_eq!(outcome("error-comment-email.json"), invalid("email", "fieldEmail"));
        assert_eq!(outcome("error-comment-empty.json"), invalid("body", "fieldRequired"));
        assert_eq!(outcome("error-comment-blank.json"), invalid("body", "fieldRequired"));
        assert_eq!(outcome("error-comment-long.json"), invalid("body", "fieldTooLong"));
        assert_eq!(outcome("error-comment-name-long.json"), invalid("name", "fieldTooLong"));
        for refused in ["post", "draft", "protected"] {
            let name = format!("error-comment-{refused}.json");
            assert_eq!(outcome(&name), Outcome::Refused("commentNotAllowed"), "{name}");
        }
        let Outcome::Invalid(wrong) = outcome("error-comment-author.json") else { panic!("fields") };
        assert_eq!(wrong.len(), 2);
    }

    #[test]
    fn whatever_else_wordpress_says_with_401_asks_for_a_login() {
        for text in [r#"{"code": "rest_not_logged_in"}"#, r#"{"code": "rest_forbidden"}"#, "{}"] {
            assert_eq!(wordpress(401, &Json::parse(text).unwrap()), Outcome::Login, "{text}");
        }
        assert_eq!(wordpress(403, &Json::null()), Outcome::Refused("commentNotAllowed"));
        let locked = Json::parse(r#"{"code": "rest_cannot_read_post"}"#).unwrap();
        assert_eq!(wordpress(401, &locked), Outcome::Refused("commentNotAllowed"));
    }

    #[test]
    fn a_success_without_a_comment_is_none_of_wordpress() {
        for text in ["null", "{}", "[]", r#"[{"id": 1, "status": "hold"}]"#, r#""ok""#] {
            let json = Json::parse(text).unwrap();
            assert_eq!(wordpress(200, &json), Outcome::Failed("sendServer"), "{text}");
        }
        assert_eq!(wordpress(201, &Json::parse(r#"{"id": 7}"#).unwrap()), Outcome::Held);
    }

    #[test]
    fn the_native_contract_names_the_fields() {
        let json = Json::parse(r#"{"errors": {"email": "Adresse inconnue", "other": "x"}}"#).unwrap();
        assert_eq!(
            native(422, &json),
            Outcome::Invalid(vec![("email".to_owned(), Message::Text("Adresse inconnue".to_owned()))])
        );
        let lists =
            Json::parse(r#"{"errors": {"body": ["Trop court.", "Sans lien."], "parent": "Effacé."}}"#)
                .unwrap();
        let said = |text: &str| ("body".to_owned(), Message::Text(text.to_owned()));
        assert_eq!(native(422, &lists), Outcome::Invalid(vec![said("Trop court. Sans lien.")]));
        let gone = Json::parse(r#"{"errors": {"parent": "Effacé."}}"#).unwrap();
        assert_eq!(native(422, &gone), Outcome::Invalid(vec![said("Effacé.")]));
        assert_eq!(native(401, &Json::null()), Outcome::Login);
        assert_eq!(native(422, &Json::null()), Outcome::Refused("sendRefused"));
        assert_eq!(native(201, &Json::null()), Outcome::Published);
        assert_eq!(native(201, &Json::parse(r#"{"status": "held"}"#).unwrap()), Outcome::Held);
        assert_eq!(native(409, &Json::null()), Outcome::Duplicate);
        assert_eq!(native(429, &Json::null()), Outcome::Failed("sendBusy"));
        assert_eq!(native(503, &Json::null()), Outcome::Failed("sendServer"));
        assert_eq!(native(405, &Json::null()), Outcome::Refused("sendRefused"));
        assert_eq!(native(403, &Json::null()), Outcome::Refused("commentNotAllowed"));
        let closed = Json::parse(r#"{"error": "closed"}"#).unwrap();
        assert_eq!(native(403, &closed), Outcome::Refused("commentsClosed"));
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for good in ["a@b.example", "prenom.nom+lettre@sous.domaine.example", " x@y.ma ", "é@exemple.example"]
        {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@@b.example",
            "a@b..c",
            "a@.b",
            "a@b.c, d@e.f",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
