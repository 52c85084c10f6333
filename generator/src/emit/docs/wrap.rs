//! Long lines of prose, broken at spaces.

/// The lines of a Markdown text, none of prose longer than `width` where a space allows it. Code
/// blocks and tables stay as they are.
pub(super) fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_code = false;
    for line in markdown.lines() {
        let start = unmarked(line);
        // A quote begins with its text.
        if start.is_empty() && is_quoted(line) && !lines.last().is_some_and(|line: &String| is_quoted(line)) {
            continue;
        }
        let fence = start.starts_with("```");
        in_code ^= fence;
        if in_code || fence || start.starts_with(['|', '#']) || line.chars().count() <= width {
            lines.push(line.trim_end().to_owned());
        } else {
            lines.extend(broken(line, width));
        }
    }
    lines
}

/// A line without its spaces and the marks of the quotes that it is in.
fn unmarked(line: &str) -> &str {
    line.trim_start_matches([' ', '>'])
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
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
    let text = unmarked(line);
    let marks = line.strip_suffix(text).unwrap_or_default();
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
