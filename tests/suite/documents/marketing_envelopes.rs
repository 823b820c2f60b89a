//! LinkedIn Marketing: the fields of its error responses, old and new, and of the errors inside them.

use super::bundled::{assert_envelopes, body, catalog, pointer};
use super::table::{table, Row};
use error_catalog_model::{Body, Catalog, Causes, Extra, ParamType, Params, Place};

const NAME: &str = "linkedin-marketing";

/// Returns the rows of a schema.
fn schema(name: &str) -> Vec<Row> {
    let table = table("linkedin-marketing-fields.tsv");
    let rows = table.rows.into_iter();
    let rows: Vec<Row> = rows.filter(|row| row.cell("schema") == name).collect();
    assert!(!rows.is_empty(), "{} has no schema `{name}`", table.file);
    rows
}

fn causes(catalog: &Catalog) -> &Causes {
    match &*body(catalog, "v2").causes {
        [causes, ..] => causes,
        [] => panic!("the new error response has errors inside"),
    }
}

/// Returns the places of each parameter within an inner error.
fn places(causes: &Causes) -> &[(String, Vec<Place>)] {
    match &causes.params {
        Some(Params::Each(each)) => each,
        _ => panic!("each parameter of an inner error has its own place"),
    }
}

fn places_of(causes: &Causes, param: &str) -> Vec<String> {
    match places(causes).iter().find(|(name, _)| name == param) {
        Some((_, places)) => places.iter().map(ToString::to_string).collect(),
        None => panic!("the places of `{param}` are not given"),
    }
}

/// Asserts that a field is an extra member of its documented type.
fn assert_extra(extra: &[Extra], row: &Row) {
    let place = format!("/{}", row.cell("field"));
    let Some(extra) = extra
        .iter()
        .find(|extra| pointer(&extra.places).as_ref() == Some(&place))
    else {
        panic!("{row}\nis not read");
    };
    let expected = match row.cell("type").trim_start_matches("optional ") {
        "string" => ParamType::String,
        "int" => ParamType::Integer,
        "BigDecimal" => ParamType::Decimal,
        unknown => panic!("{row}\nhas the type `{unknown}`, which this test does not know"),
    };
    assert_eq!(extra.param_type, expected, "{row}");
}

/// Returns the place of a field, if the schema has it.
fn place(schema: &[Row], field: &str) -> Option<String> {
    let mut rows = schema.iter();
    rows.any(|row| row.cell("field") == field)
        .then(|| format!("/{field}"))
}

/// Asserts that all fields of a schema except `others` are extra members.
fn assert_extras(extra: &[Extra], schema: &[Row], others: &[&str]) {
    let rows = schema.iter();
    let rows: Vec<&Row> = rows
        .filter(|row| !others.contains(&row.cell("field")))
        .collect();
    for row in &rows {
        assert_extra(extra, row);
    }
    assert_eq!(extra.len(), rows.len());
}

/// Asserts that a response has exactly the fields of its schema.
fn assert_fields(body: &Body, schema: &[Row]) {
    assert_eq!(pointer(&body.code), place(schema, "code"));
    assert_eq!(pointer(&body.message), place(schema, "message"));
    assert_eq!(pointer(&body.status), place(schema, "status"));
    let has_details = place(schema, "errorDetails").is_some();
    assert_eq!(!body.causes.is_empty(), has_details);
    assert_extras(
        &body.extra,
        schema,
        &["code", "message", "status", "errorDetails"],
    );
    assert_eq!(
        (&*body.scope, &*body.reference, &body.params),
        (&[][..], &[][..], &None)
    );
}

#[test]
fn the_new_error_response_of_marketing_has_the_fields_of_its_schema() {
    let catalog = catalog(NAME);
    assert_envelopes(&catalog, &["v2", "v1"]);
    assert_fields(body(&catalog, "v2"), &schema("New Error Response"));
}

#[test]
fn the_old_error_response_of_marketing_has_the_fields_of_its_schema() {
    let catalog = catalog(NAME);
    let body = body(&catalog, "v1");
    assert_fields(body, &schema("Old Error Response"));
    assert!(body.causes.is_empty() && body.batch.is_none());
}

#[test]
fn the_inner_errors_of_marketing_are_in_the_lists_of_the_error_details() {
    let catalog = catalog(NAME);
    let rows = schema("com.linkedin.common.error.BadRequest");
    let lists = rows.iter();
    let expected: Vec<String> = lists
        .map(|row| format!("/errorDetails/{}", row.cell("field")))
        .collect();
    let causes = &body(&catalog, "v2").causes;
    let places: Vec<String> = causes.iter().map(|causes| causes.at.to_string()).collect();
    assert_eq!(places, expected);
}

