// Every way to use the enums of a catalog, for the cases that pass and those that fail.

use error_catalog::{
    BatchBody, Catalog, CatalogError, CatalogKind, Decoded, Occurrence, Outcome as Read, Response,
};
use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::fmt;

const LIMIT: ChargesErrorKind = ChargesErrorKind::RateLimited;
static KINDS: &[ChargesErrorKind] = ChargesErrorKind::ALL;
const COUNT: usize = ChargesErrorKind::ALL.len();
static SEEN: [bool; ChargesErrorKind::ALL.len()] = [false; COUNT];

type Outcome<T = (), E = ChargesError> = Result<T, E>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum ShopError {
    Charges(ChargesError),
    Kind { kind: ChargesErrorKind },
    Text(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Reason(ChargesErrorKind);

impl fmt::Display for ShopError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Charges(error) => error.fmt(formatter),
            Self::Kind { kind } => write!(formatter, "{kind}: {kind:?}"),
            Self::Text(text) => formatter.write_str(text),
        }
    }
}

impl Error for ShopError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Charges(error) => Some(error),
            _ => None,
        }
    }
}

impl From<ChargesError> for ShopError {
    fn from(error: ChargesError) -> Self {
        Self::Charges(error)
    }
}

impl From<ChargesErrorKind> for ShopError {
    fn from(kind: ChargesErrorKind) -> Self {
        Self::Kind { kind }
    }
}

impl From<fmt::Error> for ShopError {
    fn from(error: fmt::Error) -> Self {
        Self::Text(error.to_string())
    }
}

impl From<fmt::Error> for ChargesError {
    fn from(error: fmt::Error) -> Self {
        Self::card_declined(error.to_string())
    }
}

impl From<std::io::Error> for ChargesError {
    fn from(_: std::io::Error) -> Self {
        Self::RateLimited
    }
}

trait Respond {
    fn number(&self) -> u16;
}

impl Respond for ChargesError {
    fn number(&self) -> u16 {
        self.status().as_u16()
    }
}

impl Respond for ChargesErrorKind {
    fn number(&self) -> u16 {
        match self {
            Self::CardDeclined => 402,
            Self::RateLimited => 429,
            _ => self.status().as_u16(),
        }
    }
}

impl ChargesError {
    fn is_soft(&self) -> bool {
        matches!(self, Self::RateLimited | Self::TimedOut { .. })
    }
}

fn construct(reason: &str) -> Outcome<u8> {
    if reason.is_empty() {
        return Err(ChargesError::rate_limited());
    }
    if reason == "late" {
        Err(ChargesError::timed_out("30"))?;
    }
    if reason == "limit" {
        Err(ChargesError::RateLimited)?;
    }
    let error = ChargesError::CardDeclined {
        reason: reason.to_owned().into(),
    };
    Err(error)
}

fn propagate(text: &str) -> Outcome<u8> {
    let number = construct(text)?;
    let converted = text
        .parse::<u8>()
        .map_err(|error| ChargesError::card_declined(error.to_string()))?;
    let found = text
        .strip_prefix('a')
        .ok_or_else(ChargesError::rate_limited)?;
    let other = Some(1).ok_or(ChargesError::RateLimited)?;
    std::fs::read(found).map_err(ChargesError::from)?;
    std::fs::read(found)?;
    Ok(number + converted + other)
}

fn convert(text: &str) -> Result<u8, ShopError> {
    let number = propagate(text)?;
    if number > 1 {
        return Err(LIMIT.into());
    }
    Ok(number)
}

fn boxed(text: &str) -> Result<u8, Box<dyn Error>> {
    if text.is_empty() {
        return Err(Box::new(ChargesError::rate_limited()));
    }
    if text == "late" {
        return Err(ChargesError::timed_out("30").into());
    }
    Ok(propagate(text)?)
}

fn sendable(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
    Ok(propagate(text)?)
}

async fn later(text: &str) -> Outcome<u8> {
    let boxed: Box<dyn Error + Send + Sync> = ChargesError::rate_limited().into();
    drop(boxed);
    propagate(text)
}

fn opaque() -> impl Error + Send + Sync + 'static {
    ChargesError::card_declined("expired")
}

fn describe(error: &ChargesError) -> String {
    match error {
        ChargesError::CardDeclined { reason } if reason.is_empty() => String::new(),
        ChargesError::CardDeclined { reason } => reason.to_string(),
        ChargesError::RateLimited => "limit".to_owned(),
        other => other.message(),
    }
}

fn take(error: ChargesError) -> Option<String> {
    if let ChargesError::CardDeclined { reason, .. } = &error {
        return Some(reason.to_string());
    }
    let ChargesError::CardDeclined { reason } = error else {
        return None;
    };
    Some(reason.into())
}

fn name(kind: ChargesErrorKind) -> &'static str {
    match kind {
        LIMIT => "limit",
        ChargesErrorKind::CardDeclined => "declined",
        _ => kind.as_str(),
    }
}

fn inspect(error: &ChargesError) -> bool {
    let kind = error.kind();
    let is_known = KINDS.contains(&kind) && SEEN.len() == COUNT;
    println!(
        "{error} {error:?} {kind} {kind:?} {} {}",
        error.code(),
        error.message()
    );
    println!(
        "{:?} {:?}",
        error.retry().is_retryable(),
        error.entry().category()
    );
    for param in error.entry().params() {
        println!("{} {:?}", param.name(), kind.documentation().title());
    }
    is_known
        && error.is_soft()
        && kind == ChargesErrorKind::RateLimited
        && error.number() == kind.number()
}

