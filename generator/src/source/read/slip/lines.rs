//! The lines of a text up to the one at which a parser gave up.

/// A line without its break.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The byte at which it starts.
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// What is behind the indentation and the dashes of lists, and at which byte of the text.
    pub(super) fn content(&self) -> (usize, &'t str) {
        let content = self.text.trim_start_matches(' ');
        let mut content = content;
        while let Some(rest) = content.strip_prefix("- ") {
            content = rest.trim_start_matches(' ');
        }
        (self.start + self.text.len() - content.len(), content.trim_end())
    }

    /// Whether there is anything on it.
    pub(super) fn is_written(&self) -> bool {
        !matches!(self.text.trim_start().bytes().next(), None | Some(b'#'))
    }
}

/// All lines, and where the parser stopped.
pub(super) struct Lines<'t> {
    pub(super) all: Vec<Line<'t>>,
    /// The line at which it stopped.
    last: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let mut start = 0;
        let all: Vec<Line<'_>> = text
            .split_inclusive('\n')
            .map(|written| {
                let line = Line { start, text: written.trim_end_matches(['\n', '\r']) };
                start += written.len();
                line
            })
            .collect();
        let last = all.partition_point(|line| line.start <= at).saturating_sub(1);
        Self { all, last }
    }

    /// The line at which the parser stopped and the ones above it, `most` that have something on them.
    pub(super) fn upwards(&self, most: usize) -> impl Iterator<Item = Line<'t>> + use<'_, 't> {
        let lines = self.all.get(..=self.last).unwrap_or_default();
        lines.iter().rev().copied().filter(Line::is_written).take(most)
    }

    /// Where the line behind the one at which the parser stopped ends.
    pub(super) fn end_of_next(&self) -> usize {
        self.all.get(self.last + 1).or(self.all.last()).map_or(0, |line| line.start + line.text.len())
    }
}
