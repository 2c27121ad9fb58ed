//! What a campaign's variants say, made of templates as they are: whether a mail can be made of each, and where its links lead.

use std::collections::BTreeMap;

use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::pinned::PinnedLink;
use pivotal_domain::campaigns::campaigns::preflight::email::{Template, VariantFacts};
use pivotal_domain::email::senders::setup::Setup;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::tags::Merged;
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::email::templates::{EmailTemplate, Standing};
use pivotal_domain::email::tracking::links::utm::Utm;
use uuid::Uuid;

use super::Outside;
use crate::context::Context;
use crate::email::sending::wording::links;
use crate::email::templates::render::compiled;
use crate::email::templates::vocabulary;
use crate::error::CommandError;

/// Variants that were looked at.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    pub variants: BTreeMap<char, VariantFacts>,
    /// As a launch would pin them.
    pub links: Vec<PinnedLink>,
    /// Tags of contacts and accounts that have no fallback somewhere.
    pub bare_tags: Vec<String>,
}

/// The template's version with the variant's own subject.
pub(super) fn content_of(template: &EmailTemplate, variant: &Variant) -> Option<Content> {
    let mut content = template.made.as_ref()?.version(variant.version)?.content.clone();
    if let Some(subject) = &variant.subject {
        content.subject.clone_from(subject);
    }
    Some(content)
}

/// Addresses of ours, which are not counted.
pub(super) fn own(outside: &Outside, setup: Option<&Setup>) -> Vec<String> {
    let base = outside.links.base(setup.and_then(|setup| setup.tracking_domain.as_deref()));
    outside.links.own(&base).to_vec()
}

pub async fn look(
    ctx: &Context,
    outside: &Outside,
    content: &EmailContent,
    setup: Option<&Setup>,
) -> Result<Looked, CommandError> {
    let known = vocabulary(ctx).await?;
    let templates: Vec<Uuid> = content.variants.iter().map(|variant| variant.template).collect();
    let loaded = ctx.log.load_many::<EmailTemplate>(&templates).await?;
    let (own, utm) = (own(outside, setup), content.utm.clone().map(Utm::from));
    let mut looked = Looked::default();
    for (variant, template) in content.variants.iter().zip(loaded) {
        let stands = stands(&template.state, variant);
        let mut facts = VariantFacts { template: stands, unresolved: Vec::new(), links: Vec::new() };
        if let Some(said) = content_of(&template.state, variant) {
            facts.unresolved = unresolved(said.clone(), &known, &mut looked.bare_tags);
            match links(&said, utm.as_ref(), &own) {
                Ok(found) => {
                    facts.links = found.iter().map(|(_, url)| url.clone()).collect();
                    let named = |n: u16| content.named_links.get(&n).cloned();
                    let pinned = found.into_iter().map(|(n, url)| PinnedLink {
                        variant: variant.key,
                        n,
                        url,
                        name: named(n),
                    });
                    looked.links.extend(pinned);
                }
                Err(problem) => facts.unresolved.push(problem.sentence()),
            }
        }
        looked.variants.insert(variant.key, facts);
    }
    Ok(looked)
}

fn stands(template: &EmailTemplate, variant: &Variant) -> Template {
    let version = template.made.as_ref().and_then(|made| made.version(variant.version));
    match version {
        None => Template::Missing,
        Some(_) if template.archived => Template::Archived,
        Some(version) if version.standing == Standing::Approved => Template::Approved,
        Some(_) => Template::NotApproved,
    }
}

/// Why no mail can be made of it as fields are now; each sentence once.
fn unresolved(content: Content, known: &Vocabulary, bare: &mut Vec<String>) -> Vec<String> {
    match compiled(content, known) {
        Ok(compiled) => {
            let checked = &compiled.checked;
            let parts = [
                Some(&checked.subject),
                Some(&checked.preheader),
                Some(&checked.body),
                checked.text.as_ref(),
            ];
            for part in parts.into_iter().flatten() {
                note(part, bare);
            }
            Vec::new()
        }
        Err(problems) => {
            let mut sentences: Vec<String> = problems.iter().map(|problem| problem.sentence()).collect();
            sentences.dedup();
            sentences
        }
    }
}

/// An empty fallback says that nothing shall stand there.
fn note(part: &Merged, bare: &mut Vec<String>) {
    for (tag, _) in part.tags() {
        let of_somebody = tag.path.starts_with("contact.") || tag.path.starts_with("account.");
        if of_somebody && tag.fallback.is_none() && !bare.contains(&tag.path) {
            bare.push(tag.path.clone());
        }
    }
}
