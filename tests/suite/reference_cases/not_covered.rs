//! The values of the reference cases that nothing is compared with, and why.

/// Not a result but a description of the case or of the program that computed it.
const ABOUT: &str = "about the case";
/// Read as the tolerance of another value.
const TOLERANCE: &str = "tolerances of bootstrap ends";
/// One run with random numbers that no other program has; its repetitions in `bootstrap_reference.json` are compared.
const ONE_RUN: &str = "of one run with other random numbers";
/// Rounding in the place of the residuals of a perfect fit; that we print none is asserted.
const NOISE: &str = "rounding of a perfect fit";
/// Another form of a number that is compared.
const SAME: &str = "other forms of compared numbers";
/// Computed by other programs for comparison; SPSS prints none of these in the place where we print ours.
const NOT_OURS: &str = "of methods we do not offer";
/// Frequencies are counted by the dataset; the chapter of the example is compared with the printed ones.
const ITEMS: &str = "for 4b (frequencies, index of the ideal score)";
const CONTRIBUTIONS: &str = "for 3b (contributions, share of the indirect effect, total R²)";
const FIGURES: &str = "for 2a (P–P and Q–Q points)";

/// Pattern of case and path (`*` is one step, `**` at the end all the rest), and the package that brings the number or why none will.
pub const NOT_COVERED: &[(&str, &str)] = &[
    ("*/meta/**", ABOUT),
    ("*/certified/source", ABOUT),
    ("*/variables/*/label", ABOUT),
    ("*/variables/*/items/*", ABOUT),
    ("*/variables/*/score", ABOUT),
    ("*/variables/*/reliability/n_excluded", ABOUT),
    ("*/regressions/*/outcome", ABOUT),
    ("*/regressions/*/predictors/*", ABOUT),
    ("*/regressions/*/intercept", ABOUT),
    ("*/regressions/*/n_excluded", ABOUT),
    ("*/regressions/*/durbin_watson/p_method", ABOUT),
    ("*/mediations/*/x/*", ABOUT),
    ("*/mediations/*/m", ABOUT),
    ("*/mediations/*/y", ABOUT),
    ("*/ttests/*/variable", ABOUT),
    ("*/ttests/*/group", ABOUT),
    ("*/ttests/*/values/*", ABOUT),
    ("*/anovas/*/variable", ABOUT),
    ("*/anovas/*/group", ABOUT),
    ("*/paired/*/a", ABOUT),
    ("*/paired/*/b", ABOUT),
    ("*/bootstrap_reference/mediations/*/reps", ABOUT),
    ("*/bootstrap_reference/mediations/*/B", ABOUT),
    ("*/bootstrap_reference/mediations/*/n", ABOUT),
    ("*/bootstrap_reference/mediations/*/effects/*/*/boot_se/mc_sd", TOLERANCE),
    ("*/bootstrap_reference/mediations/*/effects/*/*/percentile/*/mc_sd", TOLERANCE),
    ("*/bootstrap_reference/mediations/*/effects/*/*/bca_jackknife/*/mc_sd", TOLERANCE),
    ("*/bootstrap_reference/mediations/*/effects/*/*/bias_corrected/**", NOT_OURS),
    ("*/mediations/*/effects/*/bootstrap/**", ONE_RUN),
    ("*/mediations/*/effects/*/vaf", CONTRIBUTIONS),
    ("*/mediations/*/R2_path_total", CONTRIBUTIONS),
    ("*/variables/*/item_stats/*/frequencies", ITEMS),
    ("*/variables/*/item_stats/*/frequencies/**", ITEMS),
    ("*/variables/*/item_stats/*/percent_of_max", ITEMS),
    ("*/variables/*/item_stats/*/z_skewness", SAME),
    ("*/variables/*/item_stats/*/z_kurtosis", SAME),
    ("*/variables/*/score_descriptives/z_skewness", SAME),
    ("*/variables/*/score_descriptives/z_kurtosis", SAME),
    ("*/regressions/*/residual_normality/moments/z_skewness", SAME),
    ("*/regressions/*/residual_normality/moments/z_kurtosis", SAME),
    ("*/variables/*/validity/df", SAME),
    ("*/variables/*/validity/items/*/t", SAME),
    ("*/variables/*/validity/items/*/citc_t", SAME),
    ("*/variables/*/reliability/scale_sd", SAME),
    ("*/variables/*/reliability/omega/cfa_ml_cov/lambda/*", SAME),
    ("*/variables/*/reliability/omega/cfa_ml_cov/theta/*", SAME),
    ("*/variables/*/reliability/omega/cfa_ml_cov/omega_observed_var", NOT_OURS),
    ("*/variables/*/reliability/omega/cfa_uls_cov/**", NOT_OURS),
    ("*/variables/*/reliability/omega/minres_cor/**", NOT_OURS),
    ("*/variables/*/reliability/omega/psych_omega_total_schmid_leiman/**", NOT_OURS),
    ("*/variables/*/factor/determinant", SAME),
    ("*/variables/*/factor/pca/percent_variance/*", SAME),
    ("*/variables/*/factor/paf_converged/iterations", SAME),
    ("*/correlations/*/pearson/t", SAME),
    ("*/regressions/*/f2", CONTRIBUTIONS),
    ("*/regressions/*/coefficients/*/effective_contribution_pct", CONTRIBUTIONS),
    ("*/regressions/*/coefficients/*/relative_contribution_pct", CONTRIBUTIONS),
    ("*/regressions/*/residual_normality/ks/ks_z", SAME),
    ("*/regressions/*/residual_normality/ks/p_asymptotic_no_lilliefors", NOT_OURS),
    ("*/regressions/*/residual_normality/ks/p_dallal_wilkinson_raw", NOT_OURS),
    ("*/regressions/*/residual_normality/ks/p_dw_capped", NOT_OURS),
    ("*/regressions/*/residual_normality/ks/p_nortest", NOT_OURS),
    ("*/regressions/*/residual_normality/jarque_bera/df", SAME),
    ("*/bootstrap_reference/lilliefors_monte_carlo/*/mc_se", TOLERANCE),
    ("*/bootstrap_reference/lilliefors_monte_carlo/*/samples", TOLERANCE),
    ("*/bootstrap_reference/lilliefors_monte_carlo/*/sd_of_a_10000_sample_run", TOLERANCE),
    ("*/regressions/*/koenker/F", NOT_OURS),
    ("*/regressions/*/koenker/F_p", NOT_OURS),
    ("*/regressions/*/white/R2_aux", SAME),
    ("*/regressions/*/white/F", NOT_OURS),
    ("*/regressions/*/white/F_p", NOT_OURS),
    ("*/regressions/*/white_fitted/*", NOT_OURS),
    ("*/regressions/*/durbin_watson/p_positive", NOT_OURS),
    ("*/regressions/*/durbin_watson/p_two_sided", NOT_OURS),
    ("*/regressions/*/case_values/pp_observed_blom/*", FIGURES),
    ("*/regressions/*/case_values/pp_expected/*", FIGURES),
    ("*/regressions/*/case_values/qq_expected_normal_blom/*", FIGURES),
    ("*/ttests/*/mann_whitney/p_r_with_cc", NOT_OURS),
    ("*/anovas/*/posthoc/*/p_lsd", NOT_OURS),
    ("*/anovas/*/posthoc/*/p_bonferroni", NOT_OURS),
    ("*/ttests/*/glass_delta_second_group_sd", NOT_OURS),
    ("nist_wampler1/regressions/m1/see", NOISE),
    ("nist_wampler1/regressions/m1/anova/*", NOISE),
    ("nist_wampler1/regressions/m1/coefficients/*/*", NOISE),
    ("nist_wampler1/regressions/m1/residual_normality/**", NOISE),
    ("nist_wampler1/regressions/m1/residual_stats/**", NOISE),
    ("nist_wampler1/regressions/m1/case_values/**", NOISE),
    ("nist_wampler1/regressions/m1/glejser/**", NOISE),
    ("nist_wampler1/regressions/m1/spearman_abs_resid/**", NOISE),
    ("nist_wampler1/regressions/m1/breusch_pagan/*", NOISE),
    ("nist_wampler1/regressions/m1/koenker/*", NOISE),
    ("nist_wampler1/regressions/m1/white/*", NOISE),
    ("nist_wampler1/regressions/m1/durbin_watson/**", NOISE),
    ("nist_wampler1/regressions/m1/park_ln_e2/**", NOISE),
    ("nist_wampler1/regressions/m1/runs_residual/*", NOISE),
    ("nist_wampler1/regressions/m1/reset_2/*", NOISE),
    ("nist_wampler1/regressions/m1/reset_2_3/*", NOISE),
    ("nist_wampler1/regressions/m1/hc/**", NOISE),
    ("nist_wampler1/bootstrap_reference/lilliefors_monte_carlo/**", NOISE),
];

/// Whether a path fits a pattern.
pub fn matches(pattern: &str, path: &str) -> bool {
    let mut steps = path.split('/');
    for wanted in pattern.split('/') {
        match (wanted, steps.next()) {
            ("**", Some(_)) => return true,
            ("*", Some(_)) => {}
            (wanted, Some(step)) if wanted == step => {}
            _ => return false,
        }
    }
    steps.next().is_none()
}
