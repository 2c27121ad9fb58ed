//! Mails that a provider may be told as one: the same words and sender, each recipient once.

use std::collections::HashSet;

use pivotal_commands::ports::email_provider::HandOver;
use pivotal_commands::ports::email_provider::email::Email;

/// Of one hand-over, by index, each mail in one group. `alone`: mails that this provider cannot put together.
pub fn groups(emails: &[Email], most: usize, alone: impl Fn(&Email) -> bool) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Vec<usize>, HashSet<&str>)> = Vec::new();
    let mut single = Vec::new();
    for (at, email) in emails.iter().enumerate() {
        if alone(email) {
            single.push(vec![at]);
            continue;
        }
        let to = email.to.address.as_str();
        let open = groups.iter_mut().find(|(group, addresses)| {
            group.len() < most && emails[group[0]].goes_with(email) && !addresses.contains(to)
        });
        match open {
            Some((group, addresses)) => {
                group.push(at);
                addresses.insert(to);
            }
            None => groups.push((vec![at], HashSet::from([to]))),
        }
    }
    groups.into_iter().map(|(group, _)| group).chain(single).collect()
}

/// Answers of groups, back in the order of the mails.
pub fn in_order(answers: Vec<Vec<(usize, HandOver)>>) -> Vec<HandOver> {
    let mut answers: Vec<(usize, HandOver)> = answers.into_iter().flatten().collect();
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// The same answer for each.
pub fn for_all(group: &[usize], answer: &HandOver) -> Vec<(usize, HandOver)> {
    group.iter().map(|at| (*at, answer.clone())).collect()
}

/// A group that was refused whole, because of mails of which it is known which, or not.
pub fn split(group: Vec<usize>, guilty: Option<usize>) -> Vec<Vec<usize>> {
    match guilty {
        Some(place) if place < group.len() => {
            let (one, others): (Vec<_>, Vec<_>) =
                group.into_iter().enumerate().partition(|(at, _)| *at == place);
            let mails = |group: Vec<(usize, usize)>| group.into_iter().map(|(_, at)| at).collect::<Vec<_>>();
            vec![mails(one), mails(others)]
        }
        _ => {
            let (first, second) = group.split_at(group.len() / 2);
            vec![first.to_vec(), second.to_vec()]
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use pivotal_commands::ports::email_provider::content::Content;
    use pivotal_commands::ports::email_provider::email::Party;
    use pivotal_domain::audience::values::email::EmailAddress;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_group_has_one_content_and_each_address_once() {
        let party = |address: &str| Party::new("", EmailAddress::parse(address).unwrap());
        let contents = [Arc::new(Content::fixed("a", "a", "a")), Arc::new(Content::fixed("b", "b", "b"))];
        let emails: Vec<Email> = [
            ("ada@x.com", 0),
            ("bo@x.com", 1),
            ("cy@x.com", 0),
            ("ada@x.com", 0),
            ("di@x.com", 0),
            ("ed@x.com", 0),
        ]
        .into_iter()
        .map(|(to, content)| Email {
            id: Uuid::now_v7(),
            campaign: None,
            from: party("news@x.com"),
            reply_to: None,
            to: party(to),
            bounces_to: None,
            unsubscribe: None,
            headers: Vec::new(),
            content: contents[content].clone(),
            values: Vec::new(),
        })
        .collect();
        let alone = |email: &Email| email.to.address.as_str() == "ed@x.com";
        assert_eq!(groups(&emails, 1_000, alone), [vec![0, 2, 4], vec![1], vec![3], vec![5]]);
        assert_eq!(groups(&emails, 2, alone), [vec![0, 2], vec![1], vec![3, 4], vec![5]]);
    }

    #[test]
    fn what_is_split_loses_nobody() {
        assert_eq!(split(vec![4, 5, 6], Some(1)), [vec![5], vec![4, 6]]);
        assert_eq!(split(vec![4, 5, 6], Some(3)), [vec![4], vec![5, 6]]);
        assert_eq!(split(vec![4, 5, 6, 7], None), [vec![4, 5], vec![6, 7]]);
    }
}
