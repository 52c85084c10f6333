//! Where a parser gave up, behind characters of several bytes and line ends of two.

use super::read;

/// What the frame of the first finding names: `file:line:column`.
fn place(path: &str, text: &str) -> String {
    let said = read(path, text).1;
    let arrow = said.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    arrow.unwrap_or_default().to_owned()
}

#[test]
fn columns_of_broken_yaml_count_characters() {
    assert_eq!(place("a.yaml", "ü😀: \"é\"\nb: c: d\n"), "a.yaml:2:5");
    assert_eq!(place("a.yaml", "\u{feff}ü😀: \"é\"\r\nb: c: d\r\n"), "a.yaml:2:5");
    assert_eq!(place("a.yaml", "ü😀é: c: d\n"), "a.yaml:1:7");
    assert_eq!(place("a.yaml", "é: \u{1}b"), "a.yaml:1:4");
}

#[test]
fn columns_of_broken_json_count_characters() {
    assert_eq!(place("a.json", "{\"ü😀\": 1,\r\n \"é\": ]}"), "a.json:2:7");
    assert_eq!(place("a.json", "\u{feff}{\"ü😀\": ]}"), "a.json:1:8");
}

#[test]
fn a_tab_is_pointed_at_itself() {
    let (_, said) = read("a.yaml", "é:\r\n  ü: 1\r\n\tb: 2\r\n");
    assert!(said.contains("--> a.yaml:3:1\n"), "{said}");
    assert!(said.contains("help: indent by spaces, not by tabs"), "{said}");
}
