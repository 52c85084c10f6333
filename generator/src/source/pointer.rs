//! A place in a document: the file and the JSON pointer (RFC 6901) within it.
//!
//! Every stage carries pointers, not line numbers: a pointer is cheap, survives the upgrade from
//! one version of the specification to the next, and becomes a line and a column only when a
//! diagnostic needs one (see [`super::Positions`]).

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// The index of a file in [`super::Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A file and a JSON pointer (RFC 6901) into it; the root of the file is the empty pointer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer {
    /// The file that the pointer points into.
    pub file: FileId,
    path: Arc<str>,
}

impl Pointer {
    /// The root of a file.
    pub fn root(file: FileId) -> Self {
        Self { file, path: Arc::from("") }
    }

    /// A pointer from its escaped text, which is empty or starts with `/`.
    pub fn new(file: FileId, path: &str) -> Self {
        Self { file, path: Arc::from(path) }
    }

    /// The member `key` of the object here. The key is given unescaped.
    pub fn child(&self, key: &str) -> Self {
        Self { file: self.file, path: Arc::from(below(&self.path, [key])) }
    }

    /// The element `index` of the array here.
    pub fn index(&self, index: usize) -> Self {
        Self { file: self.file, path: Arc::from(below(&self.path, [&index.to_string()])) }
    }

    /// Where the value that holds this one is; nothing above the root.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.path.rsplit_once('/')?;
        Some(Self { file: self.file, path: Arc::from(parent) })
    }

    /// The last token, unescaped: the key or the index of this value in its parent.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.path.rsplit_once('/').map(|(_, token)| unescape(token))
    }

    /// All tokens from the root, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.path.split('/').skip(1).map(unescape)
    }

    /// The escaped text, without the `#`: `/paths/~1login/post`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether this is the root of its file.
    pub fn is_root(&self) -> bool {
        self.path.is_empty()
    }
}

impl fmt::Display for Pointer {
    /// Writes the fragment form, `#/paths/~1login/post`; the file's name is [`super::Sources`]'.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.path)
    }
}

/// Escapes a key as RFC 6901 section 3 says: `~` is `~0`, `/` is `~1`.
pub fn escape(key: &str) -> Cow<'_, str> {
    if key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// The text of the pointer to what is at these keys, one after the other, below what `at` points to. The keys
/// are given unescaped.
pub(crate) fn below<const KEYS: usize>(at: &str, keys: [&str; KEYS]) -> String {
    let length = keys.iter().map(|key| 1 + key.len()).sum::<usize>();
    // A key that has to be escaped has one slash as a rule.
    let mut path = String::with_capacity(at.len() + length + 1);
    path.push_str(at);
    for key in keys {
        path.push('/');
        path.push_str(&escape(key));
    }
    path
}

/// The inverse of [`escape`].
pub fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}
