//! The measured bodies and messages.

/// A message of an error.
pub struct Message {
    /// The number of the error in the catalog.
    pub index: u16,
    pub status: u16,
    pub text: String,
}

/// The bodies whose parameters are in the message.
pub fn message_bodies() -> Vec<&'static str> {
    include_str!("../message.txt").lines().collect()
}

/// The bodies whose parameters are members, too.
pub fn members_bodies() -> Vec<&'static str> {
    include_str!("../members.txt").lines().collect()
}

/// The messages of the bodies, in the same order.
pub fn messages() -> Vec<Message> {
    let message = |line: &str| {
        let mut cells = line.splitn(3, '\t').map(str::to_owned);
        let mut next = || cells.next().unwrap();
        Message {
            index: next().parse().unwrap(),
            status: next().parse().unwrap(),
            text: next(),
        }
    };
    include_str!("../messages.txt").lines().map(message).collect()
}

/// For each error the expression that its messages match.
pub fn expressions() -> Vec<&'static str> {
    include_str!("../expressions.txt").lines().collect()
}
