//! What a check came to, in a word for programs and in a sentence for people.

use serde::{Deserialize, Serialize};

use super::Verdict;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Right,
    TestMailbox,
    NoAnswer,
    SpfMissing,
    SpfSeveral,
    SpfSyntax,
    SpfTooManyLookUps,
    SpfIncludeBroken,
    SpfAllowsAll,
    SpfProviderMissing,
    SpfServersUnknown,
    DkimNoSelector,
    DkimMissing,
    DkimSyntax,
    DkimRevoked,
    DkimKeyInvalid,
    DkimKeyShort,
    DkimKeyWeak,
    DkimOtherKey,
    DkimTesting,
    DmarcMissing,
    DmarcSeveral,
    DmarcSyntax,
    DmarcWatching,
    DmarcNotAligned,
    ReplyNoDomain,
    ReplyRefusesMail,
    ReplyNoServer,
    TrackingNotSet,
    TrackingMissing,
    TrackingElsewhere,
    TrackingTargetUnknown,
    AccountUnknown,
}

impl Reason {
    pub const ALL: [Reason; 33] = [
        Reason::Right,
        Reason::TestMailbox,
        Reason::NoAnswer,
        Reason::SpfMissing,
        Reason::SpfSeveral,
        Reason::SpfSyntax,
        Reason::SpfTooManyLookUps,
        Reason::SpfIncludeBroken,
        Reason::SpfAllowsAll,
        Reason::SpfProviderMissing,
        Reason::SpfServersUnknown,
        Reason::DkimNoSelector,
        Reason::DkimMissing,
        Reason::DkimSyntax,
        Reason::DkimRevoked,
        Reason::DkimKeyInvalid,
        Reason::DkimKeyShort,
        Reason::DkimKeyWeak,
        Reason::DkimOtherKey,
        Reason::DkimTesting,
        Reason::DmarcMissing,
        Reason::DmarcSeveral,
        Reason::DmarcSyntax,
        Reason::DmarcWatching,
        Reason::DmarcNotAligned,
        Reason::ReplyNoDomain,
        Reason::ReplyRefusesMail,
        Reason::ReplyNoServer,
        Reason::TrackingNotSet,
        Reason::TrackingMissing,
        Reason::TrackingElsewhere,
        Reason::TrackingTargetUnknown,
        Reason::AccountUnknown,
    ];

    pub fn verdict(self) -> Verdict {
        match self {
            Reason::Right => Verdict::Pass,
            Reason::TestMailbox | Reason::TrackingNotSet => Verdict::NotNeeded,
            Reason::NoAnswer => Verdict::Unknown,
            Reason::SpfAllowsAll
            | Reason::SpfServersUnknown
            | Reason::DkimKeyWeak
            | Reason::DkimTesting
            | Reason::DmarcWatching
            | Reason::TrackingTargetUnknown => Verdict::Warn,
            Reason::SpfMissing
            | Reason::SpfSeveral
            | Reason::SpfSyntax
            | Reason::SpfTooManyLookUps
            | Reason::SpfIncludeBroken
            | Reason::SpfProviderMissing
            | Reason::DkimNoSelector
            | Reason::DkimMissing
            | Reason::DkimSyntax
            | Reason::DkimRevoked
            | Reason::DkimKeyInvalid
            | Reason::DkimKeyShort
            | Reason::DkimOtherKey
            | Reason::DmarcMissing
            | Reason::DmarcSeveral
            | Reason::DmarcSyntax
            | Reason::DmarcNotAligned
            | Reason::ReplyNoDomain
            | Reason::ReplyRefusesMail
            | Reason::ReplyNoServer
            | Reason::TrackingMissing
            | Reason::TrackingElsewhere
            | Reason::AccountUnknown => Verdict::Fail,
        }
    }

    /// What is so, and what to do.
    pub fn words(self) -> &'static str {
        match self {
            Reason::Right => "As it has to be.",
            Reason::TestMailbox => "Mail of the test mailbox does not leave, so nothing is needed.",
            Reason::NoAnswer => "The name servers did not answer. It is checked again; nothing is known yet.",
            Reason::SpfMissing => "The domain has no SPF record. Publish this one.",
            Reason::SpfSeveral => {
                "The domain has several SPF records, so none counts. Put this one in the place of all."
            }
            Reason::SpfSyntax => "The SPF record cannot be read, so it does not count. Mend it.",
            Reason::SpfTooManyLookUps => {
                "The SPF record needs more than ten look-ups, so it does not count. Take out what is not used any more."
            }
            Reason::SpfIncludeBroken => {
                "The SPF record includes a domain that has none, so it does not count. Take that include out."
            }
            Reason::SpfAllowsAll => {
                "The SPF record lets every server in the world send. End it with ~all or -all."
            }
            Reason::SpfProviderMissing => {
                "The SPF record does not let the provider's servers send. Publish this one in its place."
            }
            Reason::SpfServersUnknown => {
                "The record can be read, but the configuration does not say which servers the account sends from."
            }
            Reason::DkimNoSelector => "No DKIM selector is entered. Copy it from the provider.",
            Reason::DkimMissing => {
                "There is no key under this selector. Publish the record that the provider shows."
            }
            Reason::DkimSyntax => {
                "The DKIM record cannot be read. Publish the record that the provider shows."
            }
            Reason::DkimRevoked => {
                "The key was withdrawn: the record is empty. Publish the record that the provider shows."
            }
            Reason::DkimKeyInvalid => "The key cannot be read. Publish the record that the provider shows.",
            Reason::DkimKeyShort => {
                "The key has fewer than 1,024 bits, and mailboxes pass it over. Have the provider make a longer one."
            }
            Reason::DkimKeyWeak => "The key has fewer than 2,048 bits. Have the provider make a longer one.",
            Reason::DkimOtherKey => {
                "Another key is published than the one entered here. Publish this one, or enter the one in use."
            }
            Reason::DkimTesting => {
                "The key says that it is being tested (t=y), so signatures may not count. Take that out."
            }
            Reason::DmarcMissing => {
                "The domain has no DMARC record, which large mailboxes ask for. Publish this one."
            }
            Reason::DmarcSeveral => "The domain has several DMARC records, so none counts. Keep one.",
            Reason::DmarcSyntax => "The DMARC record cannot be read, so it does not count. Publish this one.",
            Reason::DmarcWatching => {
                "The policy only watches (p=none). Once reports show nothing but your own mail, ask for quarantine."
            }
            Reason::DmarcNotAligned => {
                "The policy turns mail away that is not signed for this domain, and DKIM does not stand yet. Mend DKIM first."
            }
            Reason::ReplyNoDomain => "The domain that replies go to does not exist. Enter another address.",
            Reason::ReplyRefusesMail => "The domain that replies go to takes no mail. Enter another address.",
            Reason::ReplyNoServer => {
                "Nobody takes mail for the domain that replies go to. Enter another address."
            }
            Reason::TrackingNotSet => {
                "No tracking domain is entered: links stand under the address of Pivotal."
            }
            Reason::TrackingMissing => "The tracking domain leads nowhere. Publish this record.",
            Reason::TrackingElsewhere => "The tracking domain leads to another place. Publish this record.",
            Reason::TrackingTargetUnknown => {
                "The configuration does not say under which address Pivotal is reached from outside."
            }
            Reason::AccountUnknown => {
                "The account is not in the configuration any more. Choose another, or set it up again."
            }
        }
    }
}
