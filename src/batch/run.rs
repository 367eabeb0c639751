//! The run: units side by side, each by itself, written down as they are done.

use super::aggregate::together;
use super::fingerprint;
use super::limited::{Limits, supervise};
use super::lock::{Lock, LockError};
use super::place::Place;
use super::plan::{Plan, Unit};
use super::problem::Problem;
use super::record::{self, Request, RunRecord, Stage, State, UnitRecord, UnitState};
use super::summary::Summary;
use super::unit::{Failure, Tools, make};
use crate::language::Message;
use crate::pipeline::Run;
use crate::pipeline::outputs::{reason, write_whole};
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Stack of a worker, in bytes: as much as the main thread of a program has.
const STACK: usize = 8 << 20;

/// What is to be done with a plan.
pub struct Job<'a> {
    /// The folder of outputs.
    pub out: &'a Path,
    /// What every unit is made with.
    pub tools: Tools<'a>,
    /// How many units at a time.
    pub jobs: usize,
    /// Make units again that are done.
    pub force: bool,
    /// Begin no further unit after one has failed.
    pub fail_fast: bool,
    /// Only this share of the units, of so many; both counted from 1.
    pub shard: Option<(usize, usize)>,
    /// What one unit may use.
    pub limits: Limits,
    /// Where there are limits: the command that makes one unit in a process of its own.
    pub alone: &'a (dyn Fn(&Unit) -> Command + Sync),
    /// Only these units.
    pub only: Option<&'a BTreeSet<String>>,
    /// What was asked for, to be written down.
    pub request: Request,
    /// Who is told how it goes.
    pub progress: &'a (dyn Fn(Event<'_>) + Sync),
}

