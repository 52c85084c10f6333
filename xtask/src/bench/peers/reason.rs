//! Why another generator, or the compiler of what it made, gave up: one line of all that it said.

/// What a panic says, or else the first error, or else the last line.
pub(super) fn reason(said: &str) -> &str {
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let panic = lines.clone().skip_while(|line| !line.contains(" panicked at ")).nth(1);
    let error = lines.clone().find(|line| line.to_lowercase().starts_with("error"));
    panic.or(error).or(lines.next_back()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn what_a_panic_says_is_the_reason() {
        let said =
            "reading\n\nthread 'main' (1) panicked at src/lib.rs:1:1:\nnot yet implemented\nnote: more";
        assert_eq!(reason(said), "not yet implemented");
    }

    #[test]
    fn then_the_first_error_and_then_the_last_line() {
        assert_eq!(reason("warning: a\nerror[E0308]: b\nerror: could not compile"), "error[E0308]: b");
        assert_eq!(reason("Error: no document\n\nStack backtrace:\n  0: main"), "Error: no document");
        assert_eq!(reason("reading\nnot a document\n\n"), "not a document");
        assert_eq!(reason(""), "");
    }
}
