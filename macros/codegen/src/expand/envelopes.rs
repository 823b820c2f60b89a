//! The envelopes as values of the runtime's types.

use error_catalog_model::{
    pointer_tokens, Batch, Body, Capture, Catalog, Causes, Constant, Envelope, Extra, Format,
    Header, Inner, Literal, Location, ParamType, Params, Place, RetryUnit, Segment, Step, Success,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, ToTokens};
use syn::Path;

/// Writes the static that holds them.
pub(super) fn expand(runtime: &Path, envelopes: &[Envelope]) -> TokenStream {
    let writer = Writer { runtime };
    let is_xml = |envelope: &Envelope| matches!(&envelope.location, Location::Body(body) if body.format == Format::Xml);
    let needs_xml = envelopes
        .iter()
        .any(is_xml)
        .then(|| quote!(#runtime::__needs_xml! {}));
    let envelopes = envelopes.iter().map(|envelope| writer.envelope(envelope));
    quote! {
        #needs_xml
        static ENVELOPES: &[#runtime::envelope::Envelope] = &[#(#envelopes),*];
    }
}

/// Writes the subcodes of entries by their index, unless there are none: a call on the metadata.
pub(super) fn subcodes(runtime: &Path, catalog: &Catalog) -> Option<TokenStream> {
    let writer = Writer { runtime };
    let subcodes = catalog.subcodes().into_iter().map(|(index, subcode)| {
        let subcode = writer.literal(&subcode);
        quote!((#index, #subcode))
    });
    let subcodes: Vec<TokenStream> = subcodes.collect();
    (!subcodes.is_empty()).then(|| quote!(.with_subcodes(&[#(#subcodes),*])))
}

struct Writer<'r> {
    runtime: &'r Path,
}

impl Writer<'_> {
    fn envelope(&self, envelope: &Envelope) -> TokenStream {
        let runtime = self.runtime;
        let name = &envelope.name;
        let location = match &envelope.location {
            Location::Body(body) => {
                let body = self.body(body);
                quote!(Body(#body))
            }
            Location::Header(header) => {
                let header = self.header(header);
                quote!(Header(#header))
            }
        };
        quote! {
            #runtime::envelope::Envelope { name: #name, location: #runtime::envelope::Location::#location }
        }
    }

    fn body(&self, body: &Body) -> TokenStream {
        let runtime = self.runtime;
        let format = body.format;
        let format_name = format_ident!("{format:?}");
        let parts = body.parts().into_iter();
        let parts = parts.filter(|(_, places)| !places.is_empty());
        let parts = parts.map(|(part, places)| {
            let part = format_ident!("{part}");
            let places = self.places(places);
            quote!(#part: #places,)
        });
        let format = (format != Format::Json)
            .then(|| quote!(format: #runtime::envelope::Format::#format_name,));
        let content_type = body
            .content_type
            .as_ref()
            .map(|content_type| quote!(content_type: ::core::option::Option::Some(#content_type),));
        let success = list("success", &body.success, |success| self.success(success));
        let params = body.params.as_ref().map(|params| {
            let params = self.params(params);
            quote!(params: #params,)
        });
        let details_only = body.details_only.then(|| quote!(details_only: true,));
        let extra = list("extra", &body.extra, |extra| self.extra(extra));
        let constants = list("constants", &body.constants, |constant| {
            self.constant(constant)
        });
        let unit = body.retry_unit.map(|unit| {
            let unit = self.unit(unit);
            quote!(retry_unit: ::core::option::Option::Some(#unit),)
        });
        let causes = list("causes", &body.causes, |causes| self.causes(causes));
        let batch = body.batch.as_ref().map(|batch| {
            let batch = self.batch(batch);
            quote!(batch: ::core::option::Option::Some(#batch),)
        });
        quote! {
            #runtime::envelope::Body {
                #format
                #content_type
                #(#parts)*
                #success
                #params
                #details_only
                #extra
                #constants
                #unit
                #causes
                #batch
                ..#runtime::envelope::Body::EMPTY
            }
        }
    }

    fn places(&self, places: &[Place]) -> TokenStream {
        let places = places.iter().map(|place| self.place(place));
        quote!(&[#(#places),*])
    }

    fn place(&self, place: &Place) -> TokenStream {
        let runtime = self.runtime;
        let place = match place {
            Place::Pointer(pointer) => {
                let path = self.pointer(pointer);
                quote!(Pointer(#path))
            }
            Place::Query(query) => {
                let steps = query.steps.iter().map(|step| self.step(step));
                quote!(Query(&[#(#steps),*]))
            }
            Place::Header {
                name,
                is_percent_encoded,
            } => quote! {
                Header(&#runtime::envelope::HeaderPlace {
                    name: #name,
                    is_percent_encoded: #is_percent_encoded,
                })
            },
            Place::Part {
                at,
                captures,
                case,
                unit,
            } => {
                let at = self.place(at);
                let captures = captures.iter().map(|capture| self.capture(capture));
                let case = optional(case.map(|case| {
                    let case = format_ident!("{case:?}");
                    quote!(#runtime::envelope::Case::#case)
                }));
                let unit = optional(unit.map(|unit| self.unit(unit)));
                quote! {
                    Part(&#runtime::envelope::Part {
                        at: #at,
                        captures: &[#(#captures),*],
                        case: #case,
                        unit: #unit,
                    })
                }
            }
        };
        quote!(#runtime::envelope::Place::#place)
    }

    /// Writes the tokens of a JSON pointer, unescaped as in RFC 6901 to save that work at run time.
    fn pointer(&self, pointer: &str) -> TokenStream {
        let runtime = self.runtime;
        let tokens = pointer_tokens(pointer);
        quote!(&[#(#runtime::envelope::Step::Name(#tokens)),*])
    }

    fn step(&self, step: &Step) -> TokenStream {
        let runtime = self.runtime;
        match step {
            Step::Name(name) => quote!(#runtime::envelope::Step::Name(#name)),
            Step::Filter(filter) => {
                let member = &filter.member;
                let literal = self.literal(&filter.literal);
                quote! {
                    #runtime::envelope::Step::Filter(&#runtime::envelope::Filter {
                        member: &[#(#runtime::envelope::Step::Name(#member)),*],
                        literal: #literal,
                    })
                }
            }
        }
    }

    fn literal(&self, literal: &Literal) -> TokenStream {
        let runtime = self.runtime;
        let literal = match literal {
            Literal::Null => quote!(Null),
            Literal::Boolean(boolean) => quote!(Boolean(#boolean)),
            Literal::Number(number) => quote!(Number(#number)),
            Literal::Text(text) => quote!(Text(#text)),
        };
        quote!(#runtime::envelope::Literal::#literal)
    }

    fn capture(&self, capture: &Capture) -> TokenStream {
        let runtime = self.runtime;
        let segments = capture.segments.iter().map(|segment| match segment {
            Segment::Literal(literal) => quote!(#runtime::envelope::Segment::Literal(#literal)),
            Segment::Any => quote!(#runtime::envelope::Segment::Any),
            Segment::Part => quote!(#runtime::envelope::Segment::Part),
        });
        quote!(#runtime::envelope::Capture { segments: &[#(#segments),*] })
    }

    fn unit(&self, unit: RetryUnit) -> TokenStream {
        let runtime = self.runtime;
        let unit = format_ident!("{unit:?}");
        quote!(#runtime::RetryUnit::#unit)
    }

    fn success(&self, success: &Success) -> TokenStream {
        let runtime = self.runtime;
        let success = match success {
            Success::Code(code) => {
                let code = self.literal(code);
                quote!(Code(#code))
            }
            Success::Value(place, value) => {
                let (place, value) = (self.place(place), self.literal(value));
                quote!(Value(#place, #value))
            }
        };
        quote!(#runtime::envelope::Success::#success)
    }

    fn params(&self, params: &Params) -> TokenStream {
        let runtime = self.runtime;
        let params = match params {
            Params::Object(at) => {
                let at = self.place(at);
                quote!(Object(#at))
            }
            Params::Each(each) => {
                let each = each.iter().map(|(name, places)| {
                    let places = self.places(places);
                    quote!((#name, #places))
                });
                quote!(Each(&[#(#each),*]))
            }
            Params::Pairs { at, name, value } => {
                let at = self.place(at);
                let (name, value) = (self.pointer(name), self.pointer(value));
                quote! {
                    Pairs(&#runtime::envelope::Pairs { at: #at, name: #name, value: #value })
                }
            }
        };
        quote!(#runtime::envelope::Params::#params)
    }

    fn extra(&self, extra: &Extra) -> TokenStream {
        let runtime = self.runtime;
        let name = &extra.name;
        let places = self.places(&extra.places);
        let param_type = variant(extra.param_type);
        quote! {
            #runtime::envelope::Extra {
                name: #name,
                places: #places,
                param_type: #runtime::ParamType::#param_type,
            }
        }
    }

    fn constant(&self, constant: &Constant) -> TokenStream {
        let runtime = self.runtime;
        let (place, json) = (self.place(&constant.place), &constant.json);
        quote!(#runtime::envelope::Constant { place: #place, json: #json })
    }

    fn causes(&self, causes: &Causes) -> TokenStream {
        let runtime = self.runtime;
        let at = self.place(&causes.at);
        let chain = causes.chain();
        let chain = self.places(chain.as_slice());
        let inner = match &causes.inner {
            Inner::List => quote!(List),
            Inner::One => quote!(One),
            Inner::ByKey(param) => quote!(ByKey(#param)),
            Inner::Leaf { leaf, param } => quote!(Leaf { leaf: #leaf, param: #param }),
            Inner::Whole => quote!(Whole),
        };
        let body = self.body(&causes.body());
        quote! {
            #runtime::envelope::Causes {
                at: #at,
                inner: #runtime::envelope::Inner::#inner,
                chain: #chain,
                body: &#body,
            }
        }
    }

    fn batch(&self, batch: &Batch) -> TokenStream {
        let runtime = self.runtime;
        let errors = self.pointer(&batch.errors);
        let results = optional(
            batch
                .results
                .as_deref()
                .map(|results| self.pointer(results)),
        );
        quote!(#runtime::envelope::Batch { errors: #errors, results: #results })
    }

    fn header(&self, header: &Header) -> TokenStream {
        let runtime = self.runtime;
        let name = &header.header;
        let scheme = optional(header.scheme.as_ref());
        let code = optional(header.code.as_ref());
        let message = optional(header.message.as_ref());
        let value = optional(header.value.as_ref());
        let params = header
            .params
            .iter()
            .map(|(name, place)| quote!((#name, #place)));
        quote! {
            #runtime::envelope::Header {
                header: #name,
                scheme: #scheme,
                code: #code,
                message: #message,
                params: &[#(#params),*],
                value: #value,
            }
        }
    }
}

fn optional<T: ToTokens>(value: Option<T>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}

/// Writes a field with a slice, unless that is empty.
fn list<T>(field: &str, items: &[T], write: impl Fn(&T) -> TokenStream) -> Option<TokenStream> {
    let field = format_ident!("{field}");
    let items: Vec<TokenStream> = items.iter().map(write).collect();
    (!items.is_empty()).then(|| quote!(#field: &[#(#items),*],))
}

fn variant(param_type: ParamType) -> proc_macro2::Ident {
    format_ident!("{param_type:?}")
}