#[test]
fn an_inner_error_of_marketing_has_the_fields_of_its_schema() {
    let catalog = catalog(NAME);
    let causes = causes(&catalog);
    let schema = schema("InputError");
    assert_eq!(pointer(&causes.code), place(&schema, "code"));
    assert_eq!(pointer(&causes.message), place(&schema, "description"));
    assert!(place(&schema, "input").is_some());
    let (wholes, extra): (Vec<Extra>, Vec<Extra>) =
        (causes.extra.iter().cloned()).partition(|extra| extra.param_type == ParamType::Json);
    assert_extras(&extra, &schema, &["code", "description", "input"]);
    // As a whole, for errors whose messages have no placeholders for them.
    let expected = [
        format!("/input/{}", field("Input", "value").cell("field")),
        format!(
            "/{}",
            field("ConditionalInputError", "relatedInputs").cell("field")
        ),
        "/relatedFields".to_owned(),
    ];
    let wholes: Vec<String> = wholes
        .into_iter()
        .filter_map(|extra| pointer(&extra.places))
        .collect();
    assert_eq!(wholes, expected);
}

/// Returns the pointers to a field of an input, one for each variant in its type `oneOf [a: string, b: string]`.
fn variants(base: &str, row: &Row) -> Vec<String> {
    let written = row.cell("type").split(['[', ']']).nth(1);
    let variants = written.unwrap_or_default().split(',');
    let field = row.cell("field");
    variants
        .map(|variant| match variant.split_once(':') {
            Some((name, _)) => format!("{base}/{field}/{}", name.trim()),
            None => panic!("{row}\nhas `{variant}`, which is not a variant"),
        })
        .collect()
}

/// Returns the row of a schema about a field.
fn field(schema_name: &str, name: &str) -> Row {
    let mut rows = schema(schema_name).into_iter();
    match rows.find(|row| row.cell("field") == name) {
        Some(row) => row,
        None => panic!("the schema `{schema_name}` has no field `{name}`"),
    }
}

#[test]
fn the_input_of_an_inner_error_fills_its_field_and_value() {
    let catalog = catalog(NAME);
    let causes = causes(&catalog);
    for (param, part) in [
        ("field", "inputPath"),
        ("field1", "inputPath"),
        ("value", "value"),
        ("value1", "value"),
    ] {
        let row = field("Input", part);
        assert_eq!(places_of(causes, param), variants("/input", &row), "{row}");
    }
}

#[test]
fn the_related_input_of_a_conditional_error_fills_its_second_field_and_value() {
    let catalog = catalog(NAME);
    let causes = causes(&catalog);
    let related = field("ConditionalInputError", "relatedInputs");
    // The schema names one list, the sample of a single operation another.
    let lists = [related.cell("field"), "relatedFields"].map(|list| format!("/{list}/0"));
    for (param, part) in [("field2", "inputPath"), ("value2", "value")] {
        let row = field("Input", part);
        let expected: Vec<String> = lists.iter().flat_map(|list| variants(list, &row)).collect();
        assert_eq!(places_of(causes, param), expected, "{row}");
    }
}

#[test]
fn the_limits_of_an_inner_error_are_fields_of_its_schema() {
    let catalog = catalog(NAME);
    let causes = causes(&catalog);
    let rows = schema("InputError");
    for (param, fields) in [
        ("min", &["minValue"][..]),
        ("minValue", &["minValue"]),
        // In the sample the earliest date of DATE_TOO_EARLY is its `minValue`.
        ("date", &["minValue"]),
        ("max", &["maxValue", "maxLength"]),
    ] {
        let expected: Vec<String> = fields.iter().map(|field| format!("/{field}")).collect();
        assert_eq!(places_of(causes, param), expected, "{param}");
        for field in fields {
            let known = rows.iter().any(|row| row.cell("field") == *field);
            assert!(known, "{param} is read from `{field}`, which is in no row");
        }
    }
}

#[test]
fn every_parameter_of_an_inner_error_is_in_a_template() {
    let catalog = catalog(NAME);
    for (name, _) in places(causes(&catalog)) {
        let mut entries = catalog.entries.iter();
        let used = entries.any(|entry| entry.params.iter().any(|param| param.name == *name));
        assert!(used, "no template has `{name}`");
    }
    assert_eq!(places(causes(&catalog)).len(), 10);
}

#[test]
fn a_batch_of_marketing_has_errors_and_results_by_key() {
    let catalog = catalog(NAME);
    let Some(batch) = &body(&catalog, "v2").batch else {
        panic!("the new error response comes in batches");
    };
    assert_eq!(batch.errors, "/errors");
    assert_eq!(batch.results.as_deref(), Some("/results"));
}
