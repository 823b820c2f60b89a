//! Creating errors without constructors.

/// Creates an error from values that convert into the types of its fields, as a constructor does.
///
/// It is a literal of the variant whose fields take what [`IntoField`](crate::IntoField) takes: a string field takes a
/// number, an id, or whatever else implements `Display`. An optional field takes `None`, `Some` of such a value, or a
/// variable that is an `Option`; every field is named.
///
/// It works with all catalogs, also with those that are compiled with `constructors = false`, and costs the build nothing
/// for errors that a program does not create.
///
/// ```
/// # extern crate error_catalog_core as error_catalog;
/// use error_catalog::Text;
///
/// # #[derive(Debug, PartialEq)]
/// pub enum PaymentsError {
///     InsufficientBalance { available: Text, required: Text, account: Option<Text> },
///     TooManyRequests,
/// }
///
/// let required = "100";
/// let error = error_catalog::new!(PaymentsError::InsufficientBalance { available: 50, required, account: None });
/// assert_eq!(
///     error,
///     PaymentsError::InsufficientBalance { available: "50".into(), required: "100".into(), account: None }
/// );
/// assert_eq!(error_catalog::new!(PaymentsError::TooManyRequests), PaymentsError::TooManyRequests);
/// ```
#[macro_export]
macro_rules! new {
    ($($variant:tt)+) => {
        $crate::__new!(variant [] $($variant)+)
    };
}

/// Reads the path and then the fields, one by one. It is not public API.
#[doc(hidden)]
#[macro_export]
macro_rules! __new {
    // A fragment of a path could not begin a literal.
    (variant [$($path:tt)+]) => {
        $($path)+
    };
    (variant [$($path:tt)+] { $($fields:tt)* }) => {
        $crate::__new!(fields [$($path)+] [] $($fields)*)
    };
    (variant [$($path:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__new!(variant [$($path)* $next] $($rest)*)
    };
    (fields [$($path:tt)+] [$($done:tt)*]) => {
        $($path)+ { $($done)* }
    };
    // The type in `None` would not be known.
    (fields $path:tt [$($done:tt)*] $field:ident: None $(, $($rest:tt)*)?) => {
        $crate::__new!(fields $path [$($done)* $field: $crate::__private::None,] $($($rest)*)?)
    };
    (fields $path:tt [$($done:tt)*] $field:ident: $value:expr $(, $($rest:tt)*)?) => {
        $crate::__new!(fields $path [$($done)* $field: $crate::IntoField::into_field($value),] $($($rest)*)?)
    };
    (fields $path:tt [$($done:tt)*] $field:ident $(, $($rest:tt)*)?) => {
        $crate::__new!(fields $path [$($done)* $field: $crate::IntoField::into_field($field),] $($($rest)*)?)
    };
}
