//! The report over all units, from the records of the units.

use super::{Office, STUDY, survey};
use serde_json::Value;

const UNITS: &[(&str, usize)] = &[("Dinas A", 40), ("Dinas B", 12), ("Dinas C", 5)];

fn json(office: &Office, name: &str) -> Value {
    serde_json::from_str(&office.read(name)).unwrap()
}

#[test]
fn the_region_is_computed_from_respondents_and_not_from_averages() {
    let office = Office::new(UNITS);
    office.write(
        "batch.yaml",
        "study: study.yaml\nby: dinas\nsummary: { title: Rekap Kota Contoh, minimum_n: 10, averages: true }\n",
    );
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md,docx,html,json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let summary = json(&office, "out/_ringkasan/ringkasan.json");
    assert_eq!(summary["all"]["n"], 57);
    // What `bab4 analyze` says of the whole file.
    assert_eq!(office.run(&["render", "study.yaml", "-f", "json", "-o", "semua"]).status, 0);
    let whole = json(&office, "semua/results.json");
    for code in ["X", "Y"] {
        assert_eq!(summary["all"]["variables"][code]["item_mean"], whole["variables"][code]["item_mean"]);
        let of = |unit: usize| summary["units"][unit]["row"]["variables"][code]["item_mean"].as_f64().unwrap();
        let average = summary["averages"][code].as_f64().unwrap();
        assert!((average - f64::midpoint(of(0), of(1))).abs() < 1e-12, "each unit that is shown counts the same");
    }
    assert_eq!(summary["units"][2]["suppressed"], true);
    assert_eq!(summary["units"][2]["row"]["variables"], serde_json::json!({}));
    let text = office.read("out/_ringkasan/ringkasan.md");
    assert!(text.starts_with("# Rekap Kota Contoh"), "{text}");
    assert!(text.contains("Data latihan, bukan hasil penelitian"), "{text}");
    for file in ["ringkasan.docx", "ringkasan.html", "ringkasan.xlsx", "gambar/bars-X.svg", "gambar/comparison.svg"] {
        assert!(office.path(&format!("out/_ringkasan/{file}")).is_file(), "{file}");
    }
    assert!(office.path("out/_gabungan/bab-4.docx").is_file());
}

#[test]
fn earlier_periods_stand_beside_this_one() {
    let office = Office::new(UNITS);
    office.write("study.yaml", STUDY.replace("population: 900", "period: Semester I 2024"));
    assert_eq!(office.run(&["batch", "run", "study.yaml", "--by", "dinas", "-f", "json", "-o", "lalu"]).status, 0);
    office.write("study.yaml", STUDY.replace("population: 900", "period: Semester II 2024"));
    let mut later = UNITS.to_vec();
    later.reverse();
    office.write("jawaban.csv", survey(&later));
    office.write("batch.yaml", "study: study.yaml\nby: dinas\nsummary: { earlier: [lalu] }\n");
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md,json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = office.read("out/_ringkasan/ringkasan.md");
    assert!(text.contains("Semester I 2024") && text.contains("Perubahan"), "{text}");
    let earlier = json(&office, "out/_ringkasan/ringkasan.json");
    assert_eq!(earlier["earlier"][0]["units"]["dinas a"]["n"], 40);
}

#[test]
fn units_with_files_of_their_own_are_taken_together_as_well() {
    let office = Office::new(UNITS);
    for (unit, n) in UNITS {
        office.write(&format!("berkas/{unit}.csv"), survey(&[(unit, *n)]));
    }
    let ran = office.run(&["batch", "run", "study.yaml", "--files", "berkas", "-f", "md,json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(json(&office, "out/_gabungan/results.json")["data"]["n"], 57);
}
