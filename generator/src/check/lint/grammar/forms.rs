//! Texts that have to have a form.

use super::Form;

/// `host` (Swagger 2.0, Swagger Object).
pub(super) static HOST: Form =
    Form { name: "a host and maybe a port, without a scheme, a path or a template", has: is_host };

/// `basePath` (Swagger 2.0, Swagger Object).
pub(super) static BASE_PATH: Form =
    Form { name: "a path that starts with `/`", has: |text| text.starts_with('/') };

fn is_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').unwrap_or((text, "0"));
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    is_port && !host.is_empty() && !host.contains(['{', '}', '/', ' ', '\\'])
}
