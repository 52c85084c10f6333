//! The names of the features of the package, where documents are features: one for each document,
//! named as its module, and one for all documents of a namespace.

use super::scope::Scope;
use super::{Case, DocumentNames, Ident, Namespace, NamespaceId, reserved};
use crate::api::DocumentId;
use crate::dependencies::DEPENDENCIES;

/// What documents and namespaces are called in `[features]`.
#[derive(Debug, Clone)]
pub struct FeatureNames {
    documents: Vec<String>,
    /// The root has none.
    namespaces: Vec<Option<String>>,
}

impl FeatureNames {
    /// The feature that is all documents.
    pub const ALL: &str = "documents";

    /// The feature of a document: `content-repo`, `r0-login`.
    pub fn document(&self, id: DocumentId) -> &str {
        &self.documents[id.index()]
    }

    /// The feature of all documents of a namespace: `r0`.
    pub fn namespace(&self, id: NamespaceId) -> Option<&str> {
        self.namespaces[id.index()].as_deref()
    }
}

/// Names the documents of the root, then the namespaces, then what is in them: a namespace changes no
/// name of the root.
pub(super) fn decide(namespaces: &[Namespace], documents: &[DocumentNames]) -> FeatureNames {
    let mut scope = Scope::reserving(reserved::FEATURES.iter().chain(DEPENDENCIES).copied());
    let mut names = FeatureNames {
        documents: vec![String::new(); documents.len()],
        namespaces: vec![None; namespaces.len()],
    };
    let (root, others) = namespaces.split_at(1);
    let name_documents = |names: &mut FeatureNames, scope: &mut Scope, namespace: &Namespace| {
        for id in &namespace.documents {
            let path = namespace.module.iter().chain([&documents[id.index()].module]);
            names.documents[id.index()] = take(scope, path);
        }
    };
    root.iter().for_each(|root| name_documents(&mut names, &mut scope, root));
    for namespace in others {
        let name = namespace.module.iter();
        names.namespaces[namespace.id.index()] = Some(take(&mut scope, name));
    }
    others.iter().for_each(|namespace| name_documents(&mut names, &mut scope, namespace));
    names
}

fn take<'a>(scope: &mut Scope, path: impl Iterator<Item = &'a Ident>) -> String {
    let words: Vec<&str> = path.map(Ident::plain).collect();
    let name = Ident::new(&words.join(" "), Case::Snake);
    let name = scope.take([name.clone(), name.with_suffix("_api")]);
    // An identifier can't be `self`, a feature can.
    name.plain().trim_end_matches('_').replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(modules: &[(u32, &str)], namespaces: &[&str]) -> Vec<String> {
        let ids = |number: u32| {
            let here = modules.iter().zip(0..).filter(move |((namespace, _), _)| *namespace == number);
            here.map(|(_, at)| DocumentId(at)).collect::<Vec<_>>()
        };
        let mut all = vec![Namespace { id: NamespaceId::ROOT, module: None, documents: ids(0) }];
        for (name, number) in namespaces.iter().zip(1..) {
            let module = Some(Ident::new(name, Case::Snake));
            all.push(Namespace { id: NamespaceId::numbered(number), module, documents: ids(number) });
        }
        let document = |(namespace, module): &(u32, &str)| DocumentNames {
            namespace: NamespaceId::numbered(*namespace),
            module: Ident::new(module, Case::Snake),
            service: Ident::new(module, Case::Camel),
        };
        let names = decide(&all, &modules.iter().map(document).collect::<Vec<_>>());
        names.documents.into_iter().chain(names.namespaces.into_iter().flatten()).collect()
    }

    #[test]
    fn a_feature_is_called_as_its_module() {
        let modules = [(0, "content_repo"), (0, "self"), (1, "login"), (1, "type")];
        assert_eq!(features(&modules, &["r0"]), ["content-repo", "self", "r0-login", "r0-type", "r0"]);
    }

    #[test]
    fn what_has_the_name_already_keeps_it() {
        let modules = [(1, "login"), (0, "r0_login"), (0, "axum"), (0, "documents"), (0, "default")];
        assert_eq!(
            features(&modules, &["r0"]),
            ["r0-login-api", "r0-login", "axum-api", "documents-api", "default-api", "r0"]
        );
    }

    #[test]
    fn no_feature_and_no_dependency_of_the_support_code_is_free() {
        let runtime: toml::Table = include_str!("../../runtime/Cargo.toml").parse().unwrap();
        let keys = |table: &str| runtime[table].as_table().unwrap().keys().cloned().collect::<Vec<_>>();
        for name in keys("features").into_iter().chain(keys("dependencies")) {
            let name = name.replace('-', "_");
            let taken = [reserved::FEATURES, DEPENDENCIES].concat();
            assert!(taken.contains(&name.as_str()), "`{name}` is free");
        }
        assert!(reserved::FEATURES.contains(&FeatureNames::ALL));
    }
}
