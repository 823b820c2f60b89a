//! Reports conform to SARIF 2.1.0 (OASIS, sections 3.13 to 3.30).

use crate::folder::Folder;
use serde_json::Value;
use serde_sarif::sarif::Sarif;

const CATALOG: &str =
    "{ \"name\": \"a\",\n  \"errors\": [\n    { \"code\": \"é\", \"mesage\": 1 },\n\
    { \"code\": \"B\", \"id\": \"B\" }, { \"code\": \"C\", \"id\": \"B\" }\n  ] }";

fn report() -> Value {
    let folder = Folder::new().file("my errors/a.json", CATALOG);
    let ran = folder.run(&["check", "--format", "sarif", "my errors/a.json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    serde_json::from_str(&ran.output).unwrap()
}

#[test]
fn every_result_has_the_id_and_index_of_its_rule() {
    let report = report();
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 3, "{results:?}");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(matches!(
            result["level"].as_str(),
            Some("error" | "warning")
        ));
        assert!(result["message"]["text"].is_string());
    }
}

#[test]
fn every_location_has_a_uri_and_a_region() {
    let report = report();
    let results = report["runs"][0]["results"].as_array().unwrap();
    let related = |result: &Value| result["relatedLocations"].as_array().unwrap().clone();
    let locations = results.iter().flat_map(|result| {
        let own = result["locations"].as_array().unwrap().clone();
        own.into_iter().chain(related(result))
    });
    let mut count = 0;
    for location in locations {
        let place = &location["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%20errors/a.json");
        let number = |key: &str| place["region"][key].as_u64().unwrap();
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!(
            (number("startLine"), number("startColumn")) < (number("endLine"), number("endColumn"))
        );
        count += 1;
    }
    assert!(count > results.len(), "one of them has a related place");
}

/// Checks that the types generated from the official schema lose nothing of the report.
fn assert_conforms(report: &Value) {
    let typed: Sarif =
        serde_json::from_value(report.clone()).expect("the report should be valid SARIF 2.1.0");
    assert_eq!(serde_json::to_value(typed).unwrap(), *report);
}

#[test]
fn findings_conform_to_the_schema() {
    assert_conforms(&report());
}

#[test]
fn changes_conform_to_the_schema() {
    let old = "{ \"name\": \"a\", \"errors\": [{ \"code\": \"A\", \"status\": 400 }] }";
    let new = "{ \"name\": \"a\", \"errors\": [{ \"code\": \"B\", \"status\": 400 }] }";
    let folder = Folder::new().file("old.json", old).file("new.json", new);
    let ran = folder.run(&["diff", "--format", "sarif", "old.json", "new.json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let report: Value = serde_json::from_str(&ran.output).unwrap();
    assert!(!report["runs"][0]["results"].as_array().unwrap().is_empty());
    assert_conforms(&report);
}
