//! What may stand on the command line. Help texts in both languages stand side by side, as messages do.

use crate::language::{Language, Message};
use clap::{Args, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(name = "bab4", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(long, value_name = "id|en", global = true, value_parser = parse_language)]
    pub lang: Option<Language>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Init(InitArguments),
    Check(CheckArguments),
    Analyze(AnalyzeArguments),
    Render(RenderArguments),
    Batch(BatchArguments),
    Watch(RenderArguments),
    Audit(AuditArguments),
    Models(ModelsArguments),
    Templates(TemplatesArguments),
    Schema(SchemaArguments),
    Explain(ExplainArguments),
    Completions(CompletionsArguments),
}

#[derive(Debug, Args)]
pub struct InitArguments {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "X=F:I", value_delimiter = ',')]
    pub groups: Vec<String>,
    #[arg(long, value_name = "X=NAME", value_delimiter = ',')]
    pub names: Vec<String>,
    #[arg(long, value_name = "CLAIM", value_delimiter = ',')]
    pub hypotheses: Vec<String>,
    #[arg(short, long)]
    pub yes: bool,
    #[arg(long, value_name = "NAME", num_args = 1.., conflicts_with = "from")]
    pub model: Vec<String>,
}

#[derive(Debug, Args)]
pub struct StudyArgument {
    #[arg(value_name = "STUDY")]
    pub study: PathBuf,
}

#[derive(Debug, Args)]
pub struct CheckArguments {
    #[command(flatten)]
    pub study: StudyArgument,
    #[arg(long)]
    pub columns: bool,
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub struct AnalyzeArguments {
    #[command(flatten)]
    pub study: StudyArgument,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub series: bool,
}

#[derive(Debug, Args)]
pub struct RenderArguments {
    #[command(flatten)]
    pub study: StudyArgument,
    #[arg(short, long = "format", value_name = "FORMAT", value_delimiter = ',')]
    pub formats: Vec<String>,
    #[arg(short, long = "out", value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub reference_doc: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct BatchArguments {
    #[command(subcommand)]
    pub command: BatchCommand,
}

#[derive(Debug, Subcommand)]
pub enum BatchCommand {
    Run(BatchRunArguments),
    Retry(BatchRetryArguments),
    Merge(BatchMergeArguments),
}

#[derive(Debug, Args)]
pub struct BatchRunArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "COLUMN", conflicts_with = "files")]
    pub by: Option<String>,
    #[arg(long, value_name = "FOLDER")]
    pub files: Option<PathBuf>,
    #[arg(short, long = "format", value_name = "FORMAT", value_delimiter = ',')]
    pub formats: Vec<String>,
    #[arg(short, long = "out", value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub reference_doc: Option<PathBuf>,
    #[arg(short, long, value_name = "N", value_parser = parse_jobs)]
    pub jobs: Option<usize>,
    #[arg(long, value_name = "I/N", value_parser = parse_shard)]
    pub shard: Option<(usize, usize)>,
    #[arg(long)]
    pub force: bool,
    #[arg(long, conflicts_with = "fail_fast")]
    pub keep_going: bool,
    #[arg(long)]
    pub fail_fast: bool,
    #[command(flatten)]
    pub limits: LimitArguments,
    /// The unit that this process was started for.
    #[arg(long, value_name = "UNIT", hide = true)]
    pub only_unit: Option<String>,
    /// The language that an earlier run asked for.
    #[arg(skip)]
    pub language: Option<Language>,
}

#[derive(Debug, Args)]
pub struct BatchRetryArguments {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(short, long, value_name = "N", value_parser = parse_jobs)]
    pub jobs: Option<usize>,
    #[arg(long)]
    pub fail_fast: bool,
    #[command(flatten)]
    pub limits: LimitArguments,
}

#[derive(Debug, Clone, Copy, Default, Args)]
pub struct LimitArguments {
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub unit_seconds: Option<u64>,
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(16..))]
    pub unit_memory: Option<u64>,
}

