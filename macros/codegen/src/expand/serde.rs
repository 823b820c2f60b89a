//! The traits of serde, for the runtime's feature `serde`.

use crate::attributes::Names;
use proc_macro2::TokenStream;
use quote::quote;

/// Writes `Serialize` and `Deserialize` for the error type.
pub(super) fn expand(names: &Names) -> TokenStream {
    let Names {
        marker,
        error,
        runtime,
        ..
    } = names;
    quote! {
        #runtime::__with_serde! {
            #[automatically_derived]
            impl #runtime::__private::Serialize for #error {
                #[inline]
                fn serialize<__S: #runtime::__private::Serializer>(
                    &self,
                    serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    #runtime::__private::serialize(self, serializer)
                }
            }

            #[automatically_derived]
            impl<'de> #runtime::__private::Deserialize<'de> for #error {
                #[inline]
                fn deserialize<__D: #runtime::__private::Deserializer<'de>>(
                    deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    #runtime::__private::deserialize::<#marker, __D>(deserializer)
                }
            }
        }
    }
}

/// Writes `Serialize` and `Deserialize` for the kind type, as ids. A kind type that includes kinds of other catalogs
/// has no `Deserialize`, because their ids may be the same.
pub(super) fn kind(names: &Names, is_read: bool) -> TokenStream {
    let Names { kind, runtime, .. } = names;
    let deserialize = is_read.then(|| {
        quote! {
            #[automatically_derived]
            impl<'de> #runtime::__private::Deserialize<'de> for #kind {
                #[inline]
                fn deserialize<__D: #runtime::__private::Deserializer<'de>>(
                    deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    #runtime::__private::deserialize_kind(deserializer)
                }
            }
        }
    });
    quote! {
        #runtime::__with_serde! {
            #[automatically_derived]
            impl #runtime::__private::Serialize for #kind {
                #[inline]
                fn serialize<__S: #runtime::__private::Serializer>(
                    &self,
                    serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    #runtime::__private::serialize_kind(*self, serializer)
                }
            }

            #deserialize
        }
    }
}
