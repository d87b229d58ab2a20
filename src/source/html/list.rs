//! Lists of words, written as one text: a comparison for each word would be more code than the words are.

/// Which group of a list a word is in. Groups are parted by `|`, their words by spaces.
#[inline(never)]
pub(in crate::source) fn group(list: &str, word: &str) -> Option<usize> {
    let mut at = 0;
    // What of the word is still to come, while all before has been the same.
    let mut ahead = Some(word.as_bytes());
    for byte in list.bytes().chain([b'|']) {
        if matches!(byte, b' ' | b'|') {
            if ahead == Some(&[]) {
                return Some(at);
            }
            ahead = Some(word.as_bytes());
            at += usize::from(byte == b'|');
        } else if let Some([first, rest @ ..]) = ahead
            && *first == byte
        {
            ahead = Some(rest);
        } else {
            ahead = None;
        }
    }
    None
}
