//! Serde for decoded responses, for logs: the shape of `cargo error-catalog decode --format json`, without what only the
//! catalog's file has.

use super::depth::DEEPEST;
use crate::decode::REDACTED;
use crate::{
    Batch, Catalog, CatalogError, CatalogKind, Code, Decoded, Entry, Json, Outcome, Param,
    ParamType, ResponseError, Retry, RetryUnit, Value,
};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::time::Duration;
use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// The maximum number of warnings.
const MOST_WARNINGS: usize = 1_000;

/// How deep errors within errors are shown: serializers recurse for each level.
const DEEPEST_CAUSE: usize = 16;

/// Serializes what the response says, for logs: an object without the keys that do not apply. Sensitive parameters are
/// redacted. If the catalog has any, so is all text that is not documented.
impl<C: Catalog> Serialize for Decoded<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shown(self, DEEPEST_CAUSE).serialize(serializer)
    }
}

/// Serializes what the response says, as for [`Decoded`], and the `attempts` before it, if there are any: the status of
/// each, if a response came, the id of its error, if the catalog has it, and the delay after it in seconds.
impl<C: Catalog> Serialize for ResponseError<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        Shown(self, DEEPEST_CAUSE).members(&mut map)?;
        #[cfg(feature = "http")]
        super::attempts::write(self.attempts(), &mut map)?;
        map.end()
    }
}

/// A response, and how many levels of errors within it are shown.
struct Shown<'d, 'r, C: Catalog>(&'d Decoded<'r, C>, usize);

impl<C: Catalog> Serialize for Shown<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.members(&mut map)?;
        map.end()
    }
}

impl<C: Catalog> Shown<'_, '_, C> {
    fn members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let Self(decoded, depth) = *self;
        map.serialize_entry("catalog", C::meta().name())?;
        map.serialize_entry("outcome", outcome(decoded))?;
        let is_whole = depth == DEEPEST_CAUSE;
        optional(map, "is_error", is_whole.then(|| decoded.is_error()))?;
        map.serialize_entry("summary", &decoded.to_string())?;
        map.serialize_entry("status", &decoded.status())?;
        optional(map, "body_status", decoded.body_status())?;
        optional(map, "envelope", decoded.envelope())?;
        code(map, decoded)?;
        let message = decoded.message().and_then(|_| decoded.shown_message());
        optional(map, "message", message)?;
        optional(map, "scope", scope(decoded))?;
        let reference = decoded.reference().map(shown_text::<C>);
        optional(map, "reference", reference)?;
        optional(map, "error", decoded.kind().map(Identity))?;
        optional(map, "fields", fields(decoded))?;
        let certain = decoded.error().map(|_| decoded.is_certain());
        optional(map, "certain", certain)?;
        optional(map, "retry", advice(decoded))?;
        let seconds = decoded.retry_after().map(whole_seconds);
        optional(map, "retry_after", seconds)?;
        let extras: Vec<_> = decoded.extras().collect();
        if !extras.is_empty() {
            map.serialize_entry("extras", &Object(|| extras.iter().map(shown_member::<C>)))?;
        }
        let warnings = warnings(decoded);
        optional(map, "warnings", (!warnings.is_empty()).then_some(warnings))?;
        let inner = depth.checked_sub(1);
        let inner = inner.filter(|_| decoded.causes().next().is_some());
        optional(map, "causes", inner.map(|depth| Causes(decoded, depth)))?;
        let is_listed = is_whole && decoded.is_in_array();
        optional(map, "errors", is_listed.then_some(Equals(decoded)))?;
        let batch = decoded.batch().filter(|_| is_whole);
        optional(map, "batch", batch.as_ref().map(Elements))?;
        Ok(())
    }
}

