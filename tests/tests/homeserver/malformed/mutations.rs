//! Requests that are wrong in every way that a seed can think of.

/// A small generator of numbers (SplitMix64): the same ones for the same seed, on any machine.
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or_default()
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A request that is right.
#[derive(Clone)]
pub(super) struct Valid {
    pub(super) method: &'static str,
    pub(super) target: String,
    /// JSON of an object; empty where there is none.
    pub(super) body: &'static str,
}

/// What is sent, and whether the server can know that it is all.
pub(super) struct Wrong {
    pub(super) bytes: Vec<u8>,
    pub(super) is_whole: bool,
    /// What was done to it, for the message of a test that fails.
    pub(super) how: &'static str,
}

/// Makes a request wrong in one way.
pub(super) fn mutate(valid: &Valid, random: &mut Random) -> Wrong {
    let all: &[fn(&Valid, &mut Random) -> Wrong] = match valid.body {
        "" => &[method, target, version, header, length, noise],
        _ => &[method, target, version, header, length, noise, json, chunks, media_type, cut],
    };
    random.pick(all)(valid, random)
}

const HEADERS: &str = "Host: a\r\nContent-Type: application/json\r\n";

fn whole(how: &'static str, head: String, body: impl AsRef<[u8]>) -> Wrong {
    Wrong { bytes: [head.as_bytes(), body.as_ref()].concat(), is_whole: true, how }
}

fn with_length(valid: &Valid, headers: &str, body: &[u8]) -> String {
    let Valid { method, target, .. } = valid;
    format!("{method} {target} HTTP/1.1\r\n{headers}Content-Length: {}\r\n\r\n", body.len())
}

fn method(valid: &Valid, random: &mut Random) -> Wrong {
    let odd = ["BREW", "get", "G\u{0}T", "G ET", "\u{fc}", "(GET)", "TRACE", "", "PATCH"];
    let valid = Valid { method: random.pick(&odd), ..valid.clone() };
    whole("method", with_length(&valid, HEADERS, valid.body.as_bytes()), valid.body)
}

fn target(valid: &Valid, random: &mut Random) -> Wrong {
    let path = valid.target.split('?').next().unwrap_or_default();
    let long = "x".repeat(1 << 17);
    let odd = [
        format!("{path}/more"),
        format!("{path}/../.."),
        path.replace('/', "//"),
        path.replace("_matrix", "%5fmatriy"),
        path.trim_start_matches('/').to_owned(),
        format!("/%zz{path}"),
        format!("/\u{0}{path}"),
        format!("/\u{202e}{path}"),
        format!("{path} {path}"),
        format!("/{long}"),
        format!("http://[{path}"),
        "*".to_owned(),
    ];
    let valid = Valid { target: odd[random.below(odd.len())].clone(), ..valid.clone() };
    whole("target", with_length(&valid, HEADERS, valid.body.as_bytes()), valid.body)
}

fn version(valid: &Valid, random: &mut Random) -> Wrong {
    let odd = ["HTTP/9.9", "HTTP/1.1x", "http/1.1", "HTTP/2.0", "ICY/1.1", "HTTP/1", "\u{0}"];
    let head = with_length(valid, HEADERS, valid.body.as_bytes());
    whole("version", head.replacen("HTTP/1.1", random.pick(&odd), 1), valid.body)
}

fn header(valid: &Valid, random: &mut Random) -> Wrong {
    let (many, long) = ("a: b\r\n".repeat(200), format!("a: {}\r\n", "b".repeat(1 << 17)));
    let odd = [
        "no colon\r\n",
        "a b: c\r\n",
        ": c\r\n",
        "a\u{0}: c\r\n",
        "a: \u{0}\r\n",
        "\u{fc}: c\r\n",
        "a: \u{7f}\r\n",
    ];
    let odd = [&odd[..], &[&*many, &*long]].concat();
    let headers = format!("{HEADERS}{}", random.pick(&odd));
    whole("header", with_length(valid, &headers, valid.body.as_bytes()), valid.body)
}

fn length(valid: &Valid, random: &mut Random) -> Wrong {
    let odd = ["-1", "+1", "1 1", "0x10", "1,2", "99999999999999999999", "", "1\r\nContent-Length: 2"];
    let Valid { method, target, body } = valid;
    let length = random.pick(&odd);
    let head = format!("{method} {target} HTTP/1.1\r\n{HEADERS}Content-Length: {length}\r\n\r\n");
    whole("length", head, body)
}

/// A byte that no UTF-8 has, anywhere but in the first line.
fn noise(valid: &Valid, random: &mut Random) -> Wrong {
    let head = format!("{} {} HTTP/1.1\r\n", valid.method, valid.target);
    let mut rest = format!("{HEADERS}\r\n").into_bytes();
    let name = random.pick(&[0, rest.len() - 3 - "Content-Type: application/json".len() + 1]);
    rest.insert(name, random.pick(&[0xff, 0x00, 0x0b, b'(', b' ', 0x80]));
    whole("noise", head, rest)
}

fn json(valid: &Valid, random: &mut Random) -> Wrong {
    let text = valid.body;
    let at = random.below(text.len() - 1) + 1;
    let (before, after) = text.split_at(at);
    let odd = [
        before.as_bytes().to_vec(),
        after.as_bytes().to_vec(),
        [before.as_bytes(), b"\xff", after.as_bytes()].concat(),
        [before.as_bytes(), b"\n", after.as_bytes(), b"}"].concat(),
        "[".repeat(1 + random.below(50_000)).into_bytes(),
        format!("[{text}]").into_bytes(),
        text.replace(':', "=").into_bytes(),
        text.replace(": \"", ": 1e9999, \"").into_bytes(),
        b"null".to_vec(),
    ];
    let body = &odd[random.below(odd.len())];
    whole("json", with_length(valid, HEADERS, body), body)
}

fn media_type(valid: &Valid, random: &mut Random) -> Wrong {
    let odd = ["text/plain", "application/xml", "application", "", "/", "json", "\u{fc}/\u{fc}"];
    let headers = format!("Host: a\r\nContent-Type: {}\r\n", random.pick(&odd));
    whole("media type", with_length(valid, &headers, valid.body.as_bytes()), valid.body)
}

fn chunks(valid: &Valid, random: &mut Random) -> Wrong {
    let Valid { method, target, body } = valid;
    let (coding, length) = ("Transfer-Encoding: chunked\r\n", body.len());
    let mut encoded = format!("{length:x}\r\n{body}\r\n0\r\n\r\n");
    let mut coding = coding.to_owned();
    match random.below(6) {
        0 => encoded.insert_str(0, "zz"),
        1 => encoded.insert(0, '-'),
        2 => encoded.insert_str(0, "ffffffffffffffff"),
        3 => encoded = encoded.replace(body, &format!("{body}more")),
        4 => coding = "Transfer-Encoding: chunked, gzip\r\n".to_owned(),
        _ => encoded = format!("{length:x}{}", ";a=b".repeat(1 << 15)),
    }
    whole("chunks", format!("{method} {target} HTTP/1.1\r\n{HEADERS}{coding}\r\n"), encoded)
}

/// A request that ends anywhere before its end.
fn cut(valid: &Valid, random: &mut Random) -> Wrong {
    let bytes =
        [with_length(valid, HEADERS, valid.body.as_bytes()).as_bytes(), valid.body.as_bytes()].concat();
    let end = random.below(bytes.len());
    Wrong { bytes: bytes[..end].to_vec(), is_whole: false, how: "cut" }
}
