//! The next version.

use super::kind::Impact;
use serde::Serialize;

/// The part of a version to increase, by [Semantic Versioning](https://semver.org/spec/v2.0.0.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Bump {
    Patch,
    Minor,
    Major,
}

impl Bump {
    pub(super) const fn of(impact: Impact) -> Self {
        match impact {
            Impact::Compatible => Self::Patch,
            Impact::Minor => Self::Minor,
            Impact::Breaking => Self::Major,
        }
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Returns the version after this one, which consists of two or three dotted numbers. As in Cargo, a breaking
    /// change increases the second number if the first is zero. `None` if the version has another form, or if it has
    /// two numbers and needs a third.
    pub(super) fn next(self, version: &str) -> Option<String> {
        let mut parts: Vec<u64> = version
            .split('.')
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        let is_early = parts.first() == Some(&0);
        let index = match self {
            Self::Major => usize::from(is_early),
            Self::Minor => 1 + usize::from(is_early && parts.len() == 3),
            Self::Patch => 2,
        };
        let part = parts.get_mut(index)?;
        *part = part.checked_add(1)?;
        parts.iter_mut().skip(index + 1).for_each(|part| *part = 0);
        let parts: Vec<String> = parts.iter().map(u64::to_string).collect();
        Some(parts.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::Bump;

    #[test]
    fn the_next_version_increases_one_part_and_resets_those_after_it() {
        let cases = [
            ("2.1", Bump::Major, Some("3.0")),
            ("2.1.4", Bump::Major, Some("3.0.0")),
            ("2.1.4", Bump::Minor, Some("2.2.0")),
            ("2.1.4", Bump::Patch, Some("2.1.5")),
            ("2.1", Bump::Patch, None),
            ("0.4.1", Bump::Major, Some("0.5.0")),
            ("0.4.1", Bump::Minor, Some("0.4.2")),
            ("0.4", Bump::Minor, Some("0.5")),
            ("202401", Bump::Major, None),
            ("v2.1", Bump::Major, None),
            ("", Bump::Minor, None),
            ("18446744073709551615.0", Bump::Major, None),
        ];
        for (version, bump, next) in cases {
            assert_eq!(bump.next(version).as_deref(), next, "{version} {bump:?}");
        }
    }
}
