//! Long lines of prose, broken at spaces.

/// The lines of a Markdown text, none of prose longer than `width` where a space allows it. Code
/// blocks and tables stay as they are.
pub(super) fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // What closes the code that is open.
    let mut closing = None;
    for line in markdown.lines().map(str::trim_end) {
        let (marks, text) = parted(line);
        if closing.is_some() {
            closing = closing.filter(|closing| *closing != line);
            lines.push(line.to_owned());
        } else if text.is_empty() && is_quoted(line) && !lines.last().is_some_and(|last| is_quoted(last)) {
            // A quote begins with its text.
        } else if text.starts_with("```") {
            let ticks = text.len() - text.trim_start_matches('`').len();
            closing = line.get(..marks.len() + ticks);
            lines.push(line.to_owned());
        } else if text.starts_with(['|', '#']) || line.chars().count() <= width {
            lines.push(line.to_owned());
        } else {
            lines.extend(broken(line, width));
        }
    }
    lines
}

fn is_quoted(line: &str) -> bool {
    parted(line).0.contains('>')
}

/// The spaces and the marks of quotes that a line begins with, and the rest.
fn parted(line: &str) -> (&str, &str) {
    let text = line.trim_start_matches([' ', '>']);
    line.split_at(line.len() - text.len())
}

/// One line in several, the later ones in the same quotes and under the text of the first.
fn broken(line: &str, width: usize) -> Vec<String> {
    let start = hanging(line);
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split_inclusive(' ') {
        let fits = current.chars().count() + word.trim_end().chars().count() <= width;
        // No line begins with a space: what is after it would begin the line as well.
        let is_space = word.trim_end().is_empty();
        if is_space || fits || current.trim().is_empty() || starts_block(word) {
            current.push_str(word);
        } else {
            lines.push(current.trim_end().to_owned());
            current = format!("{start}{word}");
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// What the later lines begin with: the marks of the quotes, and spaces as wide as the list marker.
fn hanging(line: &str) -> String {
    let (marks, text) = parted(line);
    let marker = text.split(' ').next().unwrap_or_default();
    let width = if starts_block(marker) { marker.len() + 1 } else { 0 };
    format!("{marks}{}", " ".repeat(width))
}

/// Whether a word at the start of a line would begin a list, a quote, a heading, a rule, HTML or a fence.
fn starts_block(word: &str) -> bool {
    let word = word.split(char::is_whitespace).next().unwrap_or_default();
    let numbered = || {
        let digits = word.trim_end_matches(['.', ')']);
        digits.len() + 1 == word.len()
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(word, "-" | "+" | "*" | ">" | "=")
        || (!word.is_empty() && word.bytes().all(|byte| matches!(byte, b'#' | b'-' | b'=' | b'*' | b'_')))
        || word.starts_with(['>', '|'])
        || numbered()
        || starts_block_from_within(word)
}

/// HTML and fences end a paragraph even in the middle of a span of code (CommonMark 0.31, 3.5: blocks come
/// before what is within them), where nothing is escaped. A web address in `<>` is neither.
fn starts_block_from_within(word: &str) -> bool {
    (word.starts_with('<') && !word.starts_with("<http"))
        || word.starts_with("```")
        || word.starts_with("~~~")
}
