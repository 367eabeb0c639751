//! TCR = mean / highest answer · 100, the same highest answer in all rows of a table.
//!
//! Source: its definition, the total score as a share of the ideal one, n times the highest answer; both divided by n.

use crate::audit::expression::{number, of};
use crate::audit::facts::Facts;
use crate::audit::interval::Interval;
use crate::audit::tables::achievement_index::IndexRow;
use crate::diagnostics::Code;

/// Adds the relations of the tables. The highest answer stands in none of them: of a single row nothing can be said.
pub fn relate(facts: &mut Facts, tables: &[Vec<IndexRow>]) {
    let net = &mut facts.network;
    for rows in tables {
        let highest = net.implied("highest", Interval::new(1.0, 100.0));
        for row in rows {
            let index = net.printed("TCR", &row.index, Interval::new(0.0, 100.0));
            let mean = net.printed("mean", &row.mean, Interval::NOT_NEGATIVE);
            net.relate(Code::Percentage, "TCR = mean / highest · 100", of(index), of(mean) / of(highest) * number(100.0));
        }
    }
}
