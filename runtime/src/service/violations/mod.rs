//! What validators find, as errors within an error.

mod cause;
#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "validator")]
mod validator;
mod violation;

pub use violation::Violation;

use crate::{encode, Catalog, CatalogError, Occurrence};
use alloc::vec::Vec;

/// What a validator finds: a list of [`Violation`]s.
///
/// With the feature `garde`, `garde::Report` is one, and with the feature `validator`, `validator::ValidationErrors`.
/// Implement it for the result of your own validator:
///
/// ```
/// use error_catalog::service::{Violation, Violations};
///
/// struct Missing(Vec<String>);
///
/// impl Violations for Missing {
///     fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
///         for field in &self.0 {
///             visit(Violation::new("required").field(field));
///         }
///     }
/// }
/// ```
pub trait Violations {
    /// Passes on each violation, in order.
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>));
}

impl Violations for [Violation<'_>] {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        for violation in self {
            visit(violation.clone());
        }
    }
}

impl<const N: usize> Violations for [Violation<'_>; N] {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        self.as_slice().visit(visit);
    }
}

impl Violations for Vec<Violation<'_>> {
    fn visit(&self, visit: &mut dyn FnMut(Violation<'_>)) {
        self.as_slice().visit(visit);
    }
}

impl<E: CatalogError> Occurrence<E> {
    /// Adds an error within the error for each violation, in the catalog's first place for such errors.
    ///
    /// The entry is the one that the rule names by its code or its id: `length` names an entry with the code `length` or
    /// `LENGTH`, or with the id `LENGTH`. Of several, it is the one with the most parameters of the rule. If there is
    /// none, or if the rule does not have all of its parameters, the entry is the fallback. A parameter of the fallback
    /// that a violation does not have is empty.
    ///
    /// A violation has these parameters:
    ///
    /// - those of the rule, such as `min` and `max`, by their names
    /// - the path to the value: the parameter that the envelope names with `by`, as `items[0].name`, and the one of
    ///   `leaf`, as a JSON Pointer such as `/items/0/name`; also, as a JSON Pointer, `field`, `path`, `pointer`, `property`,
    ///   and `parameter`
    /// - `message`, the validator's message, or else the code of the rule
    /// - `rule`, the code of the rule
    ///
    /// In your own enum, the errors are those of a variant with `#[catalog(transparent)]` and `#[from]`.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use error_catalog::service::Violation;
    /// use error_catalog::{ErrorCatalog, Occurrence};
    ///
    /// #[derive(ErrorCatalog)]
    /// #[catalog(builtin = "linkedin-marketing")]
    /// struct Marketing;
    ///
    /// let budget = Violation::new("field_value_too_low").field("totalBudget").field("amount");
    /// let violations = vec![
    ///     budget.with_param("value", "31.0").with_param("min", "100.00"),
    ///     Violation::new("missing_field").field("name"),
    /// ];
    /// let occurrence = Occurrence::new(MarketingError::MultipleValidationsFailed)
    ///     .with_violations::<Marketing>(&violations, MarketingErrorKind::InvalidValueForField);
    /// let causes: Vec<_> = occurrence.causes().map(ToString::to_string).collect();
    /// assert_eq!(causes[0], "/totalBudget/amount value 31.0 cannot be lower than 100.00");
    /// # }
    /// ```
    pub fn with_violations<C: Catalog>(
        mut self,
        violations: &(impl Violations + ?Sized),
        fallback: C::Kind,
    ) -> Self
    where
        E: From<C::Error>,
    {
        let inner = encode::inner_of_causes(self.error().entry());
        let mut causes = Vec::new();
        violations.visit(&mut |violation| {
            causes.extend(cause::error::<C>(&violation, inner, fallback));
        });
        for cause in causes {
            self = self.with_cause(E::from(cause));
        }
        self
    }
}
