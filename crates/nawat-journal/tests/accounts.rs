//! Who may come in, and for how long.

use nawat_engine::time::{Millis, Moment};
use nawat_journal::accounts::{Accounts, AccountsError, DeviceKind, Fact, Pairing, Role, secret_hash};

const MINUTE: i64 = 60_000;

fn open() -> (tempfile::TempDir, Accounts) {
    let folder = tempfile::tempdir().unwrap();
    let accounts = Accounts::open(folder.path()).unwrap();
    (folder, accounts)
}

#[test]
fn a_name_is_given_once_whatever_its_case() {
    let (_folder, accounts) = open();
    let id = accounts.add_user("reception", Role::Reception, "hash", Moment(0)).unwrap();
    assert_eq!(accounts.user_named("RECEPTION").unwrap().unwrap().id, id);
    assert!(matches!(
        accounts.add_user("Reception", Role::Officer, "hash", Moment(0)),
        Err(AccountsError::NameTaken(_))
    ));
    for unfit in ["", "x", "two words", "semi;colon", &"x".repeat(65)] {
        let added = accounts.add_user(unfit, Role::Officer, "hash", Moment(0));
        assert!(matches!(added, Err(AccountsError::NameUnfit(_))), "{unfit}");
    }
    accounts.add_user("استقبال", Role::Reception, "hash", Moment(0)).unwrap();
    assert_eq!(accounts.users().unwrap().len(), 2);
}

#[test]
fn a_right_that_another_process_takes_away_is_gone_at_once() {
    let (folder, accounts) = open();
    let other = Accounts::open(folder.path()).unwrap();
    let token = accounts.add_token(&secret_hash("t"), Role::Manager, None, "program", Moment(0)).unwrap();
    let staff = accounts.add_user("officer", Role::Officer, "hash", Moment(0)).unwrap();
    accounts.begin_session(&secret_hash("s"), staff, "csrf", Moment(0), Moment(MINUTE)).unwrap();
    let (may, in_session) = (
        || accounts.token(&secret_hash("t")).unwrap().is_some(),
        || accounts.session(&secret_hash("s"), Moment(1)).unwrap().is_some(),
    );
    for _ in 0..2 {
        assert!(may() && in_session());
    }
    other.revoke_token(token, Moment(1)).unwrap();
    other.end_session(&secret_hash("s")).unwrap();
    assert!(!may() && !in_session());
    other.add_token(&secret_hash("new"), Role::Manager, None, "program", Moment(1)).unwrap();
    assert!(accounts.token(&secret_hash("new")).unwrap().is_some());
    accounts.revoke_token(2, Moment(2)).unwrap();
    assert!(accounts.token(&secret_hash("new")).unwrap().is_none(), "one's own changes count too");
}

#[test]
fn a_session_ends_by_time_by_sign_out_and_with_its_account() {
    let (_folder, accounts) = open();
    let id = accounts.add_user("officer", Role::Officer, "hash", Moment(0)).unwrap();
    let begin = |secret: &str| {
        accounts.begin_session(&secret_hash(secret), id, "csrf", Moment(0), Moment(8 * MINUTE)).unwrap();
    };
    begin("one");
    let session = accounts.session(&secret_hash("one"), Moment(7 * MINUTE)).unwrap().unwrap();
    assert_eq!((session.staff, session.role, session.csrf.as_str()), (id, Role::Officer, "csrf"));
    assert_eq!(accounts.session(&secret_hash("one"), Moment(8 * MINUTE)).unwrap(), None);
    assert_eq!(accounts.session(&secret_hash("two"), Moment(0)).unwrap(), None);
    accounts.end_session(&secret_hash("one")).unwrap();
    assert_eq!(accounts.session(&secret_hash("one"), Moment(0)).unwrap(), None);

    begin("three");
    accounts.add_token(&secret_hash("token"), Role::Officer, Some(id), "t", Moment(0)).unwrap();
    accounts.disable_user(id, Moment(1)).unwrap();
    assert_eq!(accounts.session(&secret_hash("three"), Moment(0)).unwrap(), None);
    assert_eq!(accounts.token(&secret_hash("token")).unwrap(), None);
}

