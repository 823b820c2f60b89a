const _: fn() = || {
    let _ = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/errors/offline.ja.json")
    );
    let _ = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/errors/offline.json")
    );
};
///The errors of offline.
#[non_exhaustive]
#[allow(missing_docs)]
pub enum OfflineError {
    /**`PARSE_FAILED`.

```text
line {line} cannot be parsed
```*/
    ParseFailed { line: ::core::primitive::i64 },
    /**`END_OF_FILE`.

```text
the file ends too early
```*/
    EndOfFile,
}
///The kinds of [`OfflineError`]: its variants without their fields.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
#[non_exhaustive]
pub enum OfflineErrorKind {
    ///`PARSE_FAILED`.
    ParseFailed,
    ///`END_OF_FILE`.
    EndOfFile,
}
const _: () = {
    #[allow(unused_imports)]
    use ::error_catalog::__private::{
        self as __private, BoxedList as __BoxedList, BoxedText as __BoxedText,
        Boolean as __Boolean, Clone as __Clone, CompactText as __CompactText,
        From as __From, Integer as __Integer, IntoField as __IntoField, List as __List,
        None as __None, Option as __Option, Text as __Text, Value as __Value,
    };
    #[allow(unused_imports)]
    use ::error_catalog::__private::{Box, CompactText, IntoField, Text, Vec};
    #[allow(unused_imports)]
    use ::core::primitive::{bool, i64};
    static ENVELOPES: &[::error_catalog::envelope::Envelope] = &[];
    static TEMPLATES: ::error_catalog::__private::Templates = ::error_catalog::__private::Templates::new(
        r"line  cannot be parsedthe file ends too early",
        b"\0\0\0\0\x16\0\0\0 \0\0\0\x02\0\0\0\x16\0\0\0\x17\0\0\0(\0\0\0\x01\0\0@\x05\0\0\0\x11\0\0\xFF\x17\0\0\xFF",
        true,
    );
    static META: ::error_catalog::Meta = ::error_catalog::Meta::new(
            "offline",
            "PARSE_FAILEDline{line}行目を解析できません行目を解析できませんEND_OF_FILEファイルの終わりが早すぎます",
            b"\0\0\0\0\x0C\0\0\0\0\0\0\0\x0C\0\x01\x08@\0\0\0\x01\0\xFF\xFF\0\0|\0\0\0\0\0R\0\0\0\x0B\0\0\0R\0\0\0\x0B\0\x01\x08H\0\0\0\0\0\xFF\xFF\x01\0\xD8\0\0\0\0\0\x0C\0\0\0\x04\0\x01\0\0\0\0\0\x1E\0\0\xFF\x10\0\0\0$\0\0\0\x01\0\0\0\0\0\0\0\0\0\x01\x014\0\0\0\x1E\0\0\0H\0\0\0\x02\0\0\x80\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\0\0\xFF\xFF\xFF\xFF\0\0\xFF\xFF\xFF\xFF\0\0H\0\0\0\0\0\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0X\0\0\0*\0\0\xFF\x01\0\0\0\0\0\0\0\0\0\x01\x01]\0\0\0*\0\0\0\xB0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\0\0\xFF\xFF\xFF\xFF\0\0\xFF\xFF\xFF\xFF\0\0H\0\0\0\0\0\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xB4\0\0\0\0\0\0\0\0\0\0\0\x01\x01\xFF\xFF\0\0\0\0\0\0\x01\0\0\0\x01\0\0\0\x02\0\x02\0\0\0\0\0\x05\0\0\0\0\0\x16\0\0\0\x17\0\x01\0\0\0\x05\0\0\0\x11\0\0\0\0\0\x16\0\0\0\x17\0\x01\0\0\0\0\0\x02\0\0\0\x01\0",
            2u16,
            [268u32, 340u32],
            ENVELOPES,
            &TEMPLATES,
        )
        .with_languages("en", &[("ja", 0u8)]);
    static PROSE: &::core::primitive::str = r"";
    static PROSE_BYTES: &[::core::primitive::u8] = b"";
    const _: Offline = Offline;
    ::error_catalog::__with_wire! {
        #[allow(dead_code)] impl Offline { #[doc =
        r" Reads a response into the typed error, if the catalog knows it, and keeps everything else."]
        #[inline] pub fn decode(response : ::error_catalog::Response < '_ >,) ->
        ::error_catalog::Decoded < '_, Offline > { ::error_catalog::decode(response) } }
    }
    #[automatically_derived]
    impl __private::OfCatalog for OfflineError {
        type Catalog = Offline;
    }
    #[automatically_derived]
    impl ::error_catalog::Catalog for Offline {
        type Error = OfflineError;
        type Kind = OfflineErrorKind;
        const META: &'static ::error_catalog::Meta = &META;
        const PROSE: (
            &'static ::core::primitive::str,
            &'static [::core::primitive::u8],
        ) = (PROSE, PROSE_BYTES);
        #[inline]
        #[allow(unused_variables)]
        fn construct(
            kind: OfflineErrorKind,
            next: &mut ::error_catalog::__private::NextField<'_>,
        ) -> __Option<OfflineError> {
            let entry = kind.entry();
            match entry.group() {
                0 => __Option::Some(make_0(entry.index(), __private::take(next)?)),
                1 => __Option::Some(make_1(entry.index(), __private::take(next)?)),
                _ => __None,
            }
        }
    }
    use ::error_catalog::__private::variant_index as index;
    #[allow(deprecated, dead_code)]
    impl OfflineError {
        /// Returns the kind of the error: which one it is, without its fields.
        #[inline]
        pub fn kind(&self) -> OfflineErrorKind {
            ::error_catalog::__private::kind_at(index(self) as ::core::primitive::usize)
        }
        /// Returns the code that is sent, with its placeholders filled.
        #[inline]
        pub fn code(&self) -> ::error_catalog::Code<'static> {
            ::error_catalog::__private::code(self)
        }
        /// Returns the documented advice on retrying the request.
        #[inline]
        pub fn retry(&self) -> ::error_catalog::Retry {
            self.kind().retry()
        }
        /// Returns the error's entry in the catalog.
        #[inline]
        pub fn entry(&self) -> ::error_catalog::Entry {
            self.kind().entry()
        }
        /// Returns the error's documentation in the catalog.
        #[inline]
        pub fn documentation(&self) -> ::error_catalog::Documentation {
            self.kind().documentation()
        }
        /// Returns the message: the template filled with the fields. Faster than `to_string()`.
        #[inline]
        pub fn message(&self) -> ::error_catalog::__private::String {
            ::error_catalog::__private::message(self)
        }
    }
    ::error_catalog::__with_wire! {
        #[allow(dead_code)] impl OfflineError { #[doc =
        r" Returns the body of the response, as bytes; empty if the error is sent in a header."]
        #[inline] pub fn to_body(& self,) -> ::error_catalog::__private::Vec <
        ::core::primitive::u8 > { ::error_catalog::__private::to_body(self) } }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for OfflineError {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::error_catalog::__private::display(self, formatter)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for OfflineError {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::error_catalog::__private::debug(self, formatter)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for OfflineError {}
    #[automatically_derived]
    impl ::core::cmp::PartialEq for OfflineError {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            ::error_catalog::__private::equal(self, other)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for OfflineError {}
    #[allow(deprecated, dead_code, clippy::too_many_arguments)]
    impl OfflineError {
        ///`PARSE_FAILED`.
        pub fn parse_failed(line: impl IntoField<i64>) -> Self {
            new_0(0, line)
        }
        ///`END_OF_FILE`.
        #[inline]
        pub fn end_of_file() -> Self {
            OfflineError::EndOfFile
        }
    }
    #[allow(deprecated, dead_code, unused_variables, clippy::needless_pass_by_value)]
    #[inline]
    fn make_0(index: ::core::primitive::u16, (f0,): (__Integer,)) -> OfflineError {
        OfflineError::ParseFailed {
            line: f0,
        }
    }
    #[allow(dead_code, clippy::too_many_arguments)]
    #[inline]
    fn new_0(
        index: ::core::primitive::u16,
        f0: impl __IntoField<__Integer>,
    ) -> OfflineError {
        let (f0,) = __private::into_1(f0);
        make_0(index, (f0,))
    }
    #[allow(deprecated, dead_code, unused_variables, clippy::needless_pass_by_value)]
    #[inline]
    fn make_1(index: ::core::primitive::u16, (): ()) -> OfflineError {
        OfflineError::EndOfFile
    }
    enum __Fields<'error> {
        Group0(&'error __Integer),
        Group1(),
    }
    #[allow(deprecated)]
    #[inline]
    fn grouped(error: &OfflineError) -> __Fields<'_> {
        match error {
            OfflineError::ParseFailed { line: f0 } => __Fields::Group0(f0),
            _ => __Fields::Group1(),
        }
    }
    #[automatically_derived]
    #[allow(deprecated)]
    impl ::error_catalog::CatalogError for OfflineError {
        type Kind = OfflineErrorKind;
        #[inline]
        fn kind(&self) -> OfflineErrorKind {
            self.kind()
        }
        #[inline]
        fn fields(
            &self,
            visit: &mut dyn ::core::ops::FnMut(&[::error_catalog::Value<'_>]),
        ) {
            match grouped(self) {
                __Fields::Group0(f0) => {
                    visit(&[<__Value<'_> as __From<_>>::from(f0)]);
                }
                __Fields::Group1() => {
                    visit(&[]);
                }
            }
        }
    }
    #[automatically_derived]
    #[allow(deprecated)]
    impl ::core::clone::Clone for OfflineError {
        #[inline]
        fn clone(&self) -> Self {
            match grouped(self) {
                __Fields::Group0(f0) => make_0(index(self), (__Clone::clone(f0),)),
                __Fields::Group1() => make_1(index(self), ()),
            }
        }
    }
    #[allow(deprecated, clippy::extra_unused_type_parameters)]
    const fn kinds<Later>() -> &'static [OfflineErrorKind] {
        &[OfflineErrorKind::ParseFailed, OfflineErrorKind::EndOfFile]
    }
    #[allow(dead_code, deprecated)]
    impl OfflineErrorKind {
        /// Every kind, in the catalog's order.
        pub const ALL: &'static [Self] = kinds::<()>();
        /// Returns the id: the unique name in the catalog.
        #[inline]
        pub fn as_str(self) -> &'static ::core::primitive::str {
            self.entry().id()
        }
        /// Returns the code that is sent; a parameterised code has its placeholders.
        #[inline]
        pub fn code(self) -> ::error_catalog::Code<'static> {
            self.entry().code()
        }
        /// Returns the documented advice on retrying the request.
        #[inline]
        pub fn retry(self) -> ::error_catalog::Retry {
            self.entry().retry()
        }
        /// Returns the error's entry in the catalog.
        #[inline]
        pub const fn entry(self) -> ::error_catalog::Entry {
            ::error_catalog::Entry::of(&META, self as ::core::primitive::u16)
        }
        /// Returns the error's documentation in the catalog.
        #[inline]
        pub const fn documentation(self) -> ::error_catalog::Documentation {
            ::error_catalog::Documentation::new(
                PROSE,
                PROSE_BYTES,
                self as ::core::primitive::u16,
            )
        }
        ///Returns the kind with this code.
        #[inline]
        pub fn from_code<'code>(
            code: impl ::core::convert::Into<::error_catalog::Code<'code>>,
        ) -> ::core::option::Option<Self> {
            META.find(&::core::convert::Into::into(code), ::core::option::Option::None)
                .map(|entry| ::error_catalog::__private::kind_at(
                    entry.index() as ::core::primitive::usize,
                ))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for OfflineErrorKind {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::error_catalog::__private::write_variant(self.entry(), formatter)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for OfflineErrorKind {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.pad(self.as_str())
        }
    }
    ::error_catalog::__with_serde! {
        #[automatically_derived] impl ::error_catalog::__private::Serialize for
        OfflineErrorKind { #[inline] fn serialize < __S :
        ::error_catalog::__private::Serializer > (& self, serializer : __S,) ->
        ::core::result::Result < __S::Ok, __S::Error > {
        ::error_catalog::__private::serialize_kind(* self, serializer) } }
        #[automatically_derived] impl < 'de > ::error_catalog::__private::Deserialize <
        'de > for OfflineErrorKind { #[inline] fn deserialize < __D :
        ::error_catalog::__private::Deserializer < 'de >> (deserializer : __D,) ->
        ::core::result::Result < Self, __D::Error > {
        ::error_catalog::__private::deserialize_kind(deserializer) } }
    }
    #[automatically_derived]
    impl ::error_catalog::CatalogKind for OfflineErrorKind {
        const ALL: &'static [Self] = kinds::<()>();
        const FORMATS: ::error_catalog::envelope::Formats = META.formats();
        const TEMPLATES: ::core::option::Option<
            &'static ::error_catalog::__private::Templates,
        > = META.templates_alone();
        #[inline]
        fn entry(self) -> ::error_catalog::Entry {
            self.entry()
        }
        #[inline]
        fn documentation(self) -> ::error_catalog::Documentation {
            self.documentation()
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for OfflineErrorKind {
        type Err = ::error_catalog::UnknownId;
        #[inline]
        fn from_str(
            id: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::error_catalog::UnknownId> {
            META.find_by_id(id)
                .map(|entry| ::error_catalog::__private::kind_at(
                    entry.index() as ::core::primitive::usize,
                ))
                .ok_or(::error_catalog::UnknownId::new(META.name()))
        }
    }
    ::error_catalog::__with_serde! {
        #[automatically_derived] impl ::error_catalog::__private::Serialize for
        OfflineError { #[inline] fn serialize < __S :
        ::error_catalog::__private::Serializer > (& self, serializer : __S,) ->
        ::core::result::Result < __S::Ok, __S::Error > {
        ::error_catalog::__private::serialize(self, serializer) } }
        #[automatically_derived] impl < 'de > ::error_catalog::__private::Deserialize <
        'de > for OfflineError { #[inline] fn deserialize < __D :
        ::error_catalog::__private::Deserializer < 'de >> (deserializer : __D,) ->
        ::core::result::Result < Self, __D::Error > {
        ::error_catalog::__private::deserialize:: < Offline, __D > (deserializer) } }
    }
    ::error_catalog::__respond! {
        [] [OfflineError] []
    }
    ::error_catalog::__with_miette! {
        OfflineError
    }
    ::error_catalog::__describe! {
        [] [Offline] [] OfflineErrorKind "Offline" ""[]
    }
    ::error_catalog::__describe! {
        [] [OfflineError] [] OfflineErrorKind "OfflineError" ""[]
    }
};
