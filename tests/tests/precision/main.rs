//! How well findings point: mistakes are made in documents by a seeded mutator, and the first finding has to
//! be on the line of the mistake.

mod documents;
mod kinds;
mod mutation;
mod noun;
mod place;
mod text;

use std::fmt::Write as _;

use documents::{Set, sets};
use mutation::{Mutation, mutations};
use place::places;
use rayon::prelude::*;

/// Of as many mistakes as this, 95 % have to be pointed at.
const MISTAKES: usize = 200;
const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// What became of one mistake: nothing, if the first finding is on its line.
struct Judged {
    mutation: Mutation,
    miss: Option<String>,
}

#[test]
fn the_first_finding_is_on_the_line_of_the_mistake() {
    let sets = sets();
    let places = places(&sets);
    let of_each = MISTAKES / kinds::ALL.len();
    let runs: Vec<Vec<Judged>> = SEEDS
        .iter()
        .map(|seed| mutations(&sets, &places, *seed, of_each))
        .map(|mutations| mutations.into_par_iter().map(|mutation| judge(&sets, mutation)).collect())
        .collect();

    print!("{}", table(&runs));
    for run in &runs {
        let hits = run.iter().filter(|judged| judged.miss.is_none()).count();
        let wanted = run.len() * 95 / 100;
        assert!(run.len() == MISTAKES && hits >= wanted, "{hits} of {}, not {wanted}", run.len());
    }
}

fn judge(sets: &[Set], mutation: Mutation) -> Judged {
    let found = sets[mutation.set].first_finding(&mutation.file, &mutation.edit.text);
    let is_hit = found.as_ref().is_some_and(|found| {
        found.file == mutation.file && mutation.edit.lines.iter().any(|line| line + 1 == found.line)
    });
    let miss = (!is_hit).then(|| {
        found.map_or("no finding".to_owned(), |found| {
            format!("{}:{}: {}", found.file, found.line, found.words)
        })
    });
    Judged { mutation, miss }
}

/// The hits of each kind under each seed, and what was missed.
fn table(runs: &[Vec<Judged>]) -> String {
    let mut table = String::new();
    let hits = |run: &[Judged], kind: Option<&str>| {
        let of_kind = |judged: &&Judged| kind.is_none_or(|kind| judged.mutation.kind == kind);
        run.iter().filter(of_kind).filter(|judged| judged.miss.is_none()).count()
    };
    let rows = kinds::ALL.iter().map(|kind| Some(kind.name)).chain([None]);
    for kind in rows {
        let _ = write!(table, "{:<42}", kind.unwrap_or("all"));
        for run in runs {
            let _ = write!(table, "{:>5}", hits(run, kind));
        }
        table.push('\n');
    }
    for (seed, Judged { mutation, miss }) in
        SEEDS.iter().zip(runs).flat_map(|(seed, run)| run.iter().map(move |one| (seed, one)))
    {
        let Some(miss) = miss else { continue };
        let Mutation { kind, file, edit, .. } = mutation;
        let line = edit.lines.first().copied().unwrap_or_default();
        let written = edit.text.lines().nth(line).unwrap_or_default();
        let _ = writeln!(table, "seed {seed}, {kind}: {file}:{}: `{}`\n    {miss}", line + 1, written.trim());
    }
    table
}
