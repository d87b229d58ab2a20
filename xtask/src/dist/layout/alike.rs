//! Functions that are alike, next to each other: what brotli has seen shortly before costs it fewer bits. (Linkers do the
//! same for phones: <https://lld.llvm.org/MachO/ld64-vs-lld.html> has `--bp-compression-sort`.)

/// The length of the sequences by which code is compared, in bytes.
const LENGTH: usize = 4;

/// The order: the longest first, then of what is left, each time, the one that has most of itself in common with the last.
pub(super) fn order(code: &[&[u8]]) -> Vec<usize> {
    let sequences: Vec<Vec<&[u8]>> = code.iter().map(|bytes| sequences(bytes)).collect();
    let mut left: Vec<usize> = (0..code.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(code.len());
    while !left.is_empty() {
        let mut best = 0;
        let mut best_share = (0, 1);
        for (at, candidate) in left.iter().enumerate() {
            let share = match order.last() {
                Some(last) => {
                    let own = &sequences[*candidate];
                    (common(&sequences[*last], own), own.len() + 1)
                }
                None => (code[*candidate].len(), 1),
            };
            if share.0 * best_share.1 > best_share.0 * share.1 {
                (best, best_share) = (at, share);
            }
        }
        order.push(left.remove(best));
    }
    order
}

/// The sequences that occur, sorted, each once.
fn sequences(bytes: &[u8]) -> Vec<&[u8]> {
    let mut sequences: Vec<&[u8]> = bytes.windows(LENGTH).collect();
    sequences.sort_unstable();
    sequences.dedup();
    sequences
}

/// How many of two sorted lists are in both.
fn common(one: &[&[u8]], other: &[&[u8]]) -> usize {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut count = 0;
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => drop(one.next()),
            std::cmp::Ordering::Greater => drop(other.next()),
            std::cmp::Ordering::Equal => {
                count += 1;
                one.next();
                other.next();
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together_and_nothing_is_lost() {
        let code: [&[u8]; 5] = [b"abcdefgh", b"1234567890", b"", b"abcdefxy", b"12345678"];
        assert_eq!(order(&code), [1, 4, 0, 3, 2]);
    }
}
