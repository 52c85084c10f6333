//! The names Matrix gives to things: user IDs, room IDs, aliases, and random ones.

use std::fmt;

/// No identifier may be longer than this, as in the Matrix specification's grammar.
const MAX_BYTES: usize = 255;

/// The complete ID of a user: `@localpart:server`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct UserId(String);

impl UserId {
    /// Reads a complete user ID.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        has_form('@', text).then(|| Self(text.to_owned()))
    }

    /// Reads what someone typed to log in: a complete user ID, or only the localpart of one of `server`.
    pub(crate) fn for_login(text: &str, server: &str) -> Option<Self> {
        if text.starts_with('@') { Self::parse(text) } else { Self::parse(&format!("@{text}:{server}")) }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Whether this is a room alias, `#name:server`, that `server` may define.
pub(crate) fn is_alias_of(alias: &str, server: &str) -> bool {
    has_form('#', alias) && alias.split_once(':').is_some_and(|(_, host)| host == server)
}

/// A new room ID, `!random:server`.
pub(crate) fn new_room_id(server: &str) -> String {
    format!("!{}:{server}", random_text(18))
}

/// A new ID of a device.
pub(crate) fn new_device_id() -> String {
    random_text(10)
}

/// A new event ID, `$random:server`.
pub(crate) fn new_event_id(server: &str) -> String {
    format!("${}:{server}", random_text(18))
}

/// `length` characters that nobody can guess, six bits each, safe in URLs and in file names.
pub(crate) fn random_text(length: usize) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bytes = vec![0; length];
    getrandom::fill(&mut bytes).expect("the operating system provides randomness");
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
}

/// Whether `text` is the sigil, a name, a colon and a server name, without characters that no name has.
fn has_form(sigil: char, text: &str) -> bool {
    let Some((name, server)) = text.strip_prefix(sigil).and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    let printable = !text.chars().any(|c| c.is_control() || c.is_whitespace());
    !name.is_empty() && !server.is_empty() && printable && text.len() <= MAX_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logging_in_takes_a_localpart_or_a_complete_id() {
        let alice = UserId::parse("@alice:example.com");
        assert!(alice.is_some());
        assert_eq!(UserId::for_login("alice", "example.com"), alice);
        assert_eq!(UserId::for_login("@alice:example.com", "example.com"), alice);
    }

    #[test]
    fn what_is_not_a_user_id_is_refused() {
        for text in ["", "@", "@alice", "@:example.com", "@alice:", "alice:example.com", "@a b:example.com"] {
            assert_eq!(UserId::parse(text), None, "{text:?}");
        }
        assert_eq!(UserId::for_login(&"a".repeat(MAX_BYTES), "example.com"), None);
    }

    #[test]
    fn a_server_defines_only_its_own_aliases() {
        assert!(is_alias_of("#welcome:localhost:8008", "localhost:8008"));
        assert!(!is_alias_of("#welcome:elsewhere.org", "localhost"));
        assert!(!is_alias_of("!welcome:localhost", "localhost"));
    }
}
