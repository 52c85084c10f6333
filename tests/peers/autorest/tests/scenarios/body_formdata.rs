use autorest_client::body_formdata::*;
use autorest_client::runtime::File;
use autorest_scenarios::{collect, ok};

const TEXT: &str = "Lorem ipsum\r\n--not a boundary";

#[test]
fn a_file_in_a_form() {
    let file = File::new(TEXT).with_name("UploadFile.txt");
    let echo = ok(formdata_upload_file::Request::new(file, "UploadFile.txt")).body;
    assert_eq!(collect(echo, 1 << 20).ok().as_deref(), Some(TEXT.as_bytes()));
}

#[test]
fn a_file_alone() {
    let echo = ok(formdata_upload_file_via_body::Request::new(TEXT)).body;
    assert_eq!(collect(echo, 1 << 20).ok().as_deref(), Some(TEXT.as_bytes()));
}
