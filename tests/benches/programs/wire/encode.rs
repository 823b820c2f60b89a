//! From an error to the body.

use crate::by_hand::Error;
use crate::envelope::{self, WithFields};
use crate::race::Race;
use crate::{corpus, Members, MembersError, Message, MessageError};
use error_catalog::{decode, Response};
use serde_json::{from_slice, to_vec};
use std::hint::black_box;

/// The same error by hand and from the catalogs, and its message.
struct Same {
    hand: Error,
    message: MessageError,
    members: MembersError,
    text: String,
}

fn errors() -> Vec<Same> {
    let bodies = corpus::members_bodies().into_iter().zip(corpus::messages());
    let same = |(body, message): (&str, corpus::Message)| {
        let response = Response::new(message.status, body);
        Same {
            hand: from_slice::<WithFields>(body.as_bytes()).unwrap().error().unwrap(),
            message: decode::<Message>(response).into_error().ok().unwrap(),
            members: decode::<Members>(response).into_error().ok().unwrap(),
            text: message.text,
        }
    };
    bodies.map(same).collect()
}

pub fn message() -> Race<'static> {
    let written = |hand: &Error, message: &str| {
        let (code, status) = (hand.code(), hand.status());
        to_vec(&envelope::Message { code, message, status }).unwrap()
    };
    race("encode message", |same| same.message.to_body(), written)
}

pub fn members() -> Race<'static> {
    let written = |hand: &Error, message: &str| to_vec(&envelope::members(hand, message)).unwrap();
    race("encode members", |same| same.members.to_body(), written)
}

fn race(what: &'static str, ours: fn(&Same) -> Vec<u8>, theirs: fn(&Error, &str) -> Vec<u8>) -> Race<'static> {
    let (of_ours, of_theirs, of_both) = (errors(), errors(), errors());
    for same in &of_ours {
        let (ours, theirs) = (ours(same), theirs(&same.hand, &same.text));
        let parsed: [serde_json::Value; 2] = [&ours, &theirs].map(|body| from_slice(body).unwrap());
        assert_eq!(parsed[0], parsed[1]);
    }
    Race {
        what,
        items: of_ours.len(),
        ways: vec![
            (
                "error-catalog",
                Box::new(move || of_ours.iter().for_each(|same| { black_box(ours(same)); })),
            ),
            (
                "serde_json",
                Box::new(move || of_theirs.iter().for_each(|same| { black_box(theirs(&same.hand, &same.text)); })),
            ),
            (
                "Display, serde_json",
                Box::new(move || of_both.iter().for_each(|same| { black_box(theirs(&same.hand, &same.hand.to_string())); })),
            ),
        ],
    }
}
