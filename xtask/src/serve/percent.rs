//! Percent-encoding.

/// Decodes a percent-encoded path; `None` if the result is not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(u8::try_from(high * 16 + low).ok()?);
                at += 3;
            }
            (byte, ..) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).ok()
}

/// Percent-encodes a value of a query.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once() {
        assert_eq!(decode("/a%20b/%d8%a7%25").as_deref(), Some("/a b/ا%"));
        assert_eq!(decode("/100%/%zz").as_deref(), Some("/100%/%zz"));
        assert_eq!(decode("/%ff"), None);
    }

    #[test]
    fn an_encoded_value_decodes_to_itself() {
        let value = "a&b=c d/é%?";
        assert_eq!(encode(value), "a%26b%3Dc%20d%2F%C3%A9%25%3F");
        assert_eq!(decode(&encode(value)).as_deref(), Some(value));
    }
}
