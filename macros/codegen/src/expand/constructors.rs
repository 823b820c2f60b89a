//! The constructors of errors, one for each entry.

use super::kind::KindVariant;
use super::types::Shown;
use crate::attributes::Target;
use crate::plan::{Plan, ValueType, Variant};
use crate::source;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn expand(
    target: &Target,
    plan: &Plan,
    kinds: &[KindVariant],
    shown: &Shown<'_>,
) -> Option<TokenStream> {
    let error = &target.names.error;
    let mut writer = Writer {
        error: error.to_string(),
        visibility: source::text(target.constructors.as_ref()?),
        shown,
        into: shown.into(),
        known: Vec::new(),
    };
    let mut text = String::new();
    for (index, (kind, variant)) in kinds.iter().zip(&plan.variants).enumerate() {
        writer.constructor(index, kind, variant, &mut text);
    }
    let constructors = source::parse(&text);
    Some(quote! {
        #[allow(deprecated, dead_code, clippy::too_many_arguments)]
        impl #error {
            #constructors
        }
    })
}

struct Writer<'s> {
    error: String,
    visibility: String,
    shown: &'s Shown<'s>,
    into: &'static str,
    /// The names of the types that were needed, as each is looked up among the user's names.
    known: Vec<(ValueType, &'static str)>,
}

impl Writer<'_> {
    /// Writes the constructor of an error, with the documentation of its kind; optional fields start out absent.
    ///
    /// The function of its group does the rest: every call that can unwind makes each of the thousands of constructors
    /// more expensive to build.
    fn constructor(
        &mut self,
        index: usize,
        documented: &KindVariant,
        variant: &Variant,
        text: &mut String,
    ) {
        let Variant {
            name,
            constructor,
            fields,
            group,
            ..
        } = variant;
        text.push_str("#[doc = ");
        source::literal(&documented.docs, text);
        text.push_str("]\n");
        if let Some(deprecated) = &documented.deprecated {
            source::add(text, format_args!("{deprecated}\n"));
        }
        let (mut parameters, mut arguments) = (String::new(), String::new());
        for field in fields.iter().filter(|it| !it.field_type.is_optional) {
            let (into, shown) = (self.into, self.type_of(field.field_type.value));
            let field = field.name.as_str();
            source::add(
                &mut parameters,
                format_args!("{field}: impl {into}<{shown}>,"),
            );
            source::add(&mut arguments, format_args!(",{field}"));
        }
        let value = if fields.is_empty() {
            // Not of `Self`, whose variants the compiler searches one after the other.
            format!("{}::{}", self.error, name.as_str())
        } else {
            format!("new_{group}({index}{arguments})")
        };
        let (visibility, constructor) = (&self.visibility, constructor.as_str());
        source::add(
            text,
            format_args!(
                "#[inline] {visibility} fn {constructor}({parameters}) -> Self {{ {value} }}\n"
            ),
        );
    }

    fn type_of(&mut self, value: ValueType) -> &'static str {
        if let Some((_, name)) = self.known.iter().find(|(known, _)| *known == value) {
            return name;
        }
        let name = self.shown.of(value);
        self.known.push((value, name));
        name
    }
}
