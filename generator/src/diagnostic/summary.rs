//! The line that closes a run, and the long story of a code.

use super::{Code, Diagnostic, Severity, all};

/// `2 errors, 1 operation left out, 3 warnings`, or nothing if nothing was found.
pub fn count(findings: &[Diagnostic]) -> Option<String> {
    let kinds = [
        (Severity::Error, "error", "errors"),
        (Severity::Skipped, "operation left out", "operations left out"),
        (Severity::Warning, "warning", "warnings"),
    ];
    let counted = kinds.into_iter().filter_map(|(severity, one, many)| {
        match findings.iter().filter(|found| found.severity == severity).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        }
    });
    let counted: Vec<String> = counted.collect();
    (!counted.is_empty()).then(|| counted.join(", "))
}

/// The code of an id such as `E0101`, in upper or lower case; its `explanation` tells the story.
pub fn explain(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_number_of_its_own_that_says_how_bad_it_is() {
        for (index, code) in all().enumerate() {
            let letter = match code.severity {
                Severity::Error => 'E',
                Severity::Skipped => 'S',
                Severity::Warning => 'W',
            };
            assert!(code.id.starts_with(letter), "{}", code.id);
            let number = code.id.get(1..);
            let earlier = all().take(index).find(|other| other.id.get(1..) == number);
            assert_eq!(earlier, None, "{} is taken", code.id);
            assert!(!code.explanation.is_empty());
        }
    }

    #[test]
    fn a_code_is_found_in_either_case() {
        assert_eq!(explain("e0101").map(|code| code.id), Some("E0101"));
        assert_eq!(explain("E9999"), None);
    }
}
