//! Which findings stop a run, and which are not shown.

use crate::diagnostic::{Diagnostic, Severity, Sink, UNUSED_ALLOWANCE, is_lint};
use crate::source::Sources;

use super::{Config, Rule};

/// What a run does with findings that are not errors. Errors stay errors: what follows one is
/// built on a guess.
///
/// Where two rules are about a finding, the narrower wins, so that `deny = ["warnings"]` can have
/// exceptions; of two alike, `deny` does.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// These become errors.
    pub deny: Vec<Rule>,
    /// These are not shown.
    pub allow: Vec<Rule>,
}

/// What a policy makes of a finding.
enum Verdict {
    Kept,
    Denied,
    Allowed(Rule),
}

impl Policy {
    fn verdict(&self, finding: &Diagnostic) -> Verdict {
        let narrowest = |rules: &[Rule]| {
            let about = rules.iter().copied().filter(|rule| rule.covers(finding));
            about.max_by_key(|rule| rule.is_narrow())
        };
        match (narrowest(&self.deny), narrowest(&self.allow)) {
            _ if finding.severity == Severity::Error => Verdict::Kept,
            (Some(denied), Some(allowed)) if allowed.is_narrow() && !denied.is_narrow() => {
                Verdict::Allowed(allowed)
            }
            (Some(_), _) => Verdict::Denied,
            (None, Some(allowed)) => Verdict::Allowed(allowed),
            (None, None) => Verdict::Kept,
        }
    }
}

/// The findings as the run's policy sees them, and one for each allowance that nothing needed.
///
/// A run with errors has not seen all there is, so that it says nothing of allowances.
pub(crate) fn judge(findings: Vec<Diagnostic>, config: &Config, sources: &Sources<'_>) -> Vec<Diagnostic> {
    let mut idle = config.policy.allow.clone();
    let mut judged: Vec<Diagnostic> =
        findings.into_iter().filter_map(|finding| passed(finding, &config.policy, &mut idle)).collect();
    if judged.iter().all(|finding| finding.code.severity != Severity::Error) {
        let sink = Sink::new();
        idle.iter().for_each(|rule| report_idle(*rule, config, sources, &sink));
        let unused = sink.into_findings().into_iter();
        judged.extend(unused.filter_map(|finding| passed(finding, &config.policy, &mut Vec::new())));
    }
    judged
}

/// The finding, unless it is allowed; what allows it is not idle.
fn passed(mut finding: Diagnostic, policy: &Policy, idle: &mut Vec<Rule>) -> Option<Diagnostic> {
    match policy.verdict(&finding) {
        Verdict::Kept => {}
        Verdict::Denied => finding.severity = Severity::Error,
        Verdict::Allowed(by) => {
            idle.retain(|rule| *rule != by);
            return None;
        }
    }
    Some(finding)
}

fn report_idle(rule: Rule, config: &Config, sources: &Sources<'_>, sink: &Sink) {
    match rule {
        // Of itself, that it is unused is no news.
        Rule::Code(code) if code.id == UNUSED_ALLOWANCE.id => return,
        // What only a check looks for is allowed for the sake of checks.
        Rule::Code(code) if is_lint(code) => return,
        _ => {}
    }
    let message = format!("nothing needs the allowance of `{rule}`");
    let place = config.place(sources, |written| written.allowance(rule));
    sink.report(Diagnostic::new(&UNUSED_ALLOWANCE, place, message));
}
