//! What the fields of errors can be created from.

use crate::{CompactText, Text};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::any::Any;
use core::fmt::Display;

/// What the field of an error can be created from: the arguments of constructors.
///
/// A string field takes any value that implements `Display`: a number, an id, an address. A `String` is moved, and a
/// `&'static str` needs no allocation.
///
/// | field | takes |
/// | --- | --- |
/// | [`Text`], [`CompactText`] | everything that implements `Display` and borrows nothing |
/// | `i64` | what converts into it, such as `u32` |
/// | `bool` | `bool` |
/// | `Vec<Text>` | what converts into it, such as `[Text; 2]` |
/// | `Option` of these | an `Option` of what they take; only in [`new!`](crate::new), as constructors leave it `None` |
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::{IntoField, Text};
///
/// fn text(value: impl IntoField<Text>) -> Text {
///     value.into_field()
/// }
///
/// assert_eq!(text("50"), "50");
/// assert_eq!(text(50), "50");
/// assert_eq!(text(std::net::Ipv4Addr::LOCALHOST), "127.0.0.1");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a field of type `{F}`",
    label = "not valid for this field",
    note = "a string takes what implements `Display` and borrows nothing, and other fields what converts into their type"
)]
pub trait IntoField<F> {
    /// Converts the value.
    fn into_field(self) -> F;
}

#[diagnostic::do_not_recommend]
impl<T: Display + 'static> IntoField<Text> for T {
    #[inline]
    fn into_field(self) -> Text {
        let mut own = Some(self);
        if let Some(text) = take::<&'static str>(&mut own) {
            return Cow::Borrowed(text);
        }
        if let Some(text) = take::<String>(&mut own) {
            return Cow::Owned(text);
        }
        if let Some(text) = take::<Text>(&mut own) {
            return text;
        }
        own.map_or(Cow::Borrowed(""), |own| shown(&own))
    }
}

#[diagnostic::do_not_recommend]
impl<T: IntoField<Text>> IntoField<CompactText> for T {
    #[inline]
    fn into_field(self) -> CompactText {
        self.into_field().into()
    }
}

/// For fields of an error with more than seven strings, which are boxed.
#[diagnostic::do_not_recommend]
impl<T: IntoField<Text>> IntoField<Box<CompactText>> for T {
    #[inline]
    fn into_field(self) -> Box<CompactText> {
        Box::new(self.into_field().into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Into<i64>> IntoField<i64> for T {
    #[inline]
    fn into_field(self) -> i64 {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Into<bool>> IntoField<bool> for T {
    #[inline]
    fn into_field(self) -> bool {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Into<Vec<Text>>> IntoField<Vec<Text>> for T {
    #[inline]
    fn into_field(self) -> Vec<Text> {
        self.into()
    }
}

/// For fields of an error with more than seven strings, which are boxed.
#[diagnostic::do_not_recommend]
impl<T: IntoField<Vec<Text>>> IntoField<Box<Vec<Text>>> for T {
    #[inline]
    fn into_field(self) -> Box<Vec<Text>> {
        Box::new(self.into_field())
    }
}

#[diagnostic::do_not_recommend]
impl<T: IntoField<F>, F> IntoField<Option<F>> for Option<T> {
    #[inline]
    fn into_field(self) -> Option<F> {
        self.map(T::into_field)
    }
}

/// Takes the value if it is of this type, which the compiler knows: it leaves one way for each type.
#[inline]
fn take<T: 'static>(value: &mut dyn Any) -> Option<T> {
    value.downcast_mut::<Option<T>>()?.take()
}

#[inline(never)]
fn shown(value: &dyn Display) -> Text {
    Cow::Owned(value.to_string())
}

// Conversion of the arguments of constructors: one call for all of them keeps each constructor cheap to build.
macro_rules! into {
    ($($name:ident($($value:ident: $from:ident => $to:ident),*);)*) => {
        $(
            /// Converts each of the values.
            #[inline]
            #[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
            pub fn $name<$($from: IntoField<$to>, $to),*>($($value: $from),*) -> ($($to,)*) {
                ($($value.into_field(),)*)
            }
        )*
    };
}

into! {
    into_1(a: A => A1);
    into_2(a: A => A1, b: B => B1);
    into_3(a: A => A1, b: B => B1, c: C => C1);
    into_4(a: A => A1, b: B => B1, c: C => C1, d: D => D1);
    into_5(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1);
    into_6(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1);
    into_7(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1);
    into_8(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1);
    into_9(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1);
    into_10(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1);
    into_11(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1, k: K => K1);
    into_12(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1, k: K => K1, l: L => L1);
    into_13(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1, k: K => K1, l: L => L1, m: M => M1);
    into_14(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1, k: K => K1, l: L => L1, m: M => M1, n: N => N1);
    into_15(a: A => A1, b: B => B1, c: C => C1, d: D => D1, e: E => E1, f: F => F1, g: G => G1, h: H => H1, i: I => I1, j: J => J1, k: K => K1, l: L => L1, m: M => M1, n: N => N1, o: O => O1);
}

#[cfg(test)]
mod tests {
    use super::IntoField;
    use crate::{CompactText, Text};
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::String;
    use alloc::sync::Arc;
    use alloc::vec::Vec;

    fn text(value: impl IntoField<Text>) -> Text {
        value.into_field()
    }

    #[test]
    fn a_string_field_takes_what_is_shown_as_text() {
        assert_eq!(text(50), "50");
        assert_eq!(text(-1.5), "-1.5");
        assert_eq!(text(u128::MAX), "340282366920938463463374607431768211455");
        assert_eq!(text('é'), "é");
        assert_eq!(text(true), "true");
        assert_eq!(text(Arc::<str>::from("a")), "a");
        assert_eq!(text(Box::<str>::from("a")), "a");
        assert_eq!(text(core::net::Ipv6Addr::LOCALHOST), "::1");
        assert_eq!(text(CompactText::from("a")), "a");
        assert_eq!(text(""), "");
    }

    #[test]
    fn strings_are_not_copied() {
        let constant = "100.00";
        assert!(matches!(text(constant), Cow::Borrowed(text) if core::ptr::eq(text, constant)));
        let borrowed: Text = Cow::Borrowed(constant);
        assert!(matches!(text(borrowed), Cow::Borrowed(text) if core::ptr::eq(text, constant)));
        for computed in [String::from("a"), String::from("b")] {
            let place = computed.as_ptr();
            assert_eq!(text(computed).as_ptr(), place);
            let owned = Text::Owned(String::from("c"));
            let place = owned.as_ptr();
            assert_eq!(text(owned).as_ptr(), place);
        }
    }

    #[test]
    fn compact_and_boxed_strings_take_the_same() {
        let compact: CompactText = 50.into_field();
        let boxed: Box<CompactText> = 'a'.into_field();
        assert_eq!((&*compact, &**boxed), ("50", "a"));
    }

    #[test]
    fn a_list_takes_what_converts_into_it() {
        let list = |values: Vec<Text>| values;
        assert_eq!(
            list(alloc::vec!["a".into(), "b".into()].into_field()),
            ["a", "b"]
        );
        let texts: [Text; 1] = ["a".into()];
        assert_eq!(list(texts.clone().into_field()), ["a"]);
        let boxed: Box<Vec<Text>> = texts.into_field();
        assert_eq!(*boxed, ["a"]);
    }

    #[test]
    fn numbers_and_booleans_take_what_converts_into_them() {
        let (number, flag): (i64, bool) = (7_u32.into_field(), true.into_field());
        assert_eq!((number, flag), (7, true));
    }
}
