//! What a host can ask for.

/// A command, as the meta stream's row has it: a word, for some with something behind one space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// `test`: the documents as they are.
    Test,
    /// `filter 0.5`: the documents whose score is at least this. One without a score, or with NaN for one, is not.
    Filter(f64),
    /// `uppercase`: the documents with their content in upper case.
    Uppercase,
    /// `aggregate`: for each day how many documents there are, and the mean of the scores that they have.
    Aggregate,
}

impl Command {
    /// The command of this text, to the letter. A threshold is a finite decimal number.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "test" => Some(Command::Test),
            "uppercase" => Some(Command::Uppercase),
            "aggregate" => Some(Command::Aggregate),
            _ => {
                let threshold: f64 = text.strip_prefix("filter ")?.parse().ok()?;
                threshold.is_finite().then_some(Command::Filter(threshold))
            }
        }
    }
}
