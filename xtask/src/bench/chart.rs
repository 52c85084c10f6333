//! The ratios as a picture: a bar for each, and a mark where its budget ends.

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

use super::row::{Budget, Row};
use super::table::Table;
use crate::Failure;

/// One line of the picture.
#[derive(Debug, Serialize)]
struct Bar {
    label: String,
    ratio: String,
    /// How long it is, as a share of the longest.
    length: f64,
    /// Where the budget ends, if it is stated in times the floor.
    budget: Option<f64>,
    met: Option<bool>,
}

/// All rows that have a floor, as SVG.
pub(super) fn svg(table: &Table) -> Result<String, Failure> {
    let longest = table.rows.iter().filter_map(Row::ratio).fold(1.0, f64::max);
    let bars: Vec<Bar> = table.rows.iter().filter_map(|row| bar(row, longest)).collect();
    let context = context! { bars => Value::from(Serde(bars)), machine => table.machine.to_string(), floor => 1.0 / longest };
    // The name says what to escape.
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    environment.render_str(include_str!("chart.svg.j2"), context).map_err(|error| error.to_string())
}

fn bar(row: &Row, longest: f64) -> Option<Bar> {
    let ratio = row.ratio()?;
    let budget = match row.budget {
        Some(Budget::Times(limit) | Budget::AtLeast(limit)) => Some((limit / longest).min(1.0)),
        _ => None,
    };
    let label = format!("{} {}: {}", row.group, row.case, row.what);
    Some(Bar { label, ratio: format!("{ratio:.2}"), length: ratio / longest, budget, met: row.is_met() })
}
