//! From a body to the error.

use crate::by_hand::Kind;
use crate::envelope::{Borrowed, Owned, WithFields};
use crate::race::Race;
use crate::{corpus, Members, Message};
use error_catalog::{decode, Catalog, Response};
use serde_json::{from_slice, Value};
use std::hint::black_box;

/// The bodies to read, each with a status.
type Bodies = Vec<(u16, Vec<u8>)>;

pub fn message() -> Race<'static> {
    race::<Message>("decode message", bodies(corpus::message_bodies()))
}

pub fn members() -> Race<'static> {
    let bodies = bodies(corpus::members_bodies());
    let with_fields = bodies.clone();
    let mut race = race::<Members>("decode members", bodies);
    let pass = move || {
        for (_, body) in &with_fields {
            let envelope: WithFields = from_slice(body).unwrap();
            black_box(envelope.error());
        }
    };
    race.ways.push(("serde_json, match, fields", Box::new(pass)));
    race
}

/// Codes that do not exist.
pub fn unknown() -> Race<'static> {
    let unknown = |body: &str| body.replacen("_", "-", 1);
    let bodies = corpus::message_bodies().into_iter().map(unknown).collect::<Vec<_>>();
    race::<Message>("decode unknown", self::bodies(bodies.iter().map(String::as_str).collect()))
}

fn bodies(bodies: Vec<&str>) -> Bodies {
    let messages = corpus::messages();
    let body = |(body, message): (&str, &corpus::Message)| (message.status, body.into());
    bodies.into_iter().zip(&messages).map(body).collect()
}

fn race<C: Catalog>(what: &'static str, bodies: Bodies) -> Race<'static> {
    let of = |pass: fn(&Bodies)| -> Box<dyn FnMut()> {
        let bodies = bodies.clone();
        Box::new(move || pass(&bodies))
    };
    let ways = vec![
        ("error-catalog", of(ours::<C>)),
        ("serde_json borrowed, match", of(borrowed)),
        ("serde_json owned, match", of(owned)),
        ("serde_json Value", of(value)),
    ];
    Race {
        what,
        items: bodies.len(),
        ways,
    }
}

fn ours<C: Catalog>(bodies: &Bodies) {
    for (status, body) in bodies {
        black_box(decode::<C>(Response::new(*status, body)));
    }
}

fn borrowed(bodies: &Bodies) {
    for (_, body) in bodies {
        let envelope: Borrowed = from_slice(body).unwrap();
        black_box((Kind::from_code(&envelope.code), envelope));
    }
}

fn owned(bodies: &Bodies) {
    for (_, body) in bodies {
        let envelope: Owned = from_slice(body).unwrap();
        black_box((Kind::from_code(&envelope.code), envelope));
    }
}

fn value(bodies: &Bodies) {
    for (_, body) in bodies {
        let value: Value = from_slice(body).unwrap();
        let code = value["code"].as_str().unwrap_or_default();
        black_box((Kind::from_code(code), value));
    }
}

/// Asserts that all ways read the same errors.
pub fn verify() {
    let messages = corpus::messages();
    let bodies = corpus::message_bodies().into_iter().zip(corpus::members_bodies());
    for ((message, members), wanted) in bodies.zip(&messages) {
        let ours = decode::<Message>(Response::new(wanted.status, message));
        assert_eq!(ours.error().unwrap().to_string(), wanted.text);
        let ours = decode::<Members>(Response::new(wanted.status, members));
        let theirs = from_slice::<WithFields>(members.as_bytes()).unwrap().error().unwrap();
        let code = ours.error().unwrap().code().to_string();
        assert_eq!((code.as_str(), ours.error().unwrap().to_string()), (theirs.code(), theirs.to_string()));
        assert_eq!(theirs.to_string(), wanted.text);
    }
}
