//! Folder names of units: safe on every system, and unique also where small letters and capitals are one.

use crate::pipeline::hexadecimal;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The longest name, in letters; with the outputs below it a path stays within what Windows takes.
const LONGEST: usize = 60;
/// Letters of a hash that tell names apart.
const MARK: usize = 8;
/// Names that are devices on Windows, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The folder of each unit, in their order. A name follows from the units alone, never from their order: those whose names would
/// be equal all get a mark of their own.
pub fn folders(units: &[&str]) -> Vec<String> {
    let mut users: BTreeMap<String, usize> = BTreeMap::new();
    for unit in units {
        *users.entry(plain(unit)).or_default() += 1;
    }
    units
        .iter()
        .map(|unit| {
            let name = plain(unit);
            match users.get(&name) {
                Some(1) if name != "unit" => name,
                _ => format!("{name}-{}", mark(unit)),
            }
        })
        .collect()
}

fn mark(unit: &str) -> String {
    hexadecimal(&Sha256::digest(unit.as_bytes())).chars().take(MARK).collect()
}

/// Small letters, digits and single hyphens; never empty, never a device.
fn plain(unit: &str) -> String {
    let mut name = String::new();
    for character in unit.chars().flat_map(char::to_lowercase) {
        let kept = if character.is_ascii_alphanumeric() { character } else { '-' };
        if name.len() < LONGEST && !(kept == '-' && (name.is_empty() || name.ends_with('-'))) {
            name.push(kept);
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        return "unit".to_owned();
    }
    let numbered = |stem: &str| name.strip_prefix(stem).is_some_and(|rest| rest.len() == 1 && rest != "0");
    if DEVICES.contains(&name) || numbered("com") || numbered("lpt") { format!("unit-{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_whatever_a_unit_is_called() {
        let long = "x".repeat(300);
        for (unit, name) in [
            ("Dinas Kesehatan", "dinas-kesehatan"),
            ("../../etc/passwd", "etc-passwd"),
            ("Dinas A/B \\ C:", "dinas-a-b-c"),
            ("CON", "unit-con"),
            ("com1", "unit-com1"),
            ("com10", "com10"),
            ("aux.txt", "aux-txt"),
            (".tersembunyi", "tersembunyi"),
            ("_ringkasan", "ringkasan"),
            (long.as_str(), &long[..60]),
        ] {
            assert_eq!(folders(&[unit]), [name], "{unit}");
        }
    }

    #[test]
    fn names_of_different_units_differ() {
        let units = ["Dinas A-B", "Dinas A/B", "DINAS A B", "🏥", "🏫", "", "unit", "dinas-c"];
        let names = folders(&units);
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), units.len(), "{names:?}");
        assert_eq!(names[7], "dinas-c", "only those that would be equal are marked");
        assert!(names[3].starts_with("unit-") && names[0].starts_with("dinas-a-b-"));
        let mut reversed = units;
        reversed.reverse();
        let mut again = folders(&reversed);
        again.reverse();
        assert_eq!(names, again, "whatever their order");
    }
}