fn optional<M: SerializeMap>(
    map: &mut M,
    key: &str,
    value: Option<impl Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

fn outcome<C: Catalog>(decoded: &Decoded<'_, C>) -> &'static str {
    match decoded.outcome() {
        Outcome::Known(_) => "known",
        Outcome::Partial(_) => "partial",
        Outcome::Unknown(_) => "unknown",
        Outcome::Batch => "batch",
        Outcome::Foreign(_) => "foreign",
    }
}

/// Writes the code: a string, a number, or null.
fn code<C: Catalog, M: SerializeMap>(
    map: &mut M,
    decoded: &Decoded<'_, C>,
) -> Result<(), M::Error> {
    let shown = decoded.shown_code();
    match decoded.code() {
        Code::Number(number) if number.to_string() == shown => map.serialize_entry("code", &number),
        Code::None => map.serialize_entry("code", &()),
        _ => map.serialize_entry("code", &shown),
    }
}

fn is_guarded<C: Catalog>() -> bool {
    C::meta().has_sensitive_params()
}

/// Text that the catalog does not document.
fn shown_text<C: Catalog>(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_guarded::<C>() {
        return Cow::Borrowed(REDACTED);
    }
    text
}

fn scope<'d, C: Catalog>(decoded: &'d Decoded<'_, C>) -> Option<Cow<'d, str>> {
    let scope = decoded.scope()?;
    let documented = decoded.entry().and_then(Entry::scope);
    Some(match documented {
        Some(documented) if documented == scope => scope,
        _ => shown_text::<C>(scope),
    })
}

/// The entry, and its variant in Rust.
struct Identity<K>(K);

impl<K: CatalogKind> Serialize for Identity<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("id", self.0.entry().id())?;
        map.serialize_entry("variant", &format!("{:?}", self.0))?;
        map.end()
    }
}

/// The fields of the typed error.
struct Fields<'e, E> {
    error: &'e E,
    is_shown: bool,
}

fn fields<'d, C: Catalog>(decoded: &'d Decoded<'_, C>) -> Option<Fields<'d, C::Error>> {
    Some(Fields {
        error: decoded.error()?,
        is_shown: !is_guarded::<C>() || decoded.is_as_documented(),
    })
}

impl<E: CatalogError> Serialize for Fields<'_, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        let mut result = Ok(());
        self.error.fields(&mut |values| {
            let params = self.error.entry().params();
            result = params.zip(values).try_for_each(|(param, value)| {
                let is_redacted = param.is_sensitive() || !self.is_shown;
                sequence.serialize_element(&Field {
                    param,
                    value: if is_redacted { Value::Absent } else { *value },
                    is_redacted,
                })
            });
        });
        result?;
        sequence.end()
    }
}

struct Field<'e> {
    param: Param,
    value: Value<'e>,
    is_redacted: bool,
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.param.name())?;
        map.serialize_entry("field", self.param.field())?;
        map.serialize_entry("type", self.param.param_type().as_str())?;
        if self.is_redacted {
            map.serialize_entry("sensitive", &true)?;
        }
        map.serialize_entry("value", &Data(self.value, self.param.param_type()))?;
        map.end()
    }
}

struct Data<'e>(Value<'e>, ParamType);

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) if self.1 == ParamType::Json => match Json::parse(text.as_bytes()) {
                Ok(json) => Part(json).serialize(serializer),
                Err(_) => serializer.serialize_str(text),
            },
            Value::Text(text) => serializer.serialize_str(text),
            Value::Integer(number) => serializer.serialize_i64(number),
            Value::Boolean(flag) => serializer.serialize_bool(flag),
            Value::List(list) => serializer.collect_seq(list.iter().map(|text| &**text)),
            Value::Display(value) => serializer.collect_str(value),
            _ => serializer.serialize_unit(),
        }
    }
}

/// A part of the body; as a string if it is nested too deep for a serializer.
struct Part<'d>(Json<'d>);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = self.0.as_written();
        if is_flat(written) {
            return self.0.serialize(serializer);
        }
        serializer.serialize_str(written)
    }
}

/// Returns whether a serializer can recurse into JSON. Brackets in strings count, which is too careful at most.
fn is_flat(written: &str) -> bool {
    let mut depth = 0_usize;
    written.bytes().all(|byte| {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth < DEEPEST
    })
}

/// A part of the body that can be anything.
enum Any<'d> {
    Redacted,
    Part(Part<'d>),
}

impl Serialize for Any<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Redacted => serializer.serialize_str(REDACTED),
            Self::Part(part) => part.serialize(serializer),
        }
    }
}

fn any<C: Catalog>(json: Json<'_>) -> Any<'_> {
    if is_guarded::<C>() {
        Any::Redacted
    } else {
        Any::Part(Part(json))
    }
}

fn shown_member<'d, C: Catalog>(
    (name, json): &(&'static str, Json<'d>),
) -> (&'static str, Any<'d>) {
    (name, any::<C>(*json))
}

