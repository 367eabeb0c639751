//! Names of columns that SPSS takes, and R with them: both programs read the same file.

use std::collections::BTreeSet;

/// Words that SPSS keeps for itself.
const RESERVED: [&str; 13] = ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"];

/// The longest name given; SPSS takes 64 bytes, and what is added to a name needs room.
const LONGEST: usize = 48;

/// The names given so far. SPSS does not tell capitals from small letters.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A name like this one that nothing else has.
    pub(super) fn new_name(&mut self, code: &str) -> String {
        let like = |c: char| if c.is_ascii_alphanumeric() || c == '_' || c == '.' { c } else { '_' };
        let mut name: String = code.chars().map(like).take(LONGEST).collect();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            name.insert(0, 'V');
        }
        if name.ends_with('.') || RESERVED.iter().any(|word| word.eq_ignore_ascii_case(&name)) {
            name.push('_');
        }
        let mut unique = name.clone();
        let mut number = 2;
        while !self.taken.insert(unique.to_lowercase()) {
            unique = format!("{name}_{number}");
            number += 1;
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_spss_takes_and_each_is_given_once() {
        let mut names = Names::default();
        let given: Vec<String> =
            ["X1.1", "x1.1", "To", "1a", "butir é", "X.", "X1.1"].iter().map(|code| names.new_name(code)).collect();
        assert_eq!(given, ["X1.1", "x1.1_2", "To_", "V1a", "butir__", "X._", "X1.1_3"]);
    }
}
