//! "Did you mean …?"

/// The candidate that is most like `word`, if one is like enough to be a slip of the same word.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    const ALIKE: f64 = 0.75;
    candidates
        .into_iter()
        .take(10_000)
        .map(|candidate| (candidate, likeness(word, candidate)))
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(candidate, _)| candidate)
}

/// 1 is the same word but for case, 0 nothing alike.
fn likeness(word: &str, candidate: &str) -> f64 {
    const LONGEST: usize = 200;
    if word.len().max(candidate.len()) > LONGEST {
        return 0.0;
    }
    strsim::normalized_damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let keys = ["definitions", "paths", "responses", "Error"];
        assert_eq!(nearest("definitons", keys), Some("definitions"));
        assert_eq!(nearest("error", keys), Some("Error"));
        assert_eq!(nearest("security", keys), None);
    }
}
