//! Every measurement model: complete, in both languages, and a study can use it.

use crate::study::checked::check_in;
use bab4::diagnostics::SourceFiles;
use bab4::language::{Language, Text};
use bab4::study::Models;
use bab4::study::models::Model;

fn shipped() -> Vec<Model> {
    Models::shipped(&mut SourceFiles::default()).iter().cloned().collect()
}

/// A study of one variable that uses a model, with practice for the columns.
fn study_of(model: &Model) -> String {
    format!(
        "title: Uji model\ndata: {{ file: data.csv }}\nscale: {{ min: 1, max: 5 }}\nvariables:\n  V: {{ uses: {} }}\n",
        model.name
    )
}

/// Both languages, unless one word serves both.
fn in_both(text: &Text, model: &str) {
    for language in Language::ALL {
        assert!(!text.get(language).trim().is_empty(), "{model}: {text:?}");
    }
    if let Text::Each { id, en } = text {
        assert!(id.is_some() && en.is_some(), "{model}: {text:?} has one language only");
    }
}

#[test]
fn every_model_says_where_it_comes_from() {
    let models = shipped();
    assert!(models.len() >= 16, "{}", models.len());
    for model in models {
        let name = &model.name;
        let (basis, licence) = (model.basis.as_ref(), model.licence.as_ref());
        in_both(basis.unwrap_or_else(|| panic!("{name} has no basis")), name);
        in_both(licence.unwrap_or_else(|| panic!("{name} has no licence")), name);
        assert!(model.kind.is_some() && model.in_force.is_some() && model.verified.is_some(), "{name}");
        assert!(model.code.is_some() && model.variable.source.is_some(), "{name}");
        in_both(&model.variable.definition.as_ref().unwrap_or_else(|| panic!("{name} has no definition")).value, name);
    }
}

#[test]
fn every_model_can_be_used_and_every_item_is_a_statement_in_both_languages() {
    for model in shipped() {
        let checked = check_in(&study_of(&model), &[("data.csv", "x\n1\n")]);
        let notes: Vec<String> = checked.found().into_iter().filter(|found| !found.starts_with("S022")).collect();
        assert_eq!(notes, [] as [String; 0], "{}", model.name);
        let variable = &checked.study().variables["V"];
        in_both(&variable.name, &model.name);
        let mut seen = std::collections::BTreeSet::new();
        for item in variable.items() {
            let statement = item.statement.as_ref().unwrap_or_else(|| panic!("{}: {} has no statement", model.name, item.code));
            in_both(statement, &model.name);
            for language in Language::ALL {
                assert!(seen.insert(statement.get(language).to_owned()), "{}: {statement:?} stands twice", model.name);
            }
            assert!(statement.get(Language::Id).ends_with('.') && statement.get(Language::En).ends_with('.'), "{statement:?}");
        }
        for dimension in variable.dimensions() {
            in_both(&dimension.name, &model.name);
            assert!(variable.records().is_some() || !variable.indicators_of(dimension).is_empty());
        }
        for label in variable.scale().iter().flat_map(|scale| &scale.labels) {
            in_both(label, &model.name);
        }
    }
}

/// What regulation and publication fix, as far as they are in the model: Organ's five dimensions, the seven values with three
/// behaviours each, Mitchell's five aspects, seven items of LMX-7, four dimensions of three in LMX-MDM, nine competences.
#[test]
fn models_have_the_shape_of_their_sources() {
    let shape = |name: &str| {
        let model = shipped().into_iter().find(|model| model.name == name).unwrap_or_else(|| panic!("no {name}"));
        let checked = check_in(&study_of(&model), &[("data.csv", "x\n1\n")]);
        let variable = &checked.study().variables["V"];
        let sizes: Vec<usize> = variable.dimensions().map(|dimension| variable.indicators_of(dimension).len()).collect();
        (sizes, variable.indicators().len(), variable.items().count())
    };
    assert_eq!(shape("ocb-organ-1988"), (vec![3; 5], 15, 15));
    assert_eq!(shape("berakhlak-se-20-2021"), (vec![3; 7], 21, 21));
    assert_eq!(shape("berakhlak-uu-20-2023"), (vec![3; 7], 21, 21));
    assert_eq!(shape("kinerja-mitchell"), (vec![], 5, 13));
    assert_eq!(shape("lmx-7"), (vec![], 7, 7));
    assert_eq!(shape("lmx-mdm"), (vec![3; 4], 12, 12));
    assert_eq!(shape("kompetensi-asn-permenpan-38-2017"), (vec![8, 1], 9, 9));
    assert_eq!(shape("kinerja-pp-46-2011"), (vec![4, 6], 10, 10));
    assert_eq!(shape("kinerja-pp-30-2019"), (vec![4, 5], 9, 9));
    assert_eq!(shape("kinerja-permenpan-6-2022"), (vec![1, 7], 8, 8));
}
