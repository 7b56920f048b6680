//! A number, once given to a key, never means anything else.

use std::collections::BTreeMap;
use std::path::Path;

use nawat_catalogue::{Centre, Published, Segment, Service, Words};
use nawat_engine::ids::{SegmentId, ServiceId};
use proptest::prelude::*;

fn centre() -> Centre {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing");
    nawat_catalogue::read(&folder).expect("clean")
}

fn with_keys(centre: &Centre, services: &[u8], segments: &[u8]) -> Centre {
    let mut centre = centre.clone();
    let pattern = centre.services[0].clone();
    centre.services =
        services.iter().map(|key| Service { key: format!("service_{key}"), ..pattern.clone() }).collect();
    centre.segments = segments
        .iter()
        .map(|key| Segment {
            key: format!("segment_{key}"),
            name: Words::new("شريحة", "segment"),
            level: 0,
            rate: u16::from(*key) + 1,
            occasion: None,
            at_kiosk: false,
        })
        .collect();
    centre
}

fn keys() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::btree_set(0_u8..12, 0..8).prop_map(|set| set.into_iter().collect()).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn numbers_stay_through_all_that_is_added_and_withdrawn(
        versions in proptest::collection::vec((keys(), keys()), 1..8),
    ) {
        let original = centre();
        let mut given_services: BTreeMap<String, ServiceId> = BTreeMap::new();
        let mut given_segments: BTreeMap<String, SegmentId> = BTreeMap::new();
        let mut published: Option<Published> = None;
        for (version, (services, segments)) in (1..).zip(versions) {
            let centre = with_keys(&original, &services, &segments);
            let next = Published::publish(published.as_ref(), centre);
            prop_assert_eq!(next.version, version);
            for service in &next.centre.services {
                let id = next.service_id(&service.key).expect("numbered");
                prop_assert_eq!(*given_services.entry(service.key.clone()).or_insert(id), id);
                prop_assert_eq!(next.service(id), Some(service));
                prop_assert_eq!(next.rules.service(id).map(|rule| rule.id), Some(id));
            }
            for segment in &next.centre.segments {
                let id = next.segment_id(&segment.key).expect("numbered");
                prop_assert_eq!(*given_segments.entry(segment.key.clone()).or_insert(id), id);
                prop_assert_eq!(next.rules.segment(id).map(|rule| rule.rate), Some(segment.rate));
            }
            // What was withdrawn is known by its number, and is no rule any more.
            for (key, id) in &given_services {
                prop_assert_eq!(next.service_id(key), Some(*id));
                let stands = next.centre.service(key).is_some();
                prop_assert_eq!(next.service(*id).is_some(), stands);
                prop_assert_eq!(next.rules.service(*id).is_some(), stands);
            }
            published = Some(next);
        }
        // No two keys ever had one number.
        let numbers: std::collections::BTreeSet<_> = given_services.values().collect();
        prop_assert_eq!(numbers.len(), given_services.len());
        let numbers: std::collections::BTreeSet<_> = given_segments.values().collect();
        prop_assert_eq!(numbers.len(), given_segments.len());
    }
}
