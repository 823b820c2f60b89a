//! Random delays.

use core::hash::BuildHasher;
use core::time::Duration;
use std::hash::RandomState;

/// Returns a random part of a delay, so that clients that failed together do not come back together.
pub(super) fn part_of(longest: Duration) -> Duration {
    // Each state has other keys, which the standard library takes from the system's random numbers.
    let random = RandomState::new().hash_one(()) >> 32;
    let random = u32::try_from(random).unwrap_or(u32::MAX);
    let part = longest.as_secs_f64() * f64::from(random) / f64::from(u32::MAX);
    Duration::try_from_secs_f64(part).map_or(longest, |part| part.min(longest))
}

#[cfg(test)]
mod tests {
    use super::part_of;
    use alloc::vec::Vec;
    use core::time::Duration;

    #[test]
    fn delays_are_spread_from_nothing_to_the_longest() {
        let longest = Duration::from_millis(100);
        let delays: Vec<Duration> = (0..1_000).map(|_| part_of(longest)).collect();
        assert!(delays.iter().all(|delay| *delay <= longest));
        for tenth in 0..10 {
            let range = longest * tenth / 10..longest * (tenth + 1) / 10;
            let count = delays.iter().filter(|delay| range.contains(*delay)).count();
            assert!((50..150).contains(&count), "{range:?}: {count}");
        }
        assert_eq!(part_of(Duration::ZERO), Duration::ZERO);
        // No delay is too long.
        assert!(part_of(Duration::MAX) > Duration::from_secs(1));
    }
}