fn look_up(code: &str) -> Option<ChargesErrorKind> {
    let kind = ChargesErrorKind::from_code(code, 402)?;
    let parsed: ChargesErrorKind = code.parse().ok()?;
    let _ = code.parse::<ChargesErrorKind>();
    (kind == parsed).then_some(kind)
}

fn collect() -> usize {
    let mut counts: HashMap<ChargesErrorKind, usize> = HashMap::new();
    *counts.entry(ChargesErrorKind::RateLimited).or_default() += 1;
    let kinds: BTreeSet<ChargesErrorKind> = ChargesErrorKind::ALL.iter().copied().collect();
    let statuses: Vec<u16> = ChargesErrorKind::ALL
        .iter()
        .map(|kind| kind.status().as_u16())
        .collect();
    for kind in ChargesErrorKind::ALL {
        println!("{kind} {}", kind.code());
    }
    counts.len() + kinds.len() + statuses.len()
}

fn downcast(error: &(dyn Error + 'static)) -> bool {
    error
        .downcast_ref::<ChargesError>()
        .is_some_and(|error| error.kind() == ChargesErrorKind::RateLimited)
}

fn kind_of<E: CatalogError>(error: &E) -> E::Kind {
    error.kind()
}

fn count<K: CatalogKind>() -> usize {
    K::ALL.len()
}

fn catalog_name<C: Catalog>() -> &'static str {
    C::META.name()
}

fn first<C: Catalog>(errors: &[C::Error]) -> Option<<C::Error as CatalogError>::Kind> {
    errors.first().map(kind_of)
}

mod shared {
    pub(crate) use super::{Charges, ChargesError, ChargesErrorKind};

    pub(crate) fn limit() -> ChargesError {
        use super::*;
        ChargesError::rate_limited()
    }
}

#[derive(Debug, ErrorCatalog)]
#[catalog(builtin = "http-api")]
enum Outer {
    #[catalog(transparent)]
    Charges(#[from] ChargesError),
    #[catalog(id = "PERMISSION_DENIED")]
    Denied,
}

fn outer(text: &str) -> Result<u8, Outer> {
    if text.is_empty() {
        return Err(Outer::Denied);
    }
    Ok(propagate(text)?)
}

struct Seen {
    last: Option<Decoded<'static, Charges>>,
}

fn read(response: Response<'_>) -> Result<u16, shared::ChargesError> {
    let decoded = Charges::decode(response);
    let seen = Seen {
        last: Some(shared::Charges::decode(response).into_owned()),
    };
    let advice = match decoded.outcome() {
        Read::Known(ChargesError::CardDeclined { reason }) => reason.to_string(),
        Read::Known(error) => format!("{error} {:?}", error.retry()),
        _ => format!("{:?}", decoded.message()),
    };
    if decoded.kind() == Some(shared::ChargesErrorKind::RateLimited) {
        println!("{advice} {:?}", decoded.retry_after());
    }
    let again = error_catalog::decode::<Charges>(response);
    if let Some(error) = again.error() {
        println!("{error} {}", seen.last.is_some());
    }
    Charges::decode(response)
        .into_error()
        .map_or_else(|decoded| Ok(decoded.status()), Err)
}

fn generic<C: Catalog>(response: Response<'_>) -> Option<C::Error> {
    error_catalog::decode::<C>(response).into_error().ok()
}

fn write(error: ChargesError) -> Vec<u8> {
    let mut body = error.to_body();
    println!("{:?}", error.documentation().title());
    let batch: Option<BatchBody<Charges>> = None;
    if batch.is_none() {
        body.extend(Occurrence::new(error).with_reference("r").to_body());
    }
    body
}

fn serialize(error: &ChargesError) -> Result<bool, serde_json::Error> {
    let again: ChargesError = serde_json::from_str(&serde_json::to_string(error)?)?;
    let kind = serde_json::to_string(&error.kind())?;
    Ok(again == *error && serde_json::from_str::<ChargesErrorKind>(&kind)? == again.kind())
}

fn exchange() {
    let response = Response::new(429, "{}");
    println!(
        "{:?} {:?} {:?} {:?} {:?}",
        read(response),
        generic::<Charges>(response),
        outer("a").map_err(|error| error.kind()),
        write(shared::limit()).len(),
        serialize(&ChargesError::RateLimited).is_ok(),
    );
}

fn use_everything() {
    exchange();
    let error = ChargesError::rate_limited();
    assert_eq!(error.clone(), error);
    assert!(error != ChargesError::card_declined("expired"));
    let shown: &dyn Error = &error;
    let results: Result<Vec<u8>, ChargesError> = ["a", "b"].into_iter().map(construct).collect();
    let closure = || Err::<(), _>(ChargesError::timed_out("30"));
    let kinds = [Reason(kind_of(&error)), Reason(LIMIT)];
    let optional: Option<ChargesError> = None;
    println!("{shown} {results:?} {:?} {kinds:?} {}", closure(), opaque());
    println!(
        "{:?} {}",
        optional.as_ref().map(ChargesError::kind),
        Charges::META.name()
    );
    println!(
        "{} {}",
        count::<ChargesErrorKind>(),
        catalog_name::<Charges>()
    );
    println!(
        "{:?} {}",
        first::<Charges>(&[]),
        <Charges as Catalog>::META.len()
    );
    println!(
        "{:?} {:?} {:?}",
        convert("a"),
        boxed("a").is_ok(),
        sendable("a").is_ok()
    );
    println!(
        "{:?} {:?} {}",
        look_up("A"),
        take(error.clone()),
        describe(&error)
    );
    println!(
        "{} {} {} {}",
        name(error.kind()),
        inspect(&error),
        collect(),
        downcast(shown)
    );
    drop(later("a"));
}
