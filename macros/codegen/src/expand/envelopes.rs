//! The envelopes as values of the runtime's types.

use error_catalog_model::{
    Batch, Body, Causes, Envelope, Extra, Header, Location, ParamType, Pointers,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, ToTokens};
use syn::Path;

/// Writes the static that holds them.
pub(super) fn expand(runtime: &Path, envelopes: &[Envelope]) -> TokenStream {
    let writer = Writer { runtime };
    let envelopes = envelopes.iter().map(|envelope| writer.envelope(envelope));
    quote! {
        static ENVELOPES: &[#runtime::envelope::Envelope] = &[#(#envelopes),*];
    }
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
        let code = optional(body.code.as_deref().map(pointer));
        let message = optional(body.message.as_deref().map(pointer));
        let status = optional(body.status.as_deref().map(pointer));
        let scope = optional(body.scope.as_deref().map(pointer));
        let reference = optional(body.reference.as_deref().map(pointer));
        let params = self.params(body.params.as_ref());
        let extra = self.extra(&body.extra);
        let retry_after = pointers(&body.retry_after);
        let retry_unit = optional(body.retry_unit.map(|unit| {
            let unit = format_ident!("{unit:?}");
            quote!(#runtime::RetryUnit::#unit)
        }));
        let causes = optional(body.causes.as_ref().map(|causes| self.causes(causes)));
        let batch = optional(body.batch.as_ref().map(|batch| self.batch(batch)));
        quote! {
            #runtime::envelope::Body {
                code: #code,
                message: #message,
                status: #status,
                scope: #scope,
                reference: #reference,
                params: #params,
                extra: #extra,
                retry_after: #retry_after,
                retry_unit: #retry_unit,
                causes: #causes,
                batch: #batch,
            }
        }
    }

    fn params(&self, params: Option<&Pointers>) -> TokenStream {
        let runtime = self.runtime;
        let params = match params {
            None => quote!(None),
            Some(Pointers::Object(at)) => {
                let at = pointer(at);
                quote!(Object(#at))
            }
            Some(Pointers::Each(each)) => {
                let each = each.iter().map(|(name, places)| {
                    let places = pointers(places);
                    quote!((#name, #places))
                });
                quote!(Each(&[#(#each),*]))
            }
        };
        quote!(#runtime::envelope::Pointers::#params)
    }

    fn extra(&self, extra: &[Extra]) -> TokenStream {
        let runtime = self.runtime;
        let extra = extra.iter().map(|extra| {
            let name = &extra.name;
            let pointer = pointer(&extra.pointer);
            let param_type = variant(extra.param_type);
            quote! {
                #runtime::envelope::Extra {
                    name: #name,
                    pointer: #pointer,
                    param_type: #runtime::ParamType::#param_type,
                }
            }
        });
        quote!(&[#(#extra),*])
    }

    fn causes(&self, causes: &Causes) -> TokenStream {
        let runtime = self.runtime;
        let at = pointers(&causes.at);
        let body = self.body(&Body {
            code: causes.code.clone(),
            message: causes.message.clone(),
            params: causes.params.clone(),
            extra: causes.extra.clone(),
            ..Body::default()
        });
        quote!(#runtime::envelope::Causes { at: #at, body: &#body })
    }

    fn batch(&self, batch: &Batch) -> TokenStream {
        let runtime = self.runtime;
        let errors = pointer(&batch.errors);
        let results = optional(batch.results.as_deref().map(pointer));
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

/// Writes the tokens of a JSON pointer, unescaped as in RFC 6901 to save that work at run time.
fn pointer(pointer: &str) -> TokenStream {
    let tokens = pointer
        .split('/')
        .skip(1)
        .map(|token| token.replace("~1", "/").replace("~0", "~"));
    quote!(&[#(#tokens),*])
}

fn pointers(pointers: &[String]) -> TokenStream {
    let pointers = pointers.iter().map(|places| pointer(places));
    quote!(&[#(#pointers),*])
}

fn variant(param_type: ParamType) -> proc_macro2::Ident {
    format_ident!("{param_type:?}")
}