#[test]
fn another_password_ends_open_sessions() {
    let (_folder, accounts) = open();
    let id = accounts.add_user("officer", Role::Officer, "old", Moment(0)).unwrap();
    accounts.begin_session(&secret_hash("one"), id, "csrf", Moment(0), Moment(8 * MINUTE)).unwrap();
    accounts.set_password(id, "new").unwrap();
    assert_eq!(accounts.user(id).unwrap().unwrap().password, "new");
    assert_eq!(accounts.session(&secret_hash("one"), Moment(0)).unwrap(), None);
}

#[test]
fn a_token_works_until_it_is_revoked() {
    let (_folder, accounts) = open();
    let id = accounts.add_token(&secret_hash("t"), Role::Supervisor, None, "bench", Moment(0)).unwrap();
    let token = accounts.token(&secret_hash("t")).unwrap().unwrap();
    assert_eq!((token.role, token.staff), (Role::Supervisor, None));
    accounts.revoke_token(id, Moment(1)).unwrap();
    assert_eq!(accounts.token(&secret_hash("t")).unwrap(), None);
}

#[test]
fn a_device_is_paired_by_its_code_and_falls_back_when_revoked() {
    let (_folder, accounts) = open();
    let secret = secret_hash("kiosk");
    let id = accounts.ask_pairing(DeviceKind::Kiosk, &secret, "482193", Moment(0)).unwrap();
    let device = accounts.device(&secret).unwrap().unwrap();
    assert_eq!(device.pairing, Pairing::Waiting { code: "482193".to_owned(), asked: Moment(0) });

    assert!(matches!(accounts.pair("000000", "", Moment(0)), Err(AccountsError::NoSuchCode(_))));
    assert!(matches!(accounts.pair("482193", "", Moment(11 * MINUTE)), Err(AccountsError::NoSuchCode(_))));
    let paired = accounts.pair("482193", "At the door", Moment(9 * MINUTE)).unwrap();
    assert_eq!((paired.id, paired.pairing), (id, Pairing::Paired));
    assert!(matches!(accounts.pair("482193", "", Moment(9 * MINUTE)), Err(AccountsError::NoSuchCode(_))));

    assert!(accounts.revoke_device(id, Moment(10 * MINUTE)).unwrap());
    assert!(!accounts.revoke_device(id, Moment(10 * MINUTE)).unwrap());
    assert_eq!(accounts.device(&secret).unwrap().unwrap().pairing, Pairing::Revoked);
}

#[test]
fn codes_that_nobody_confirmed_are_forgotten() {
    let (_folder, accounts) = open();
    for i in 0..50 {
        let secret = secret_hash(&format!("kiosk {i}"));
        accounts.ask_pairing(DeviceKind::Kiosk, &secret, &format!("{i:06}"), Moment(0)).unwrap();
    }
    accounts.ask_pairing(DeviceKind::Display, &secret_hash("d"), "999999", Moment(11 * MINUTE)).unwrap();
    assert_eq!(accounts.devices().unwrap().len(), 1);
}

#[test]
fn failures_are_counted_by_name_and_forgotten_with_time() {
    let (_folder, accounts) = open();
    for at in [0, MINUTE, 20 * MINUTE] {
        accounts.sign_in_failed("officer", Moment(at)).unwrap();
    }
    let recent = |now| accounts.recent_failures("Officer", Millis::minutes(15), Moment(now)).unwrap();
    assert_eq!(recent(MINUTE), 3);
    assert_eq!(recent(21 * MINUTE), 1);
    accounts.forget_failures("officer").unwrap();
    assert_eq!(recent(21 * MINUTE), 0);
}

#[test]
fn what_happened_waits_for_the_stream_without_a_name() {
    let (folder, accounts) = open();
    let id = accounts.add_user("canary-name", Role::Manager, "hash", Moment(5)).unwrap();
    let facts = accounts.pending_facts().unwrap();
    assert_eq!(facts.len(), 1);
    assert_eq!((facts[0].at, facts[0].fact), (Moment(5), Fact::RoleGiven { staff: id, role: Role::Manager }));
    assert!(!serde_json::to_string(&facts).unwrap().contains("canary"));
    accounts.facts_written(facts[0].id).unwrap();
    assert_eq!(accounts.pending_facts().unwrap(), []);

    // A second process (the command line, while the centre is served) sees the same.
    let other = Accounts::open(folder.path()).unwrap();
    other.add_token(&secret_hash("t"), Role::Officer, None, "t", Moment(6)).unwrap();
    assert_eq!(accounts.pending_facts().unwrap().len(), 1);
}