/// The advice, as a catalog has it.
struct Advice(Entry);

fn advice<C: Catalog>(decoded: &Decoded<'_, C>) -> Option<Advice> {
    let entry = decoded.entry()?;
    (entry.retry() != Retry::Undocumented).then_some(Advice(entry))
}

impl Serialize for Advice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_safe = self.0.is_safe_to_retry();
        let (key, value) = match self.0.retry() {
            Retry::Never => return serializer.serialize_str("never"),
            Retry::AfterFix => return serializer.serialize_str("after-fix"),
            Retry::Backoff if is_safe => ("backoff", Cow::Borrowed("")),
            Retry::Backoff => return serializer.serialize_str("backoff"),
            Retry::After(time) => ("after", Cow::Owned(duration(time))),
            Retry::Header(name) => ("header", Cow::Borrowed(name)),
            Retry::Param(name) => ("param", Cow::Borrowed(name)),
            _ => return serializer.serialize_unit(),
        };
        let mut map = serializer.serialize_map(None)?;
        match key {
            "backoff" => map.serialize_entry(key, &true)?,
            _ => map.serialize_entry(key, &value)?,
        }
        let unit = self.0.retry_unit().map(RetryUnit::as_str);
        optional(&mut map, "unit", unit)?;
        optional(&mut map, "safe", is_safe.then_some(true))?;
        map.end()
    }
}

/// Writes a duration as catalogs do, in the largest whole unit; one day is `24h`.
fn duration(time: Duration) -> String {
    match time.as_secs() {
        seconds if seconds > 86_400 && seconds % 86_400 == 0 => format!("{}d", seconds / 86_400),
        seconds if seconds > 0 && seconds % 3_600 == 0 => format!("{}h", seconds / 3_600),
        seconds if seconds > 0 && seconds % 60 == 0 => format!("{}m", seconds / 60),
        seconds => format!("{seconds}s"),
    }
}

/// Rounds up, because retrying too early is worse than too late.
fn whole_seconds(delay: Duration) -> u64 {
    let fraction = u64::from(delay.subsec_nanos() > 0);
    delay.as_secs().saturating_add(fraction)
}

fn warnings<C: Catalog>(decoded: &Decoded<'_, C>) -> Vec<String> {
    let all = decoded.warnings();
    let more = all.len().saturating_sub(MOST_WARNINGS);
    let more = (more > 0).then(|| format!("and {more} more"));
    let first = all.iter().take(MOST_WARNINGS).map(ToString::to_string);
    first.chain(more).collect()
}

/// The errors within an error.
struct Causes<'d, 'r, C: Catalog>(&'d Decoded<'r, C>, usize);

impl<C: Catalog> Serialize for Causes<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for cause in self.0.causes() {
            sequence.serialize_element(&Shown(&cause, self.1))?;
        }
        sequence.end()
    }
}

/// The errors of equal rank.
struct Equals<'d, 'r, C: Catalog>(&'d Decoded<'r, C>);

impl<C: Catalog> Serialize for Equals<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for error in self.0.errors() {
            sequence.serialize_element(&Shown(&error, DEEPEST_CAUSE - 1))?;
        }
        sequence.end()
    }
}

/// The errors and results of a batch.
struct Elements<'d, 'b, C>(&'d Batch<'b, C>);

impl<C: Catalog> Serialize for Elements<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("errors", &Errors(self.0))?;
        let results = || {
            let results = self.0.results().zip(1..);
            results.map(|((name, json), number)| (key::<C>(name, number), any::<C>(json)))
        };
        map.serialize_entry("results", &Object(results))?;
        map.end()
    }
}

/// The key of the element of a batch with this number.
fn key<C: Catalog>(key: Cow<'_, str>, number: usize) -> Cow<'_, str> {
    if is_guarded::<C>() {
        return Cow::Owned(format!("{REDACTED} {number}"));
    }
    key
}

struct Errors<'d, 'b, C>(&'d Batch<'b, C>);

impl<C: Catalog> Serialize for Errors<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for ((name, error), number) in self.0.errors().zip(1..) {
            let error = Shown(&error, DEEPEST_CAUSE - 1);
            map.serialize_entry(&key::<C>(name, number), &error)?;
        }
        map.end()
    }
}

/// An object of the members that a function iterates over.
struct Object<F>(F);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)>, F: Fn() -> I> Serialize for Object<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}
