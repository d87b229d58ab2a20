//! Figures out of samples: medians, quartiles, ratios.

/// The value that as many samples are below as above; NaN of none.
pub(super) fn median(samples: &[f64]) -> f64 {
    quantile(samples, 0.5)
}

/// The value below which that part of the samples is, between neighbours in proportion; NaN of none.
pub(super) fn quantile(samples: &[f64], part: f64) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = part * last as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

/// A whole number with its thousands apart.
pub(super) fn whole(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && digit.is_ascii_digit() && (digits.len() - at) % 3 == 0 && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one_or_between_the_two_middle_ones() {
        assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 100.0]), 3.0);
        assert_eq!(median(&[7.0]), 7.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn quartiles_are_a_quarter_of_the_way_in() {
        let samples = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert_eq!((quantile(&samples, 0.25), quantile(&samples, 0.75)), (2.0, 4.0));
    }

    #[test]
    fn thousands_stand_apart() {
        let told: Vec<String> =
            [0.0, 999.4, 1_000.0, 124_354.0, 1_234_567.0].into_iter().map(whole).collect();
        assert_eq!(told, ["0", "999", "1,000", "124,354", "1,234,567"]);
    }
}
