//! How a batch goes: a bar with the time left on a terminal, a line a unit elsewhere.
#![allow(clippy::print_stderr, reason = "tells people how far a long run has come")]

use crate::batch::{Event, Unit};
use crate::language::Language;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Tells people how far a run has come.
pub struct Progress {
    language: Language,
    terminal: bool,
    bar: Mutex<Option<ProgressBar>>,
    total: AtomicUsize,
    done: AtomicUsize,
}

impl Progress {
    /// Nothing told yet.
    pub fn new(language: Language) -> Progress {
        Progress {
            language,
            terminal: std::io::stderr().is_terminal(),
            bar: Mutex::new(None),
            total: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
        }
    }

    /// Tells of something that happened.
    pub fn tell(&self, event: &Event<'_>) {
        match event {
            Event::Begins(total) => self.begin(*total),
            Event::TakenOver(process) => self.line(&match self.language {
                Language::Id => format!("proses sebelumnya ({process}) berhenti di tengah jalan; pekerjaannya dilanjutkan"),
                Language::En => format!("an earlier process ({process}) was ended midway; its work is taken up"),
            }),
            Event::Done(unit, record) => {
                let n = record.summary.n;
                // A report of targets alone has no respondents.
                let counted = if n == 0 && record.summary.targets.is_some() { String::new() } else { format!(", n = {n}") };
                self.unit(
                    unit,
                    &match self.language {
                        Language::Id => format!("selesai{counted}"),
                        Language::En => format!("done{counted}"),
                    },
                );
            }
            Event::Kept(unit) => self.unit(
                unit,
                match self.language {
                    Language::Id => "sudah selesai, tidak berubah",
                    Language::En => "done already, nothing has changed",
                },
            ),
            Event::Failed(unit, failure) => {
                let why = failure.problems.first();
                let code = why.and_then(|problem| problem.code.as_deref()).unwrap_or_default();
                let words = why.map_or("", |problem| problem.message(self.language));
                let gap = if code.is_empty() { "" } else { " " };
                let told = match self.language {
                    Language::Id => format!("GAGAL: {code}{gap}{words}"),
                    Language::En => format!("FAILED: {code}{gap}{words}"),
                };
                // A bar shows names alone: who failed stays on the screen above it.
                if self.has_bar() {
                    self.line(&format!("{}: {told}", short(unit)));
                }
                self.unit(unit, &told);
            }
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = self.bar.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bar.finish_and_clear();
        }
    }

    fn begin(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        if self.terminal {
            let bar = ProgressBar::new(total as u64);
            let left = match self.language {
                Language::Id => "sisa",
                Language::En => "left",
            };
            let template = format!("{{bar:30}} {{pos}}/{{len}} {left} {{eta}}  {{wide_msg}}");
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style);
            }
            *self.bar.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar);
        }
    }

    fn has_bar(&self) -> bool {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn unit(&self, unit: &Unit, words: &str) {
        let at = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let name = short(unit);
        if let Some(bar) = &*self.bar.lock().unwrap_or_else(PoisonError::into_inner) {
            bar.inc(1);
            bar.set_message(name);
            return;
        }
        self.line(&format!("[{at}/{}] {name}: {words}", self.total.load(Ordering::Relaxed)));
    }

    fn line(&self, line: &str) {
        match &*self.bar.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(bar) => bar.println(line),
            None => eprintln!("{line}"),
        }
    }
}

/// The name of a unit, as much of it as a line holds.
fn short(unit: &Unit) -> String {
    unit.key.chars().take(60).collect()
}
