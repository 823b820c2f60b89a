//! Conversion of the arguments of constructors: one call for all of them keeps each constructor cheap to build.

macro_rules! into {
    ($($name:ident($($value:ident: $from:ident => $to:ident),*);)*) => {
        $(
            /// Converts each of the values.
            #[inline]
            #[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
            pub fn $name<$($from: Into<$to>, $to),*>($($value: $from),*) -> ($($to,)*) {
                ($($value.into(),)*)
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