/// Something that happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// So many units are to be looked at.
    Begins(usize),
    /// The lock of a process that is no more was taken over.
    TakenOver(&'a str),
    /// A unit was made.
    Done(&'a Unit, &'a UnitRecord),
    /// A unit was done already.
    Kept(&'a Unit),
    /// A unit could not be made.
    Failed(&'a Unit, &'a Failure),
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    /// What was written down.
    pub record: RunRecord,
    /// The failures, unit by unit.
    pub failures: Vec<(String, Failure)>,
    /// Why there is no report of all respondents together, where it failed.
    pub whole: Option<Failure>,
    /// The machine failed, which ended the run.
    pub machine: Option<Message>,
    /// The lock, held until the outputs of the whole are written.
    pub lock: Lock,
}

/// Runs a plan.
///
/// # Errors
/// That the folder cannot be used, or another run is at work in it.
pub fn run(plan: &Plan, job: &Job<'_>) -> Result<Ended, Message> {
    std::fs::create_dir_all(job.out).map_err(|error| unusable(job.out, &error))?;
    let lock = Lock::take(job.out, job.shard).map_err(|error| locked(job.out, &error))?;
    if let Some(process) = &lock.taken_over {
        (job.progress)(Event::TakenOver(process));
    }
    let place = Place::new(job.out, job.shard);
    place.clear();
    let wanted = |(at, _): &(usize, &Unit)| job.shard.is_none_or(|(shard, of)| at % of.max(1) + 1 == shard);
    let units: Vec<&Unit> = plan.units.iter().enumerate().filter(wanted).map(|(_, unit)| unit).collect();
    let before: Option<RunRecord> = record::read(&job.out.join(RunRecord::file(job.shard)));
    let state = |unit: &Unit| {
        let known = before.iter().flat_map(|record| &record.units).find(|state| state.unit == unit.key);
        let kept = known.filter(|_| job.only.is_some_and(|only| !only.contains(&unit.key)));
        kept.map_or(State::Pending, |known| known.state.clone())
    };
    let states = units.iter().map(|unit| UnitState { unit: unit.key.clone(), folder: unit.folder.clone(), state: state(unit) });
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let mut record = RunRecord { version, request: job.request.clone(), units: states.collect() };
    let path = job.out.join(RunRecord::file(job.shard));
    let write = |record: &RunRecord| write_whole(&path, record::text(record).as_bytes()).map_err(|error| error.message());
    // Written before as well: whoever finds the folder of a killed run can see what was to be done.
    write(&record)?;
    let (ended, machine) = work(plan, &units, &place, job);
    let (mut failures, mut done) = (Vec::new(), Vec::new());
    for (at, outcome) in ended {
        let Some(state) = record.units.get_mut(at) else { continue };
        match outcome {
            Ok(made) => {
                state.state = State::Done;
                done.push(made);
            }
            // Nothing is wrong with a unit that found the disk full: it is still to be made.
            Err(failure) if failure.stage == Stage::Written && failure.is_machine() => state.state = State::Pending,
            Err(failure) => {
                state.state = State::Failed { stage: failure.stage, problems: failure.problems.clone() };
                failures.push((state.unit.clone(), failure));
            }
        }
    }
    let mut machine = match (machine, write(&record)) {
        (None, Err(message)) => Some(message),
        (machine, _) => machine,
    };
    let mut whole = None;
    // A shard has not seen the others: what is said of all units is said when they are merged.
    if machine.is_none() && job.shard.is_none() {
        (whole, machine) = conclude(plan, &record, &mut done, &place, job);
    }
    Ok(Ended { record, failures, whole, machine, lock })
}

/// The report of all respondents together, then the summary. A unit that was passed over has its record in its folder.
fn conclude(
    plan: &Plan,
    record: &RunRecord,
    done: &mut Vec<UnitRecord>,
    place: &Place,
    job: &Job<'_>,
) -> (Option<Failure>, Option<Message>) {
    let made: BTreeSet<String> = done.iter().map(|made| made.unit.clone()).collect();
    for state in record.units.iter().filter(|state| state.state == State::Done && !made.contains(&state.unit)) {
        done.extend(record::read::<UnitRecord>(&job.out.join(&state.folder).join(record::FILE)));
    }
    let tools = job.tools;
    let shared = fingerprint::shared(&plan.study, tools.templates, tools.formats, tools.reference, (tools.asked, tools.language));
    let made = catch_unwind(AssertUnwindSafe(|| together(plan, record, &shared, place, tools, job.force))).ok().flatten();
    let (all, failure) = match made {
        Some(Ok(made)) => (Some(made.summary), None),
        Some(Err(failure)) => (None, Some(failure)),
        None => (None, None),
    };
    let summary =
        Summary::new(plan, record, done, all, scales(plan, tools), tools.asked.or(plan.language).unwrap_or(tools.language));
    let written = summary.write(job.out, &plan.folder, tools.formats);
    // What shards wrote down of themselves is in the record of the whole now.
    for entry in std::fs::read_dir(job.out).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("run-") && name.ends_with(".json") {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    (failure, written.err())
}

/// Lowest and highest answer of each variable, as the study declares them with the first unit laid over it.
fn scales(plan: &Plan, tools: Tools<'_>) -> IndexMap<String, (f64, f64)> {
    let over = plan.units.first().map(|unit| unit.over.clone()).unwrap_or_default();
    let mut run = Run { asked: tools.asked, over, sources: plan.sources.clone(), ..Run::default() };
    let Some(study) = run.declare(&plan.study) else { return IndexMap::new() };
    let scale = |variable: &crate::study::Variable| {
        let scale = variable.scale()?;
        Some((variable.code.clone(), (scale.min as f64, scale.max as f64)))
    };
    study.variables.values().filter_map(scale).collect()
}

/// How a unit ended.
pub type Outcome = Result<UnitRecord, Failure>;

/// Every unit that was begun, with how it ended, in the order of the units.
fn work(plan: &Plan, units: &[&Unit], place: &Place, job: &Job<'_>) -> (Vec<(usize, Outcome)>, Option<Message>) {
    let tools = job.tools;
    let shared = fingerprint::shared(&plan.study, tools.templates, tools.formats, tools.reference, (tools.asked, tools.language));
    let chosen: Vec<usize> = (0..units.len())
        .filter(|at| job.only.is_none_or(|only| units.get(*at).is_some_and(|unit| only.contains(&unit.key))))
        .collect();
    (job.progress)(Event::Begins(chosen.len()));
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let ended: Mutex<Vec<(usize, Outcome)>> = Mutex::new(Vec::new());
    let machine: Mutex<Option<Message>> = Mutex::new(None);
    let worker = || {
        while !stop.load(Ordering::Relaxed) {
            let Some(at) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            let Some(unit) = units.get(*at) else { return };
            let outcome = one(plan, unit, &shared, place, job);
            if let Err(failure) = &outcome {
                // A disk that is full is so for all units.
                if failure.stage == Stage::Written && failure.is_machine() {
                    stop.store(true, Ordering::Relaxed);
                    let first = failure.problems.first().map(|problem| Message::new(&problem.id, &problem.en));
                    machine.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(|| {
                        first.unwrap_or_else(|| Message::new("berkas tidak dapat ditulis", "files cannot be written"))
                    });
                } else {
                    (job.progress)(Event::Failed(unit, failure));
                }
                if job.fail_fast {
                    stop.store(true, Ordering::Relaxed);
                }
            }
            ended.lock().unwrap_or_else(PoisonError::into_inner).push((*at, outcome));
        }
    };
    std::thread::scope(|scope| {
        let workers = job.jobs.clamp(1, chosen.len().max(1));
        let started = (1..workers).filter(|_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker).is_ok());
        // Whatever could not be started is done here.
        let _ = started.count();
        worker();
    });
    let mut ended = ended.into_inner().unwrap_or_else(PoisonError::into_inner);
    ended.sort_by_key(|(at, _)| *at);
    (ended, machine.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn one(plan: &Plan, unit: &Unit, shared: &str, place: &Place, job: &Job<'_>) -> Outcome {
    let print = fingerprint::of_unit(shared, unit);
    if !job.force
        && let Some(record) = place.done(&unit.folder, &print, &plan.folder)
    {
        (job.progress)(Event::Kept(unit));
        return Ok(record);
    }
    // No input panics the program; if one does, it costs its own unit.
    let made = if job.limits.any() {
        let made = supervise((job.alone)(unit), job.limits, job.tools.language);
        if made.is_err() {
            place.clear_unit(&unit.folder);
        }
        Ok(made)
    } else {
        catch_unwind(AssertUnwindSafe(|| make(plan, unit, &print, place, job.tools)))
    };
    let outcome = made.unwrap_or_else(|_| {
        let message = Message::new(
            "kesalahan dalam program bab4 sendiri; laporkan dengan datanya",
            "a fault of the program bab4 itself; report it with the data",
        );
        Err(Failure { stage: Stage::Analyzed, problems: vec![Problem::machine(&message, job.tools.language)] })
    });
    if let Ok(record) = &outcome {
        (job.progress)(Event::Done(unit, record));
    }
    outcome
}

/// Makes one unit in this process, which was started for it alone, and gives what is to be said of it. Whoever started it holds the
/// lock of the folder.
pub fn run_alone(plan: &Plan, key: &str, out: &Path, shard: Option<(usize, usize)>, tools: Tools<'_>) -> Option<Outcome> {
    let unit = plan.units.iter().find(|unit| unit.key == key)?;
    let shared = fingerprint::shared(&plan.study, tools.templates, tools.formats, tools.reference, (tools.asked, tools.language));
    let print = fingerprint::of_unit(&shared, unit);
    Some(make(plan, unit, &print, &Place::new(out, shard), tools))
}

fn unusable(out: &Path, error: &std::io::Error) -> Message {
    let (out, why) = (out.display(), reason(error));
    Message::new(
        format!("folder hasil «{out}» tidak dapat dipakai: {}", why.id),
        format!("the folder of outputs `{out}` cannot be used: {}", why.en),
    )
}

fn locked(out: &Path, error: &LockError) -> Message {
    match error {
        LockError::Held(process) => {
            let out = out.display();
            let who = process.as_ref().map_or_else(String::new, |process| format!(" ({process})"));
            Message::new(
                format!("proses lain{who} sedang bekerja dalam «{out}»: tunggu sampai selesai, atau pakai folder lain dengan -o"),
                format!("another process{who} is at work in `{out}`: wait for it, or use another folder with -o"),
            )
        }
        LockError::Failed(path, error) => unusable(path, error),
    }
}
