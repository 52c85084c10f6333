//! `--against`: the other revision, whose generator is measured by what is here. It may be older than
//! what it is asked for, which is no reason to measure nothing.

use super::Session;
use super::run::Contestant;
use crate::Failure;

impl Session {
    /// The same by the program of the other revision, if there is one and it can do that.
    pub(super) fn before(&self, ours: &Contestant, what: &str) -> Option<Contestant> {
        let before = ours.by(self.programs.before.as_ref()?);
        able(before.run(), what).map(|_| before)
    }
}

/// What the other revision made of something, or a word if it could not.
pub(super) fn able<T>(done: Result<T, Failure>, what: &str) -> Option<T> {
    if let Err(why) = &done {
        eprintln!("    the other revision is left out of {what}: {}", why.trim());
    }
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::able;

    #[test]
    fn what_fails_is_left_out() {
        assert_eq!(able(Ok(1), "generate"), Some(1));
        assert_eq!(able::<u8>(Err("there is no such command".to_owned()), "generate"), None);
    }
}
