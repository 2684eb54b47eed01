//! Repairs: what reading and matching change against the published text, as a layer over it. Nothing is
//! shown repaired without the published bytes one click away, so each repair names its rule.

mod spaces;

use communique_index::Segment;
use communique_index::corpus::Repair;

/// The repairs of a document, in order, disjoint, none of them touching a line end.
pub fn repair(text: &str, segments: &[Segment]) -> Vec<Repair> {
    let mut repairs: Vec<Repair> =
        segments.iter().flat_map(|segment| spaces::repairs(text, segment.text_span)).collect();
    repairs.sort_by_key(|repair| (repair.text_span, repair.replacement.clone()));
    repairs
}
