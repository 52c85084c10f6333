use autorest_client::body_file::*;
use autorest_client::runtime::BodyError;
use autorest_scenarios::{collect, ok};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn files() {
    let file = ok(files_get_file::Request::new());
    assert_eq!(file.content_type.as_deref(), Some("image/png"));
    assert!(collect(file.body, 1 << 20).is_ok_and(|bytes| bytes.starts_with(PNG)));
    let file = ok(files_get_empty_file::Request::new());
    assert!(collect(file.body, 0).is_ok_and(|bytes| bytes.is_empty()));
}

/// Three gigabytes come as a stream; nobody collects them by accident.
#[test]
fn a_file_larger_than_memory() {
    let file = ok(files_get_file_large::Request::new());
    assert!(matches!(collect(file.body, 1 << 20), Err(BodyError::TooLarge { .. })));
}
