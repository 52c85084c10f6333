//! `--quick`: few documents that stand for all. Every group is there, and of a large group
//! documents of every size.

use std::collections::BTreeMap;

use super::documents::Document;

/// A spread sample, in the order of the list. Equal lists give equal samples.
pub(super) fn sample(documents: Vec<Document>) -> Vec<Document> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        groups.entry(document.group().to_owned()).or_default().push(at);
    }
    let size = |at: &usize| documents.get(*at).map(|document| (document.bytes, document.path.clone()));
    let mut taken: Vec<usize> = Vec::new();
    for mut group in groups.into_values() {
        group.sort_by_key(size);
        taken.extend(spread(&group));
    }
    documents.into_iter().enumerate().filter(|(at, _)| taken.contains(at)).map(|(_, one)| one).collect()
}

/// From each of so many equal parts, the one in the middle: neither the smallest nor the largest,
/// which are seldom like the others.
fn spread(group: &[usize]) -> impl Iterator<Item = usize> {
    let parts = group.len().isqrt().div_ceil(2).max(1);
    (0..parts).filter_map(move |part| group.get((2 * part + 1) * group.len() / (2 * parts)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(path: &str, bytes: u64) -> Document {
        Document { path: path.to_owned(), valid: true, bytes }
    }

    #[test]
    fn every_group_is_there_with_documents_of_different_sizes() {
        let large = (0..100).map(|size| document(&format!("large/{size}.yaml"), size));
        let documents = large.chain([document("small/one.yaml", 7)]).collect();
        let taken: Vec<String> = sample(documents).into_iter().map(|document| document.path).collect();
        let expected = ["large/10.yaml", "large/30.yaml", "large/50.yaml", "large/70.yaml", "large/90.yaml"];
        assert_eq!(taken, [expected.as_slice(), &["small/one.yaml"]].concat());
    }
}
