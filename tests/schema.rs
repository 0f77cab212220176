//! The schemas that are served are those of this very program, and what is known to be sound is sound by them.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

use heartline::core::connection::{config_schema, connection_schema};
use serde_json::{Value, json};
use std::path::Path;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect(name)
}

fn json_of(name: &str) -> Value {
    serde_json::from_str(&read(name)).expect("JSON")
}

fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(schema).expect("a schema");
    let told = |fault: jsonschema::ValidationError| format!("{}: {fault}", fault.instance_path);
    validator.iter_errors(document).map(told).collect()
}

#[test]
fn the_files_are_up_to_date() {
    for (name, schema) in [("config", config_schema()), ("connection", connection_schema())] {
        let file = format!("public/schema/{name}.schema.json");
        assert!(
            read(&file) == format!("{schema:#}\n"),
            "{file} is older than the code: make schema"
        );
        jsonschema::meta::validate(&schema).expect("a schema by the rules of its dialect");
    }
}

#[test]
fn what_comes_with_the_program_is_sound() {
    let config = config_schema();
    for name in ["src/core/connection/demo.json", "public/config.json"] {
        assert_eq!(faults(&config, &json_of(name)), [""; 0], "{name}");
    }
    for preset in json_of("public/presets.json")["presets"].as_array().expect("presets") {
        let mut connection = preset["connection"].clone();
        connection["base_url"] = json!("https://api.example/");
        // Where things are, whoever connects an API says.
        for part in ["feeds", "writes"] {
            let members = connection.get_mut(part).and_then(Value::as_object_mut);
            for one in members.into_iter().flat_map(|members| members.values_mut()) {
                let path = one.get("path").cloned().unwrap_or_else(|| json!("rows"));
                one["path"] = path;
            }
        }
        assert_eq!(faults(&connection_schema(), &connection), [""; 0], "{}", preset["id"]);
    }
}

#[test]
fn examples_of_the_guides_are_sound() {
    for name in ["README.md", "README.zh-CN.md"] {
        let text = read(name);
        let blocks = text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
        let documents = blocks.filter_map(|block| serde_json::from_str::<Value>(block).ok());
        let whole = documents.filter(|document| document.get("connection").is_some());
        let mut seen = 0;
        for document in whole {
            assert_eq!(faults(&config_schema(), &document), [""; 0], "{name}");
            seen += 1;
        }
        assert!(seen > 0, "{name} has an example");
    }
}

#[test]
fn a_slip_of_the_pen_is_found_by_its_place() {
    let slip = json!({"connection": {"base_url": "b", "feeds": {
        "responses": {"path": "r", "rows": "$[*]", "fields": {"tuchpoint": "$.t"}}}}});
    let found = faults(&config_schema(), &slip);
    assert!(found[0].contains("/connection/feeds/responses/fields"), "{found:?}");
}
