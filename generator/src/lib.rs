//! Cratewright turns Swagger 2.0 documents (and the OpenAPI 3 documents that followed) into a
//! Rust crate: request and response types, an async server trait, and a client.
//!
//! The library does no IO. Documents come in through a [`source::Loader`], files go out as
//! [`output::Files`], and everything between is a chain of typed stages, one module each.
//! [`disk`] is the one module that touches a disk, for the command line and `xtask`.

pub mod analyze;
pub mod api;
pub mod check;
mod checked;
pub mod config;
mod corrections;
mod crate_files;
#[path = "../runtime/src/runtime/server/constraints/decimal.rs"]
mod decimal;
mod dependencies;
pub mod diagnostic;
pub mod disk;
pub mod emit;
mod fingerprint;
mod generated;
mod known;
pub mod lower;
mod memo;
mod model;
pub mod names;
pub mod openapi;
pub mod output;
pub mod pattern;
mod pins;
pub mod render;
mod report;
mod selection;
mod size;
pub mod source;
mod split;
pub mod surface;
pub mod swagger;
pub mod terminal;
pub mod upgrade;
mod upgraded;

pub use checked::Checked;
pub use crate_files::CrateFiles;
pub use fingerprint::Fingerprint;
pub use generated::Generated;
pub use known::{Emitted, Known};
pub use model::Model;
pub use report::Report;
pub use upgraded::Upgraded;

use api::Api;
use config::Config;
use diagnostic::Sink;
use lower::Lowering;
use source::Sources;

/// Generates the crate that `config` describes from the documents that `sources` can load.
///
/// All findings of the run come back, not only the first. Where one of them is an error there are
/// no files. Equal documents and equal configuration give equal bytes, in whichever order the
/// configuration lists the documents.
pub fn generate(sources: &Sources<'_>, config: &Config) -> Generated {
    generate_unless(sources, config, &())
}

/// Like [`generate`], but prints nothing that is `known` from an earlier run: not the crate that was made
/// from what has the same fingerprint, and no file that was printed from the same tokens.
pub fn generate_unless(sources: &Sources<'_>, config: &Config, known: &impl Known) -> Generated {
    let sink = Sink::listing(config.limits.findings);
    let mut report = Report::default();
    let models = read(sources, config, &sink, &mut report);
    let mut fingerprint = Fingerprint::default();
    let api = rayon::in_place_scope(|scope| {
        // All files are loaded.
        scope.spawn(|_| fingerprint = Fingerprint::of(sources, config));
        let api = lower(&models, &sink, &mut report);
        free(models);
        settled(api, sources, config, &sink, &mut report)
    });
    let print = || {
        let read = sources.files().filter(|file| sources.root(*file).is_some());
        let names: Vec<_> = read.map(|file| sources.name(file).to_owned()).collect();
        crate_files::crate_files(&api, &config.package, &names, known)
    };
    let findings = config::judge(sink.into_findings(), config, sources);
    let mut generated = Generated::new(findings, report, fingerprint, |report| {
        report.phase("write", || known.crate_files(&fingerprint).map_or_else(print, Ok))
    });
    generated.api = api;
    generated
}

/// What the documents describe, as [`generate`] understands it: the first half of the pipeline, for who
/// wants to know what a crate is made from. The findings are left in the sink.
pub fn describe(sources: &Sources<'_>, config: &Config, sink: &Sink) -> Api {
    let mut report = Report::default();
    let api = lower(&read(sources, config, sink, &mut report), sink, &mut report);
    settled(api, sources, config, sink, &mut report)
}

/// Says what is wrong with the documents that `config` describes: all that [`generate`] finds, and
/// what a generator has no reason to look for. What the specification forbids is an error here,
/// also where a generator can do without.
pub fn check(sources: &Sources<'_>, config: &Config) -> Checked {
    let sink = Sink::listing(config.limits.findings);
    let mut report = Report::default();
    let models = read(sources, config, &sink, &mut report);
    let api = lower(&models, &sink, &mut report);
    if let Some(api) = examined(api, sources, config, &sink, &mut report) {
        report.phase("lint", || check::lint(&models, &api, sources, &sink));
    }
    Checked::new(config::judge(sink.into_findings(), config, sources), report)
}

/// The first document that `config` lists, as one document of OpenAPI 3.0 for other tools. Whatever it
/// refers to in other files is in it, overlays and variables are applied, and operations that are not
/// selected or that can't be read are left out. The findings are those of reading it.
pub fn upgrade(sources: &Sources<'_>, config: &Config) -> Upgraded {
    let sink = Sink::listing(config.limits.findings);
    let document = config.documents.first();
    let model = document.and_then(|document| Model::read(document, sources, config, &sink));
    let written = model.map(|model| openapi::written(model.openapi, &model.origins, &sink));
    let mut findings = config::judge(sink.into_findings(), config, sources);
    // What is allowed may be needed by stages that come later.
    findings.retain(|finding| finding.code.id != diagnostic::UNUSED_ALLOWANCE.id);
    Upgraded::new(written, findings)
}

/// Every document that can be read, as OpenAPI 3.
fn read<'c>(sources: &Sources<'_>, config: &'c Config, sink: &Sink, report: &mut Report) -> Vec<Model<'c>> {
    report.documents = config.documents.len();
    let documents = config.documents_by_path().into_iter();
    let read = |document| Model::read(document, sources, config, sink);
    let models: Vec<_> = report.phase("read", || documents.filter_map(read).collect());
    corrections::check(config, sources, sink);
    selection::check(&models, config, sources, sink);
    report.operations_found = models.iter().map(Model::operations).sum();
    models
}

/// What the API is, all documents together.
fn lower(models: &[Model<'_>], sink: &Sink, report: &mut Report) -> Api {
    report.phase("lower", || {
        let mut lowering = Lowering::new(sink);
        models.iter().for_each(|model| model.lower(&mut lowering));
        lowering.finish()
    })
}

/// Says what is wrong with the API. It is nothing if it is beyond the limits.
fn examined(
    mut api: Api,
    sources: &Sources<'_>,
    config: &Config,
    sink: &Sink,
    report: &mut Report,
) -> Option<Api> {
    let fits = report.phase("check", || {
        let fits = size::check(&api, &config.limits, sink);
        if fits {
            check::check(&mut api, sources, sink);
            pins::apply(config, &mut api, sources, sink);
        }
        fits
    });
    report.operations_generated = api.operations.len();
    fits.then_some(api)
}

/// What a crate is made from.
fn settled(api: Api, sources: &Sources<'_>, config: &Config, sink: &Sink, report: &mut Report) -> Api {
    let mut api = examined(api, sources, config, sink, report).unwrap_or_default();
    split::by_tags(&mut api);
    api
}

/// Frees what the documents said, by the threads that have made most of it and have use for the memory.
fn free(models: Vec<Model<'_>>) {
    for Model { mut openapi, origins, .. } in models {
        rayon::spawn(move || {
            let paths = std::mem::take(&mut openapi.paths);
            rayon::join(|| drop(paths), || drop((openapi, origins)));
        });
    }
}
