//! "Did you mean …?"

/// How much of a word may be other, so that it still is that word.
const ALIKE: f64 = 0.75;
/// Longer words are not compared.
const LONGEST: usize = 200;

/// The candidate that is most like `word`, if one is like enough to be a slip of the same word.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST {
        return None;
    }
    // There may be thousands of words to look for, and letters are counted sooner than slips.
    let letters = Letters::of(word);
    candidates
        .into_iter()
        .take(1_000)
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter(|candidate| letters.may_be(&Letters::of(candidate)))
        .map(|candidate| (candidate, likeness(word, candidate)))
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(candidate, _)| candidate)
}

/// What to write instead of a word that is none of the known ones.
pub fn instead_of(word: &str, known: &[&str]) -> String {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    let quoted: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => format!("write {last}"),
        Some((last, rest)) => format!("use one of {} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// How often each letter is in a word, whatever its case; letters that are rare share a count.
struct Letters([i32; 32]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0; 32];
        for letter in word.chars().flat_map(char::to_lowercase) {
            counts[letter as usize % 32] += 1;
        }
        Self(counts)
    }

    /// Whether one word may be a slip of the other: no fewer slips make one of the other than there are
    /// letters in one and not in the other.
    fn may_be(&self, other: &Self) -> bool {
        let (mut more, mut fewer) = (0, 0);
        for (one, other) in self.0.iter().zip(other.0) {
            more += (one - other).max(0);
            fewer += (other - one).max(0);
        }
        let longer = self.0.iter().sum::<i32>().max(other.0.iter().sum());
        let slips = more.max(fewer);
        slips <= 1 || f64::from(slips) <= f64::from(longer) * (1.0 - ALIKE)
    }
}

/// 1 is the same word but for case, 0 nothing alike.
fn likeness(word: &str, candidate: &str) -> f64 {
    let (word, candidate) = (word.to_lowercase(), candidate.to_lowercase());
    let likeness = strsim::normalized_damerau_levenshtein(&word, &candidate);
    // Of a short word, a letter too many or too few, or two swapped, is a large part.
    if is_slip(&word, &candidate) { likeness.max(ALIKE) } else { likeness }
}

/// Whether the words differ by a letter too many or too few, or by two that are swapped.
fn is_slip(word: &str, candidate: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let (one, other) = (letters(word), letters(candidate));
    (one == other || one.len() != other.len()) && other.len() > 1 && distance(word, candidate) == 1
}

/// How many slips make one word of the other.
fn distance(word: &str, candidate: &str) -> usize {
    strsim::damerau_levenshtein(word, candidate)
}

/// The candidate that `word` is with one slip in it, or in other case.
pub(crate) fn one_slip_from<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let word = Some(word).filter(|word| word.len() <= LONGEST)?.to_lowercase();
    let is_as_long = |candidate: &&str| candidate.len().abs_diff(word.len()) <= 4;
    candidates.iter().copied().filter(is_as_long).find(|candidate| distance(&word, candidate) <= 1)
}

#[cfg(test)]
mod tests {
    use super::{instead_of, nearest};

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let keys = ["definitions", "paths", "responses", "Error"];
        assert_eq!(nearest("definitons", keys), Some("definitions"));
        assert_eq!(nearest("error", keys), Some("Error"));
        assert_eq!(nearest("security", keys), None);
        assert_eq!(nearest("ni", ["in"]), Some("in"));
        assert_eq!(nearest("id", ["in"]), None);
    }

    #[test]
    fn what_is_near_is_proposed_and_all_are_listed_otherwise() {
        let places = ["query", "header", "path"];
        assert_eq!(instead_of("qurey", &places), "did you mean `query`?");
        assert_eq!(instead_of("url", &places), "use one of `query`, `header` and `path`");
        assert_eq!(instead_of("url", &["path"]), "write `path`");
    }
}
