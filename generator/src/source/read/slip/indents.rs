//! Lines that stand a little too far to the left or to the right.

use std::collections::HashMap;

use super::lines::Lines;
use super::{Repair, Slip};

/// How far up such a line is looked for: what is below it may be long.
const LINES: usize = 60;

/// How often an indentation is there that is a slip.
const RARE: usize = 3;

/// Moves lines by a space or two, to where others stand. The lines that stand where few others do are
/// tried first; the others, if they are near.
pub(super) fn repairs(lines: &Lines<'_>) -> impl Iterator<Item = Repair> {
    const NEAR: usize = 4;
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for line in lines.all.iter().filter(|line| line.is_written()) {
        *counts.entry(line.indent()).or_default() += 1;
    }
    let count = |indent: usize| counts.get(&indent).copied().unwrap_or_default();
    let near = lines.upwards(LINES).enumerate();
    let mut candidates: Vec<_> =
        near.filter(|(distance, line)| *distance < NEAR || count(line.indent()) < RARE).collect();
    candidates.sort_by_key(|(distance, line)| (count(line.indent()), *distance));

    let mut repairs = Vec::new();
    for (_, line) in candidates {
        let indent = line.indent();
        let others = [indent.checked_sub(1), Some(indent + 1), indent.checked_sub(2), Some(indent + 2)];
        for other in others.into_iter().flatten().filter(|other| count(*other) > 0) {
            repairs.push(Repair {
                replaced: line.start..line.start + indent,
                by: " ".repeat(other),
                slip: Slip {
                    bytes: line.start + indent..line.start + line.text.trim_end().len(),
                    words: "this line is indented unlike those around it",
                    help: format!("indent it by {} and not by {indent}", counted(other)),
                },
            });
        }
    }
    repairs.into_iter()
}

fn counted(spaces: usize) -> String {
    if spaces == 1 { "1 space".to_owned() } else { format!("{spaces} spaces") }
}
