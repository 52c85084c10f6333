//! `--write`: the figures in `generator/BENCHMARKS.md`, group by group; what people wrote there stays.

use std::fs;

use super::row::Row;
use super::table::{COLUMNS, Table};
use crate::{Failure, workspace};

/// Puts the groups that were measured into the page.
pub(super) fn write(table: &Table) -> Result<(), Failure> {
    let path = workspace::root().join("generator/BENCHMARKS.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut groups: Vec<&str> = table.rows.iter().map(|row: &Row| row.group).collect();
    groups.dedup();
    let page = groups.into_iter().try_fold(text, |page, group| replace(&page, group, &section(table, group)));
    fs::write(&path, page?).map_err(|error| format!("{}: {error}", path.display()))
}

/// The machine and the table of a group, as Markdown.
fn section(table: &Table, group: &str) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rows = table.cells().filter(|cells| cells[0] == group);
    // The section says which group it is, and what was before is nobody's business later.
    let columns = 1..COLUMNS.len() - 1;
    let mut text = format!("{}\n\n", table.machine);
    text += &line(COLUMNS[columns.clone()].iter().map(|name| (*name).to_owned()).collect());
    text += &line(vec!["---".to_owned(); columns.len()]);
    rows.for_each(|cells| text += &line(cells[columns.clone()].to_vec()));
    text
}

/// The page with another text between the marks of a group.
fn replace(page: &str, group: &str, section: &str) -> Result<String, Failure> {
    let (open, close) = (format!("<!-- {group} -->\n"), format!("<!-- /{group} -->\n"));
    let parts = page.split_once(&open).and_then(|(before, rest)| Some((before, rest.split_once(&close)?.1)));
    let (before, after) =
        parts.ok_or_else(|| format!("BENCHMARKS.md has no place for the group `{group}`"))?;
    Ok(format!("{before}{open}{section}{close}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_nothing_else() {
        let page = "# Title\n<!-- a -->\nold\n<!-- /a -->\n<!-- b -->\nkept\n<!-- /b -->\n";
        assert_eq!(
            replace(page, "a", "new\n").unwrap(),
            "# Title\n<!-- a -->\nnew\n<!-- /a -->\n<!-- b -->\nkept\n<!-- /b -->\n"
        );
        assert!(replace(page, "c", "new\n").is_err());
    }
}
