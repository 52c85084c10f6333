//! Files.

use matrix_client_server::r0::content_repo::{
    get_config, get_content, get_content_override_name, get_content_thumbnail, upload_content,
};
use matrix_client_server::runtime::{Body, CallError};

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

const FILE: &[u8] = b"Soup, then more soup.\0\xff";
const LIMIT: usize = 1 << 20;

pub(crate) async fn run(steps: &mut Steps, stage: &Stage) -> Option<()> {
    let user = &stage.greta;
    steps.step("r0 media limits", has_limit(user)).await;
    let (server, id) = steps.step("r0 upload", upload(user)).await?;
    steps.step("r0 download", download(user, &server, &id)).await;
    steps.step("r0 download under a name", download_as(user, &server, &id)).await;
    steps.step("r0 thumbnail: 400 for what is no image", thumbnail(user, &server, &id)).await
}

async fn has_limit(user: &User) -> Result<(), Fault> {
    let limit = user.r0().get_config(get_config::Request::new()).await?.m_upload_size;
    ensure(some(limit, "`m.upload.size`")? > 0, "nothing can be uploaded")
}

async fn upload(user: &User) -> Result<(String, String), Fault> {
    let file = upload_content::Request::new(FILE).with_content_type("text/plain").with_filename("menu 1.txt");
    let uri = user.r0().upload_content(file).await?.content_uri;
    let parts = uri.strip_prefix("mxc://").and_then(|uri| uri.split_once('/'));
    let (server, id) = some(parts, "`mxc://server/id`")?;
    Ok((server.to_owned(), id.to_owned()))
}

async fn download(user: &User, server: &str, id: &str) -> Result<(), Fault> {
    let file = user.r0().get_content(get_content::Request::new(server, id)).await?;
    let media_type = some(file.content_type, "`Content-Type`")?;
    ensure(media_type.starts_with("text/plain"), media_type)?;
    let name = some(file.content_disposition, "`Content-Disposition`")?;
    ensure(name.contains("menu"), name)?;
    is_file(file.body).await
}

async fn download_as(user: &User, server: &str, id: &str) -> Result<(), Fault> {
    let request = get_content_override_name::Request::new(server, id, "supper.txt");
    let file = user.r0().get_content_override_name(request).await?;
    let name = some(file.content_disposition, "`Content-Disposition`")?;
    ensure(name.contains("supper.txt"), name)?;
    is_file(file.body).await
}

async fn is_file(body: Body) -> Result<(), Fault> {
    let bytes = body.collect(LIMIT).await?;
    ensure(bytes == FILE, format!("{} bytes, not those that were uploaded", bytes.len()))
}

async fn thumbnail(user: &User, server: &str, id: &str) -> Result<(), Fault> {
    let request = get_content_thumbnail::Request::new(server, id, 32, 32).with_method("scale".into());
    match user.r0().get_content_thumbnail(request).await {
        Err(CallError::Answer(get_content_thumbnail::Error::BadRequest(_))) => Ok(()),
        Err(CallError::Answer(error)) => Err(format!("{error:?}").into()),
        other => Err(format!("{:?}", other.map(|_| "an image")).into()),
    }
}
