//! The second half of the pipeline: from what the API is to the files of its crate.

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::analyze::{Facts, Reach};
use crate::api::{Api, Document, DocumentId, OperationId};
use crate::config::{Features, Package};
use crate::emit::{Bodies, Emission};
use crate::known::{Emitted, Known};
use crate::names::Names;
use crate::output::{Files, seal};
use crate::render::{self, DocumentSummary, Feature, OperationSummary, RenderError};
use crate::surface::Surfaces;

/// The files of a crate, and how many shared definitions they have.
#[derive(Debug)]
pub struct CrateFiles {
    /// The files.
    pub files: Files,
    /// How many types it has, beside those of single operations.
    pub types: usize,
    /// What each file was printed from, if that matters to somebody.
    pub emitted: Vec<(String, Emitted)>,
}

/// All files of the crate. They are emitted and printed in parallel, one by one.
///
/// # Errors
///
/// What was emitted is not Rust, which is a defect of the generator.
pub(crate) fn crate_files(
    api: &Api,
    package: &Package,
    source_files: &[String],
    known: &impl Known,
) -> Result<CrateFiles, RenderError> {
    let surfaces = Surfaces::of(api);
    let (names, facts) = rayon::join(|| Names::decide(api, &surfaces), || Facts::of(api));
    let reach = (package.features == Features::Documents).then(|| Reach::of(api));
    let bodies = Bodies::of(api, &surfaces, &names);
    let emission = Emission {
        api,
        facts: &facts,
        reach: reach.as_ref(),
        surfaces: &surfaces,
        names: &names,
        bodies: &bodies,
        files: source_files,
        package: &package.name,
    };
    let print = |unit| {
        let file = emission.file(unit);
        let path = file.path.clone();
        let emitted = known.is_about_files().then(|| render::digest(&file));
        let text = match emitted.and_then(|emitted| known.file(&path, emitted)) {
            Some(text) => text,
            None => seal(&path, &render::print(file, || emission.file(unit))?),
        };
        Ok((path, text, emitted))
    };
    // Files differ too much in size for any number of them to be a fair share.
    let units = emission.units().into_par_iter().with_max_len(1);
    let sources = || units.map(print).collect::<Result<Vec<_>, _>>();
    let (sources, others) = rayon::join(sources, || others(&emission, package));
    let mut files = others?;
    let mut emitted = Vec::new();
    for (path, text, from) in sources? {
        emitted.extend(from.map(|from| (path.clone(), from)));
        files.insert_sealed(path, text);
    }
    Ok(CrateFiles { files, types: names.shared().count(), emitted })
}

/// The files that are not emitted: those of the package, and the support code.
fn others(emission: &Emission<'_>, package: &Package) -> Result<Files, RenderError> {
    let (package, parts) = (described(emission.api, package), emission.facts.parts);
    let of_package = render::package_files(&package, parts, &features(emission), &summaries(emission))?;
    let mut files = Files::new();
    let all = of_package.into_iter().chain(render::runtime_files(parts));
    all.for_each(|(path, text)| files.insert(path, &text));
    Ok(files)
}

/// The package, with a description made from the documents where the configuration has none.
fn described(api: &Api, package: &Package) -> render::Package {
    let documents: Vec<_> = api.document_ids().collect();
    let titles = || match api.titles(&documents).as_slice() {
        [] => "An HTTP API: types, client and server.".to_owned(),
        [title] => format!("{title}: types, client and server."),
        titles => format!("Types, client and server of: {}.", titles.join("; ")),
    };
    render::Package {
        name: package.name.clone(),
        version: package.version.clone(),
        description: package.description.clone().unwrap_or_else(titles),
        license: package.license.clone(),
    }
}

/// What the documents add to the features of the package: the root's, then each namespace with its own.
fn features(emission: &Emission<'_>) -> Vec<Feature> {
    if emission.reach.is_none() {
        return Vec::new();
    }
    let names = emission.names.features();
    let mut features = Vec::new();
    for namespace in emission.names.namespaces() {
        let documents: Vec<_> = namespace.documents.iter().map(|id| names.document(*id).to_owned()).collect();
        if let Some(name) = names.namespace(namespace.id) {
            features.push(Feature { name: name.to_owned(), enables: documents.clone() });
        }
        features.extend(documents.into_iter().map(|name| Feature { name, enables: Vec::new() }));
    }
    features
}

fn summaries(emission: &Emission<'_>) -> Vec<DocumentSummary> {
    let operation = |id: OperationId| {
        let operation = &emission.api[id];
        let base = &emission.api[operation.document].base_path;
        OperationSummary {
            name: emission.names.operation(id).client_method.plain().to_owned(),
            place: format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path),
            summary: operation.docs.summary.clone().unwrap_or_default(),
        }
    };
    let about = |document: &Document| match &document.tag {
        None => document.docs.summary.clone(),
        Some(_) => document.about_tag().and_then(|docs| Some(docs.description.as_deref()?.to_owned())),
    };
    let document = |id: DocumentId| DocumentSummary {
        module: emission.names.module_path(id),
        feature: emission.reach.map(|_| emission.names.features().document(id).to_owned()),
        title: about(&emission.api[id]),
        operations: emission.api[id].operations.iter().map(|id| operation(*id)).collect(),
    };
    emission.api.document_ids().map(document).collect()
}
