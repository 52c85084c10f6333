//! `--message-format sarif`, held against what SARIF 2.1.0 requires of a log.

use cratewright::check;
use cratewright::config::{Config, Document};
use cratewright::diagnostic::{all, render_sarif};
use cratewright::source::MemoryLoader;
use serde_json::Value;

const PETS: &str = "\
swagger: '2.0'
info: {title: 'Größe', version: '1', titel: x}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      responses:
        200: {description: '猫', schema: {$ref: 'parts.yaml#/Pett'}}
  /cats:
    get:
      operationId: getPet
      responses: {200: {description: A cat.}}
";
const PARTS: &str = "Pet: {type: object}\n";

/// The log of a run that finds an error, a warning, and places in two files.
fn log() -> Value {
    let loader = MemoryLoader::new().with("pets.yaml", PETS).with("parts.yaml", PARTS).with("empty.yaml", "");
    let documents = vec![Document::new("pets.yaml"), Document::new("empty.yaml")];
    let config = Config { documents, ..Config::default() };
    let sources = config.sources(&loader);
    let findings = check(&sources, &config).findings;
    let text = render_sarif(&findings, &sources, |name| format!("api/{name}"));
    serde_json::from_str(&text).expect("JSON")
}

fn results(log: &Value) -> &[Value] {
    log["runs"][0]["results"].as_array().expect("results")
}

fn of_rule<'l>(log: &'l Value, id: &str) -> &'l Value {
    results(log).iter().find(|result| result["ruleId"] == id).expect("a result of the rule")
}

#[test]
fn the_log_has_the_members_that_the_standard_requires() {
    let log = log();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().is_some_and(|schema| schema.ends_with("sarif-schema-2.1.0.json")));
    let [run] = log["runs"].as_array().expect("runs").as_slice() else { panic!("one run") };
    assert_eq!(run["tool"]["driver"]["name"], "cratewright");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert!(results(&log).len() >= 4);
}

#[test]
fn every_result_has_its_rule_a_level_and_a_region() {
    let log = log();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in results(&log) {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok());
        let rule = &rules[index.expect("a rule index")];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(matches!(result["level"].as_str(), Some("error" | "warning" | "note" | "none")));
        assert!(result["message"]["text"].is_string());
        for location in result["locations"].as_array().expect("locations") {
            holds(location);
        }
        for related in result["relatedLocations"].as_array().into_iter().flatten() {
            assert!(related["id"].as_u64().is_some_and(|id| id > 0));
            holds(related);
        }
    }
}

/// A location has a URI, and its region, if it has one, ends behind its start.
fn holds(location: &Value) {
    let place = &location["physicalLocation"];
    assert!(place["artifactLocation"]["uri"].as_str().is_some_and(|uri| uri.starts_with("api/")));
    let region = &place["region"];
    if region.is_null() {
        return;
    }
    let number = |key: &str| region[key].as_u64().expect("a number");
    assert!(number("startLine") > 0 && number("startColumn") > 0, "{region}");
    let (start, end) =
        ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
    assert!(start <= end, "{region}");
}

#[test]
fn a_rule_is_there_once_with_its_explanation_and_what_to_do() {
    let log = log();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    for (index, rule) in rules.iter().enumerate() {
        let code = all().find(|code| rule["id"] == code.id).expect("a code");
        let literal =
            |text: &Value| text["text"].as_str().expect("a text").replace("{{", "{").replace("}}", "}");
        assert_eq!(literal(&rule["fullDescription"]), code.explanation);
        assert_eq!(literal(&rule["help"]), code.help);
        assert!(code.explanation.starts_with(&literal(&rule["shortDescription"])));
        assert!(rules[..index].iter().all(|earlier| earlier["id"] != rule["id"]));
    }
}

#[test]
fn columns_count_characters() {
    let log = log();
    let place = &of_rule(&log, "E0101")["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "api/pets.yaml");
    let column = PETS.lines().nth(7).and_then(|line| line.split("'parts").next()).expect("a line");
    assert_eq!(place["region"]["startLine"], 8);
    assert_eq!(place["region"]["startColumn"], column.chars().count() + 1);
}

#[test]
fn other_places_are_related_locations_in_their_own_files() {
    let log = log();
    let related = &of_rule(&log, "E0101")["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["artifactLocation"]["uri"], "api/parts.yaml");
    assert_eq!(related["logicalLocations"][0]["fullyQualifiedName"], "/Pet");
    assert_eq!(related["message"]["text"], "a name near it");
}

/// Braces would be placeholders (section 3.11.5).
#[test]
fn braces_of_a_message_are_doubled() {
    let log = log();
    let message = of_rule(&log, "E0301")["message"]["text"].as_str().expect("a text");
    assert!(message.contains("{{id}}"), "{message}");
}

#[test]
fn a_message_says_what_to_do_where_the_rule_does_not_know() {
    let log = log();
    let message = of_rule(&log, "W0221")["message"]["text"].as_str().expect("a text");
    assert!(message.ends_with("; did you mean `title`? Extensions start with `x-`"), "{message}");
}