#[derive(Debug, Args)]
pub struct BatchMergeArguments {
    #[arg(value_name = "FOLDER", required = true, num_args = 1..)]
    pub folders: Vec<PathBuf>,
    #[arg(short, long = "out", value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    #[arg(short, long, value_name = "N", value_parser = parse_jobs)]
    pub jobs: Option<usize>,
}

#[derive(Debug, Args)]
pub struct AuditArguments {
    #[arg(value_name = "CHAPTER")]
    pub chapter: PathBuf,
    #[arg(long, value_name = "human|json", default_value = "human", value_parser = ["human", "json"], hide_default_value = true, hide_possible_values = true)]
    pub format: String,
    #[arg(long, value_name = "STUDY")]
    pub study: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub letter: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ModelsArguments {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub struct TemplatesArguments {
    #[command(subcommand)]
    pub command: TemplatesCommand,
}

#[derive(Debug, Subcommand)]
pub enum TemplatesCommand {
    Export(ExportArguments),
}

#[derive(Debug, Args)]
pub struct ExportArguments {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub struct SchemaArguments {
    #[arg(long)]
    pub batch: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ExplainArguments {
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

#[derive(Debug, Args)]
pub struct CompletionsArguments {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// The help of a command (path of names, empty for the program) or, behind it, of one of its arguments.
pub fn help(command: &str, argument: Option<&str>) -> Option<Message> {
    Some(match (command, argument) {
        ("bab4", None) => Message::new(
            "Menyusun BAB IV dari satu berkas studi dan satu berkas kuesioner: setiap angka dapat ditelusuri dan dihitung ulang.",
            "Makes a thesis results chapter (BAB IV) from one study file and one survey file: every number can be traced and \
             computed again.",
        ),
        ("init", None) => Message::new(
            "Membuat berkas studi baru yang berkomentar, dan instrumennya",
            "Makes a new, commented study file, and its instrument",
        ),
        ("init", Some("folder")) => {
            Message::new("Folder studi; dibuat bila belum ada", "Folder of the study; made when it is not there")
        }
        ("init", Some("from")) => Message::new(
            "Berkas kuesioner Anda (CSV, XLSX, XLS, ODS, atau SAV): variabel, skala, dan profil responden diusulkan dari judul kolom dan jawabannya; \
             berkas disalin ke folder studi. Berkas studi (YAML): dibuat kuesioner, formulir, lembar data, dan data latihannya",
            "Your survey file (CSV, XLSX, XLS, ODS or SAV): variables, scale and respondents' characteristics are proposed from its headers \
             and answers; the file is copied into the study's folder. A study file (YAML): its questionnaire, forms, data sheet \
             and practice answers",
        ),
        ("init", Some("model")) => Message::new(
            "Model pengukuran untuk setiap variabel (lihat: bab4 models); kuesioner, formulir, lembar data, dan data latihan \
             dibuat sekaligus",
            "A measurement model for each variable (see: bab4 models); questionnaire, forms, data sheet and practice answers \
             are made as well",
        ),
        ("init", Some("title")) => Message::new("Judul tesis", "Title of the thesis"),
        ("init", Some("groups")) => Message::new(
            "Kolom setiap variabel menurut hurufnya, misalnya X=F:I,Y=J:M; tanpa ini kelompoknya ditebak",
            "Columns of each variable by letter, such as X=F:I,Y=J:M; guessed otherwise",
        ),
        ("init", Some("names")) => {
            Message::new("Nama variabel, misalnya X=Motivasi,Y=Disiplin", "Names of variables, such as X=Motivation,Y=Discipline")
        }
        ("init", Some("hypotheses")) => Message::new("Hipotesis, misalnya \"X -> Y (+)\"", "Hypotheses, such as \"X -> Y (+)\""),
        ("init", Some("yes")) => Message::new("Jangan bertanya; pakai dugaan", "Ask nothing; take what is guessed"),
        ("check", None) => Message::new(
            "Memeriksa berkas studi dan datanya; tidak menulis apa pun",
            "Checks the study file and its data; writes nothing",
        ),
        ("check", Some("columns")) => Message::new(
            "Tampilkan cara setiap kolom dibaca: menjadi apa, kata mana menjadi angka berapa, sel mana yang ditolak",
            "Show how every column was read: what it became, which words became which numbers, which cells were refused",
        ),
        ("check", Some("strict")) => Message::new(
            "Peringatan pun menjadi kesalahan, misalnya butir yang tampaknya terbalik",
            "Warnings become errors too, an item that seems reversed for instance",
        ),
        ("analyze", None) => {
            Message::new("Menghitung semuanya dan mencetak results.json", "Computes everything and prints results.json")
        }
        ("analyze", Some("output")) => {
            Message::new("Tulis ke berkas ini, bukan ke layar", "Write to this file instead of standard output")
        }
        ("analyze", Some("series")) => Message::new(
            "Sertakan titik-titik yang diperlukan gambar (residual, P-P)",
            "Include the points that figures need (residuals, P–P)",
        ),
        ("render", None) => Message::new(
            "Menulis bab untuk Word, sebagai PDF, Markdown, HTML, atau Typst, beserta results.json",
            "Writes the chapter for Word, as PDF, Markdown, HTML or Typst, with results.json",
        ),
        ("watch", None) => Message::new(
            "Menyusun ulang bab setiap ada yang disimpan; halaman terbuka ikut mutakhir",
            "Makes the chapter again at every saving; an open web page follows",
        ),
        ("watch", Some("formats")) => Message::new(
            "Format yang ditulis, dipisah koma [bawaan: html]",
            "Formats to write, separated by commas [default: html]",
        ),
        ("render" | "run", Some("formats")) => Message::new(
            "Format yang ditulis, dipisah koma: docx, md, pdf, html, typ, json [bawaan: docx,md,json, dan pdf bila typst terpasang]",
            "Formats to write, separated by commas: docx, md, pdf, html, typ, json [default: docx,md,json, and pdf when typst is \
             installed]",
        ),
        ("render" | "watch", Some("out")) => Message::new(
            "Folder hasil [bawaan: folder out di samping berkas studi]",
            "Folder of the outputs [default: the folder out beside the study file]",
        ),
        ("render" | "watch" | "run", Some("templates")) => Message::new(
            "Folder berisi templat Anda; berkas yang ada di sana menggantikan templat bawaan",
            "Folder with your own templates; a file in it replaces the built-in one of the same name",
        ),
        ("render" | "watch" | "run", Some("reference_doc")) => Message::new(
            "Dokumen Word kampus Anda (.docx): gaya, huruf, ukuran kertas, dan margin DOCX diambil dari sana",
            "Your campus's Word document (.docx): styles, fonts, paper size and margins of the DOCX are taken from it",
        ),
        ("batch", None) => Message::new("Laporan yang sama untuk setiap unit", "The same report for every unit"),
        ("run", None) => Message::new(
            "Membuat laporan setiap unit: menurut kolom, folder berkas, atau berkas batch; yang sudah selesai dan tidak berubah \
             dilewati",
            "Makes the report of every unit: by a column, a folder of files, or a batch file; what is done and has not changed is \
             passed over",
        ),
        ("run", Some("file")) => Message::new(
            "Berkas batch; dengan --by atau --files: berkas studi",
            "The batch file; with --by or --files: the study",
        ),
        ("run", Some("by")) => {
            Message::new("Kolom data yang membedakan unit", "The column of the survey that tells the units apart")
        }
        ("run", Some("files")) => Message::new(
            "Folder di dalam folder studi: setiap berkas data di sana adalah satu unit",
            "A folder inside the study's folder: every survey file in it is a unit",
        ),
        ("run", Some("out")) => Message::new(
            "Folder hasil, satu folder per unit [bawaan: folder out di samping berkas]",
            "Folder of the outputs, a folder for each unit [default: the folder out beside the file]",
        ),
        ("run" | "retry" | "merge", Some("jobs")) => {
            Message::new("Unit sekaligus [bawaan: jumlah prosesor]", "Units at a time [default: the number of processors]")
        }
        ("run", Some("shard")) => Message::new(
            "Hanya bagian ke-I dari N bagian, misalnya 2/8; untuk beberapa mesin",
            "Only share I of N shares, such as 2/8; for several machines",
        ),
        ("run", Some("force")) => Message::new("Buat ulang juga yang sudah selesai", "Make those again as well that are done"),
        ("run", Some("keep_going")) => {
            Message::new("Teruskan walau ada unit yang gagal [bawaan]", "Go on although units fail [default]")
        }
        ("run" | "retry", Some("fail_fast")) => {
            Message::new("Jangan mulai unit lain setelah ada yang gagal", "Begin no further unit after one has failed")
        }
        ("run" | "retry", Some("unit_seconds")) => Message::new(
            "Batas waktu satu unit, dalam detik; setiap unit lalu dikerjakan proses sendiri. Laporan gabungan tidak dibatasi: isinya jawaban semua unit",
            "Limit of time for one unit, in seconds; each unit is then made by a process of its own. The report of all respondents together has no limit: it holds the answers of all units",
        ),
        ("run" | "retry", Some("unit_memory")) => Message::new(
            "Batas memori satu unit, dalam MiB (Linux); setiap unit lalu dikerjakan proses sendiri. Laporan gabungan tidak dibatasi",
            "Limit of memory for one unit, in MiB (Linux); each unit is then made by a process of its own. The report of all together has no limit",
        ),
        ("run", Some("only_unit")) => Message::new("Unit yang dikerjakan proses ini", "The unit that this process makes"),
        ("retry", None) => {
            Message::new("Mengulang unit yang gagal atau belum dikerjakan", "Makes the units that failed or were not begun")
        }
        ("retry", Some("folder")) => Message::new("Folder hasil dari bab4 batch run", "The folder of outputs of bab4 batch run"),
        ("merge", None) => Message::new(
            "Menyatukan hasil bagian-bagian (--shard) dan membuat rekapitulasinya; yang belum selesai dikerjakan di sini",
            "Brings the outputs of shares (--shard) together and makes their summary; what they left is done here",
        ),
        ("merge", Some("folders")) => Message::new("Folder hasil bagian-bagian", "Folders of outputs of the shares"),
        ("merge", Some("out")) => Message::new("Folder tujuan [bawaan: folder pertama]", "Where to [default: the first folder]"),
        ("audit", None) => Message::new(
            "Memeriksa bab yang sudah jadi: angka yang mustahil, keputusan yang tidak sesuai",
            "Audits a finished chapter: numbers that cannot be, decisions that do not follow",
        ),
        ("audit", Some("chapter")) => Message::new(
            "Bab IV: DOCX, Markdown, HTML, TXT, atau PDF; atau folder berisi bab-bab",
            "Chapter IV: DOCX, Markdown, HTML, TXT or PDF; or a folder of chapters",
        ),
        ("audit", Some("format")) => Message::new(
            "Bentuk laporan: human untuk dibaca, json untuk program lain [bawaan: human]",
            "Form of the report: human to be read, json for other programs [default: human]",
        ),
        ("audit", Some("study")) => {
            Message::new("Hitung ulang setiap angka dari data studi ini", "Recompute every number from the data of this study")
        }
        ("audit", Some("letter")) => Message::new(
            "Tulis surat kepada mahasiswa ke berkas ini: .docx, .html, atau .md",
            "Write the letter to the student to this file: .docx, .html or .md",
        ),
        ("models", None) => Message::new(
            "Mendaftar model pengukuran bawaan, atau menampilkan satu",
            "Lists the built-in measurement models, or shows one",
        ),
        ("models", Some("name")) => Message::new("Nama model pengukuran", "Name of a measurement model"),
        ("templates", None) => Message::new("Templat bab", "Templates of the chapter"),
        ("export", None) => Message::new(
            "Menyalin templat bawaan ke sebuah folder untuk disunting",
            "Copies the built-in templates into a folder, to be edited",
        ),
        ("export", Some("folder")) => Message::new("Folder tujuan; dibuat bila belum ada", "Where to; made when it is not there"),
        ("schema", None) => Message::new(
            "Mencetak JSON Schema berkas studi, agar editor melengkapi dan memeriksa kuncinya",
            "Prints the JSON Schema of the study file, so that editors complete and check its keys",
        ),
        ("schema", Some("batch")) => {
            Message::new("Skema berkas batch.yaml, bukan berkas studi", "The schema of batch.yaml instead of the study file")
        }
        ("schema", Some("output")) => {
            Message::new("Tulis ke berkas ini, bukan ke layar", "Write to this file instead of standard output")
        }
        ("explain", None) => Message::new(
            "Menjelaskan kode masalah: penyebab, contoh salah, contoh benar",
            "Explains the code of a problem: cause, wrong example, right example",
        ),
        ("explain", Some("code")) => Message::new(
            "Kode, misalnya S013; tanpa kode, semua kode didaftar",
            "A code such as S013; without one, all are listed",
        ),
        ("completions", None) => {
            Message::new("Mencetak skrip pelengkap perintah untuk sebuah shell", "Prints the completion script of a shell")
        }
        ("completions", Some("shell")) => {
            Message::new("bash, zsh, fish, powershell, atau elvish", "bash, zsh, fish, powershell or elvish")
        }
        (_, Some("study")) => Message::new("Berkas studi, biasanya study.yaml", "The study file, usually study.yaml"),
        (_, Some("lang")) => Message::new(
            "Bahasa pesan dan bab: id atau en [bawaan: yang disebut berkas studi]",
            "Language of messages and chapter: id or en [default: the one the study file names]",
        ),
        (_, Some("help")) => Message::new("Tampilkan bantuan", "Show this help"),
        (_, Some("version")) => Message::new("Tampilkan versi", "Show the version"),
        _ => return None,
    })
}

/// The language asked for, found before the arguments are parsed, since help and usage errors are already in it.
pub fn language_before_parsing(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        match argument.split_once('=') {
            Some(("--lang", code)) => return Language::from_code(code),
            None if argument == "--lang" => return Language::from_code(arguments.next()?),
            _ => {}
        }
    }
    None
}

fn parse_jobs(number: &str) -> Result<usize, String> {
    number.parse().ok().filter(|jobs| (1..=1024).contains(jobs)).ok_or_else(|| "1 … 1024".to_owned())
}

/// `2/8`: the second of eight shares.
fn parse_shard(text: &str) -> Result<(usize, usize), String> {
    let parsed = text.split_once('/').and_then(|(at, of)| Some((at.trim().parse().ok()?, of.trim().parse().ok()?)));
    parsed.filter(|(at, of)| (1..=*of).contains(at) && *of <= 100_000).ok_or_else(|| "1/8 … 8/8".to_owned())
}

fn parse_language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "id, en".to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use clap::CommandFactory;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_language_is_known_wherever_it_stands() {
        for (line, expected) in [
            ("bab4 render s.yaml --lang en", Some(Language::En)),
            ("bab4 --lang=id check", Some(Language::Id)),
            ("bab4 check s.yaml", None),
            ("bab4 --lang xx", None),
            ("bab4 --lang", None),
        ] {
            assert_eq!(language_before_parsing(&words(line)), expected, "{line}");
        }
    }

    #[test]
    fn formats_are_separated_by_commas() {
        let arguments = Arguments::try_parse_from(words("bab4 render s.yaml -f md,pdf -f json")).unwrap();
        let Some(Command::Render(render)) = arguments.command else { unreachable!() };
        assert_eq!(render.formats, ["md", "pdf", "json"]);
    }

    fn every_argument_has_help(command: &clap::Command, name: &str) {
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            assert!(help(name, Some(id)).is_some(), "{name} {id} has no help");
        }
        for inner in command.get_subcommands() {
            assert!(help(inner.get_name(), None).is_some(), "{} has no help", inner.get_name());
            every_argument_has_help(inner, inner.get_name());
        }
    }

    #[test]
    fn everything_on_the_command_line_has_help_in_both_languages() {
        every_argument_has_help(&Arguments::command(), "bab4");
    }
}
