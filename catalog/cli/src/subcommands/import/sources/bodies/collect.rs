//! Reads all responses on several cores, in the order of the input, and keeps what they have in common.

use super::known;
use super::observe::{observe, Observation};
use super::progress;
use super::reader;
use super::record::{Raw, Record, Unusable};
use super::Syntax;
use crate::failure::Failure;
use crate::subcommands::import::align::Messages;
use crate::subcommands::import::draft::{Code, Place};
use crate::subcommands::import::sources::shape::{Envelope, Given};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::mpsc::{sync_channel, Receiver, SyncSender};
use std::sync::Mutex;
use std::thread;

/// How many responses the envelopes are found in.
const SAMPLES: usize = 2_000;
/// The most codes of an API.
const MOST_CODES: usize = 20_000;

/// What all responses have in common.
pub(super) struct Collected {
    /// The envelopes, each with the number of its responses in the sample.
    pub(super) envelopes: Vec<(Envelope, usize)>,
    pub(super) samples: usize,
    /// The errors, in the order in which they occur.
    pub(super) errors: Vec<Error>,
    pub(super) unusable: BTreeMap<Unusable, (usize, Place)>,
    by_key: HashMap<(usize, Code, Option<u16>), usize>,
    /// The number of errors that are not kept, because there are too many codes.
    pub(super) dropped: usize,
}

/// The responses with one code.
pub(super) struct Error {
    pub(super) envelope: usize,
    pub(super) code: Code,
    pub(super) statuses: BTreeMap<u16, usize>,
    pub(super) messages: Messages,
    pub(super) count: usize,
    pub(super) place: Place,
}

/// A batch with its number, and what is in it.
type Numbered<T> = (usize, Vec<T>);
type Observed = Result<Vec<Observation>, (Unusable, Place)>;

/// Reads all files.
///
/// # Errors
///
/// A file cannot be read.
pub(super) fn collect(
    files: &[PathBuf],
    syntax: Option<Syntax>,
    given: &Given,
) -> Result<Collected, Failure> {
    let bar = progress::bar(files);
    let (sender, batches) = sync_channel::<Vec<Raw>>(2);
    let reading = bar.clone();
    let collected = thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut sink = |batch| sender.send(batch).is_ok();
            reader::read(files, syntax, &mut sink, &|bytes| reading.inc(bytes))
        });
        let collected = process(batches, given);
        match reader.join() {
            Ok(read) => read.map(|()| collected),
            Err(_) => Err(Failure::new("the responses could not be read")),
        }
    });
    bar.finish_and_clear();
    collected
}

/// Finds the envelopes in the first batches, and then observes all.
fn process(batches: Receiver<Vec<Raw>>, given: &Given) -> Collected {
    let mut first: Vec<Vec<Raw>> = Vec::new();
    let mut samples: Vec<Record> = Vec::new();
    while samples.len() < SAMPLES {
        let Ok(batch) = batches.recv() else {
            break;
        };
        let room = SAMPLES - samples.len();
        samples.extend(
            batch
                .iter()
                .filter_map(|raw| raw.read().ok())
                .flatten()
                .take(room),
        );
        first.push(batch);
        if first.len() >= 8 {
            break;
        }
    }
    let known = known::envelopes(&samples, given);
    let envelopes: Vec<Envelope> = known.iter().map(|(envelope, _)| envelope.clone()).collect();
    let mut collected = Collected {
        envelopes: known,
        samples: samples.len(),
        errors: Vec::new(),
        unusable: BTreeMap::new(),
        by_key: HashMap::new(),
        dropped: 0,
    };
    drop(samples);
    observe_all(first, batches, &envelopes, &mut |observed| {
        collected.add(observed);
    });
    collected
}

/// Observes all batches on all cores, and hands over what is in them in order.
fn observe_all(
    first: Vec<Vec<Raw>>,
    batches: Receiver<Vec<Raw>>,
    envelopes: &[Envelope],
    add: &mut dyn FnMut(Observed),
) {
    let workers = thread::available_parallelism()
        .map_or(1, std::num::NonZero::get)
        .clamp(1, 16);
    let all = Mutex::new(first.into_iter().chain(batches).enumerate());
    // Few batches are in memory at once: a worker waits until what it has observed is added.
    let (sender, results) = sync_channel::<Numbered<Observed>>(workers);
    thread::scope(|scope| {
        for _ in 0..workers {
            let sender = sender.clone();
            let all = &all;
            scope.spawn(move || work(all, envelopes, &sender));
        }
        drop(sender);
        let mut waiting: BTreeMap<usize, Vec<Observed>> = BTreeMap::new();
        let mut next = 0;
        for (number, batch) in results {
            waiting.insert(number, batch);
            while let Some(batch) = waiting.remove(&next) {
                next += 1;
                batch.into_iter().for_each(&mut *add);
            }
        }
    });
}

fn work<I: Iterator<Item = (usize, Vec<Raw>)>>(
    all: &Mutex<I>,
    envelopes: &[Envelope],
    sender: &SyncSender<Numbered<Observed>>,
) {
    loop {
        let next = match all.lock() {
            Ok(mut all) => all.next(),
            Err(_) => None,
        };
        let Some((number, batch)) = next else {
            return;
        };
        let observed = batch
            .iter()
            .map(|raw| observe(raw, envelopes).map_err(|why| (why, raw.place().clone())));
        if sender.send((number, observed.collect())).is_err() {
            return;
        }
    }
}

impl Collected {
    fn add(&mut self, observed: Observed) {
        match observed {
            Ok(observations) => {
                for observation in observations {
                    self.observation(observation);
                }
            }
            Err((why, place)) => self.unusable.entry(why).or_insert((0, place)).0 += 1,
        }
    }

    fn observation(&mut self, observation: Observation) {
        let Observation {
            envelope,
            code,
            status,
            message,
            place,
        } = observation;
        // Without a code, errors are told apart by their status.
        let status_of_key = status.filter(|_| code == Code::None);
        let next = self.errors.len();
        if next >= MOST_CODES
            && !self
                .by_key
                .contains_key(&(envelope, code.clone(), status_of_key))
        {
            self.dropped += 1;
            return;
        }
        let at = *self
            .by_key
            .entry((envelope, code.clone(), status_of_key))
            .or_insert(next);
        if at == next {
            self.errors.push(Error {
                envelope,
                code,
                statuses: BTreeMap::new(),
                messages: Messages::default(),
                count: 0,
                place,
            });
        }
        let Some(error) = self.errors.get_mut(at) else {
            return;
        };
        error.count += 1;
        if let Some(status) = status {
            *error.statuses.entry(status).or_default() += 1;
        }
        if let Some(message) = message {
            error.messages.add(&message);
        }
    }
}
