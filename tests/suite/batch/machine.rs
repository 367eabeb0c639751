//! What the machine refuses: a full disk, a folder that can only be read. One error, nothing half written, and the run goes on from
//! there.

use super::kills::whole;
use super::{Office, survey};
use crate::common::skipped;
use std::path::PathBuf;
use std::process::Command;

const RUN: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,json"];

/// A small file system of its own below a folder; only who may mount can have one.
struct Disk(PathBuf);

impl Disk {
    fn mount(place: PathBuf, options: &str) -> Option<Disk> {
        std::fs::create_dir_all(&place).unwrap();
        mount(&["-t", "tmpfs", "-o", options, "tmpfs"], &place).then_some(Disk(place))
    }

    fn again(&self, options: &str) -> bool {
        mount(&["-o", &format!("remount,{options}")], &self.0)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

fn mount(arguments: &[&str], place: &std::path::Path) -> bool {
    cfg!(target_os = "linux")
        && Command::new("mount").args(arguments).arg(place).output().is_ok_and(|output| output.status.success())
}

fn units() -> (Vec<String>, String) {
    let names: Vec<String> = (1..=12).map(|at| format!("Dinas {at}")).collect();
    let units: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 8)).collect();
    let survey = survey(&units);
    (names, survey)
}

#[test]
fn a_full_disk_is_one_error_and_the_run_goes_on_when_there_is_room() {
    let (names, survey) = units();
    let office = Office::new(&[]);
    office.write("jawaban.csv", survey);
    assert_eq!(office.run(&[RUN, &["-o", "utuh"]].concat()).status, 0);
    let expected = office.files("utuh");
    let size: usize = expected.values().map(Vec::len).sum();
    // Room for about half of it.
    let Some(disk) = Disk::mount(office.path("out"), &format!("size={}k", size / 2 / 1024)) else {
        skipped("batch::machine", "no small file system can be mounted here, so no disk was full");
        return;
    };
    let ran = office.run(RUN);
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("penuh").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("dari 12 unit selesai; perintah yang sama melanjutkannya"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("GAGAL"), "no unit is blamed for it: {}", ran.stderr);
    let there = whole(&office, "out");
    assert!((1..names.len()).contains(&there), "{there} units are whole, the others not begun");
    let names: Vec<String> = office.files("out").into_keys().collect();
    assert!(names.iter().all(|name| !name.contains(".bab4-unit")), "{names:?}");
    assert!(disk.again("size=64m"));
    let ran = office.run(RUN);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("sudah selesai").count(), there, "{}", ran.stderr);
    assert!(office.files("out") == expected);
}

#[test]
fn a_folder_that_can_only_be_read_is_one_error() {
    let (_, survey) = units();
    let office = Office::new(&[]);
    office.write("jawaban.csv", survey);
    let Some(disk) = Disk::mount(office.path("out"), "size=16m") else {
        skipped("batch::machine", "no file system can be mounted here, so no folder was read-only");
        return;
    };
    assert_eq!(office.run(RUN).status, 0);
    let before = office.files("out");
    assert!(disk.again("ro"));
    let ran = office.run(&[RUN, &["--force"]].concat());
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("hanya dapat dibaca"), "{}", ran.stderr);
    assert!(office.files("out") == before);
}

#[test]
fn a_document_that_is_open_holds_up_its_own_unit() {
    let (_, survey) = units();
    let office = Office::new(&[]);
    office.write("jawaban.csv", survey);
    let run = ["batch", "run", "study.yaml", "--by", "dinas", "-f", "docx"];
    assert_eq!(office.run(&run).status, 0);
    // What LibreOffice leaves beside a document that it has open.
    office.write("out/dinas-3/.~lock.bab-4.docx#", ",pegawai,komputer,;");
    let ran = office.run(&[&run[..], &["--force"]].concat());
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("Dinas 3: GAGAL: «out/dinas-3/bab-4.docx» sedang dibuka program lain"), "{}", ran.stderr);
    assert!(ran.stderr.contains("11 unit selesai, 1 gagal"), "{}", ran.stderr);
}
