// Every way to use an enum of your own, for the cases that pass and those that fail.

use std::error::Error;
use std::num::ParseIntError;

fn parse(text: &str) -> Result<u8, PayError> {
    if text.is_empty() {
        std::fs::read(text)?;
        return Err(PayError::Locked);
    }
    Ok(text.parse::<u8>()?)
}

fn convert(text: &str) -> Result<u8, Box<dyn Error>> {
    Ok(parse(text)?)
}

fn code<E: CatalogError>(error: &E) -> String {
    format!("{} {:?}", error.code(), CatalogError::status(error))
}

fn use_everything() {
    let error = parse("x").unwrap_err();
    println!("{error} {error:?} {} {}", error.message(), code(&error));
    println!("{:?} {:?}", error.status().map(u16::from), error.retry());
    println!("{:?} {:?}", error.documentation().title(), error.entry());
    println!("{:?} {:?}", error.source().is_some(), error.to_body().len());
    println!("{}", PayErrorKind::ALL.len());
    match error.kind() {
        PayErrorKind::Locked => println!("{:?}", "LOCKED".parse::<PayErrorKind>().is_ok()),
        kind => println!("{}", kind.as_str()),
    }
    println!("{:?}", PayErrorKind::from_code("LOCKED", 400).is_some());
    let body = error_catalog::Occurrence::new(PayError::Locked).to_body();
    println!("{} {:?}", body.len(), convert("x"));
    println!("{}", serde_json::to_string(&PayErrorKind::Locked).is_ok());
    println!("{}", Generic::<u8, ParseIntError>::Locked);
    println!("{}", code(&Generic::<u8, ParseIntError>::Locked));
}
