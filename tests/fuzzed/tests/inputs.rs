//! The checks of the fuzz targets on a few inputs each: what was found once, and what is made up anew from a
//! fixed seed, so that a check that can't hold any more is noticed without a fuzzer.

use arbitrary::{Arbitrary, Unstructured};
use fastrand::Rng;
use fuzzed::crates::{self, Swagger};
use fuzzed::requests::{self, Message};
use fuzzed::{docs, documents, identifiers, paths};

/// Bytes that are the same in every run.
fn noise(seed: u64) -> Vec<u8> {
    let mut bytes = vec![0; 2_048];
    Rng::with_seed(seed).fill(&mut bytes);
    bytes
}

#[test]
fn a_path_like_an_extension_is_not_dropped_without_a_word() {
    paths::check("X-Youm/{roomX-ias}");
}

#[test]
fn paths_are_refused_or_kept() {
    for path in [
        "",
        "/",
        "//",
        "/{a}",
        "/{a}.{b}",
        "/{a}{b}",
        "/{a",
        "/a}",
        "/{}",
        "a?b=c#d",
        "/{a}/{a}",
        "/é/%2e%2e",
    ] {
        paths::check(path);
    }
}

#[test]
fn descriptions_hold_no_code_in_whatever_markdown() {
    for text in [
        "```\nx\n```",
        "    x",
        "<b>",
        "[a](javascript:b)",
        "![a](b)",
        "\u{202e}\r",
        "[a]: b\n\n[a]",
        "~~~ rust\n",
    ] {
        docs::check(text);
    }
}

/// A line that is broken within a span of code begins with something that ends the paragraph.
#[test]
fn no_line_is_broken_into_html_or_a_fence() {
    let filler = "word ".repeat(20);
    for start in ["<?t", "<!A", "<script>", "</div>", "<![CDATA[", "~~~", "```", "````"] {
        for length in 60..=filler.len() {
            docs::check(&format!("a `{} {start} `{start}` b", &filler[..length]));
            docs::check(&format!("a ````` {} {start} b ````` c", &filler[..length]));
        }
    }
    docs::check(&format!("`{} <?t&!~hin`", filler.trim()));
    for length in 60..=filler.len() {
        docs::check(&format!("{}        -        a", &filler[..length]));
        docs::check(&format!("{} ,   1.     a", &filler[..length]));
    }
}

/// What was printed is read again, so that no way of breaking lines makes code of a span.
#[test]
fn a_span_of_code_deep_in_quotes_is_no_fence() {
    let span =
        "`t> [x](yipt> [xx](y``t> [x](yipt> [xx](yipt> [x](y ![i][x](y (y ipt> [x](yiptipt> (y \"z\")`](y";
    for depth in 1..30 {
        docs::check(&format!("{}{span} j![i][x", ">".repeat(depth)));
        docs::check(&format!("{}```{}``` a", ">".repeat(depth), "word ".repeat(20)));
    }
}

#[test]
fn any_text_becomes_an_identifier() {
    for text in ["", "_", "1", "self", "crate", "a-b", "日本", "Entry«string,long»", "\0", "r#fn"] {
        identifiers::check(text);
    }
}

#[test]
fn bytes_are_a_crate_or_an_error() {
    let documents: [&[u8]; 5] = [
        b"",
        b"{",
        b"\xef\xbb\xbfswagger: '2.0'",
        b"swagger: '2.0'\ninfo: {title: a, version: b}\npaths: {/: {$ref: 'parts.yaml'}}\xffget: {responses: {200: {description: a}}}",
        b"a: &a [*a]",
    ];
    documents.into_iter().for_each(documents::check);
    (0..8).for_each(|seed| documents::check(&noise(seed)));
}

#[test]
fn documents_of_the_right_structure_become_crates() {
    for seed in 0..12 {
        let bytes = noise(seed);
        let document = Swagger::arbitrary(&mut Unstructured::new(&bytes)).expect("bytes enough");
        crates::check(&document);
    }
}

#[test]
fn messages_are_read_or_refused() {
    for seed in 0..400 {
        let bytes = noise(seed);
        let message = Message::arbitrary(&mut Unstructured::new(&bytes)).expect("bytes enough");
        requests::check(message);
    }
}
