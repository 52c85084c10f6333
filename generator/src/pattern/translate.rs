//! ECMA-262 (section 22.2.1, Patterns) in the syntax of the `regex` crate.
//!
//! Most of it is the same. What differs: classes such as `\d` are ASCII, `.` leaves out four ends of
//! lines, `\u` has four digits, `[` and `&&` in a class stand for themselves, and so does a `{` that
//! starts no quantifier.

use std::iter::Peekable;
use std::str::Chars;

/// The same expression; nothing where it has an escape that ECMA-262 does not know. Whether the result
/// is an expression at all is for the engine to say.
pub(super) fn translate(pattern: &str) -> Option<String> {
    let mut translation = Translation { rest: pattern.chars().peekable(), regex: String::new() };
    while let Some(character) = translation.rest.next() {
        match character {
            '\\' => translation.escape()?,
            '[' => translation.class()?,
            '.' => translation.regex.push_str(r"[^\n\r\x{2028}\x{2029}]"),
            '{' if !translation.starts_quantifier() => translation.regex.push_str(r"\{"),
            other => translation.regex.push(other),
        }
    }
    Some(translation.regex)
}

struct Translation<'p> {
    rest: Peekable<Chars<'p>>,
    regex: String,
}

/// What stands in a class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Atom {
    /// Nothing that a range can start with: a set, the end of a range, or the start of the class.
    Set,
    /// One character.
    Character,
    /// A character and a hyphen that makes a range of it and of the next one.
    Range,
}

impl Translation<'_> {
    /// An escape outside of a class, whose backslash has been read.
    fn escape(&mut self) -> Option<()> {
        match self.rest.next()? {
            'b' => self.regex.push_str(r"(?-u:\b)"),
            'B' => self.regex.push_str(r"(?-u:\B)"),
            digit @ '1'..='9' => self.regex.extend(['\\', digit]),
            'k' => self.regex.push_str(r"\k"),
            other => drop(self.class_escape(other)?),
        }
        Some(())
    }

    /// An escape that may stand in a class too. Says whether it is a set or a character.
    fn class_escape(&mut self, letter: char) -> Option<Atom> {
        const SPACE: &str =
            r"\t-\r\x20\xA0\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";
        let set = match letter {
            'd' => "[0-9]".to_owned(),
            'D' => "[^0-9]".to_owned(),
            'w' => "[0-9A-Za-z_]".to_owned(),
            'W' => "[^0-9A-Za-z_]".to_owned(),
            's' => format!("[{SPACE}]"),
            'S' => format!("[^{SPACE}]"),
            'p' | 'P' => format!("\\{letter}{}", self.property()?),
            _ => {
                let character = self.character(letter)?;
                self.literal(character);
                return Some(Atom::Character);
            }
        };
        self.regex.push_str(&set);
        Some(Atom::Set)
    }

    /// `{Letter}`, or one letter as other dialects have it.
    fn property(&mut self) -> Option<String> {
        if self.rest.peek() != Some(&'{') {
            return self.rest.next().map(String::from);
        }
        let name: String = self.rest.by_ref().take_while(|character| *character != '}').collect();
        Some(format!("{name}}}"))
    }

    /// The character that an escape stands for.
    fn character(&mut self, letter: char) -> Option<char> {
        Some(match letter {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'f' => '\u{c}',
            '0' => '\0',
            'c' => char::from_u32(u32::from(self.rest.next().filter(char::is_ascii_alphabetic)?) % 32)?,
            'x' => char::from_u32(self.hexadecimal(2)?)?,
            'u' => self.unicode()?,
            // Any other letter means something in some dialect, and nothing in ECMA-262.
            other if other.is_alphanumeric() => return None,
            other => other,
        })
    }

    /// `\u0041`, `\u{41}`, or the two halves of a character beyond 16 bits.
    fn unicode(&mut self) -> Option<char> {
        if self.rest.next_if_eq(&'{').is_some() {
            let digits: String = self.rest.by_ref().take_while(|character| *character != '}').collect();
            return char::from_u32(u32::from_str_radix(&digits, 16).ok()?);
        }
        let first = self.hexadecimal(4)?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.rest.next_if_eq(&'\\')?;
        self.rest.next_if_eq(&'u')?;
        let second = self.hexadecimal(4)?.checked_sub(0xDC00)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + second)
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        (0..digits).try_fold(0, |number, _| Some(number * 16 + self.rest.next()?.to_digit(16)?))
    }

    /// A class, whose bracket has been read.
    fn class(&mut self) -> Option<()> {
        self.regex.push('[');
        if self.rest.next_if_eq(&'^').is_some() {
            self.regex.push('^');
        }
        let start = self.regex.len();
        let mut last = Atom::Set;
        loop {
            let atom = match self.rest.next()? {
                ']' => break,
                '-' => self.hyphen(last),
                '\\' => self.escape_in_class()?,
                other => {
                    self.literal(other);
                    Atom::Character
                }
            };
            last = if last == Atom::Range { Atom::Set } else { atom };
        }
        if self.regex.len() == start {
            // `[]` matches nothing and `[^]` anything.
            self.regex.push_str(r"&&[^\x{0}-\x{10FFFF}]");
        }
        self.regex.push(']');
        Some(())
    }

    fn escape_in_class(&mut self) -> Option<Atom> {
        match self.rest.next()? {
            'b' => {
                self.literal('\u{8}');
                Some(Atom::Character)
            }
            other => self.class_escape(other),
        }
    }

    /// A hyphen makes a range between two characters, and is one itself elsewhere.
    fn hyphen(&mut self, last: Atom) -> Atom {
        let mut next = self.rest.clone();
        let makes_range = match (next.next(), next.next()) {
            (None | Some(']'), _) => false,
            (Some('\\'), Some('d' | 'D' | 'w' | 'W' | 's' | 'S' | 'p' | 'P')) => false,
            _ => last == Atom::Character,
        };
        if makes_range {
            self.regex.push('-');
            return Atom::Range;
        }
        self.literal('-');
        Atom::Character
    }

    /// Whether a `{` that has been read starts a quantifier: `{2}`, `{2,}`, `{2,3}`.
    fn starts_quantifier(&self) -> bool {
        let inside: String = self.rest.clone().take_while(|character| *character != '}').collect();
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_closed = self.rest.clone().nth(inside.chars().count()).is_some();
        is_closed
            && match inside.split_once(',') {
                None => is_number(&inside),
                Some((least, most)) => is_number(least) && (most.is_empty() || is_number(most)),
            }
    }

    /// A character that stands for itself, in a class or outside.
    fn literal(&mut self, character: char) {
        match character {
            letter if letter.is_alphanumeric() => self.regex.push(letter),
            // These are escaped by a backslash in no engine.
            '<' | '>' | ' ' | '_' | '/' => self.regex.push(character),
            mark if mark.is_ascii_punctuation() => self.regex.extend(['\\', mark]),
            other if other.is_control() => self.regex.push_str(&format!("\\x{{{:X}}}", u32::from(other))),
            other => self.regex.push(other),
        }
    }
}
