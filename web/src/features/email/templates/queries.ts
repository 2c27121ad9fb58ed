import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  EmailMergeTagsQuery,
  EmailSnippetPartsFragment,
  EmailSnippetVersionsQuery,
  EmailTemplatePartsFragment,
  EmailTemplatePreviewQuery,
  EmailTemplatesFilter,
  EmailTemplateVersionsQuery,
  RecordSort,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";
import { type Content, contentInput, type Draft } from "./draft.ts";

graphql(`
  fragment EmailTemplateParts on EmailTemplate {
    id
    name
    brand
    tags
    status
    archived
    revision
    versions
    approvedVersion
    savedByName
    savedAt
    updatedAt
    mayEdit
    mayApprove
  }
`);

const LIST = graphql(`
  query EmailTemplateList(
    $first: Int!
    $after: String
    $before: String
    $filter: EmailTemplatesFilter
    $sort: RecordSort
  ) {
    emailTemplates(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {
      edges {
        cursor
        node {
          ...EmailTemplateParts
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      stale
    }
  }
`);

const COUNT = graphql(`
  query EmailTemplateCount($filter: EmailTemplatesFilter) {
    emailTemplates(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query EmailTemplate($id: UUID!) {
    emailTemplate(id: $id) {
      ...EmailTemplateParts
    }
  }
`);

const CONTENT = graphql(`
  query EmailTemplateContent($id: UUID!, $version: Int) {
    emailTemplateContent(id: $id, version: $version) {
      subject
      preheader
      mjml
      blocks
      text
    }
  }
`);

const VERSIONS = graphql(`
  query EmailTemplateVersions($id: UUID!) {
    emailTemplateVersions(id: $id) {
      number
      standing
      submittedById
      submittedByName
      submittedAt
      decidedByName
      decidedAt
      reason
      snippets {
        snippetId
        name
        version
      }
    }
  }
`);

const PREVIEW = graphql(`
  query EmailTemplatePreview($input: EmailTemplatePreviewInput!) {
    emailTemplatePreview(input: $input) {
      subject
      preheader
      html
      text
      bytes
      emptyTags
      problems {
        severity
        code
        part
        line
        message
      }
    }
  }
`);

const MERGE_TAGS = graphql(`
  query EmailMergeTags {
    emailMergeTags {
      path
      label
      group
    }
  }
`);

graphql(`
  fragment EmailSnippetParts on EmailSnippet {
    id
    brandId
    brandName
    name
    version
    blocks
    archived
    usedBy {
      id
      name
    }
    savedByName
    savedAt
    mayEdit
  }
`);

const SNIPPET_LIST = graphql(`
  query EmailSnippetList {
    emailSnippets {
      ...EmailSnippetParts
    }
  }
`);

const SNIPPET = graphql(`
  query EmailSnippet($id: UUID!) {
    emailSnippet(id: $id) {
      ...EmailSnippetParts
    }
  }
`);

const SNIPPET_VERSIONS = graphql(`
  query EmailSnippetVersions($id: UUID!) {
    emailSnippetVersions(id: $id) {
      number
      blocks
      savedByName
      savedAt
    }
  }
`);

export type Snippet = EmailSnippetPartsFragment;
export type SnippetVersion = EmailSnippetVersionsQuery["emailSnippetVersions"][number];
export type Template = EmailTemplatePartsFragment;
export type Status = Template["status"];
export type Version = EmailTemplateVersionsQuery["emailTemplateVersions"][number];
export type Standing = Version["standing"];
export type Preview = EmailTemplatePreviewQuery["emailTemplatePreview"];
export type Problem = Preview["problems"][number];
export type MergeTag = EmailMergeTagsQuery["emailMergeTags"][number];

/** A template with what its draft says, and its versions, the newest first. */
export interface TemplateDetail extends Template {
  draft: Content;
  submitted: Version[];
}

/** First part of every key of templates; mutations invalidate by it. */
export const TEMPLATES = "email-templates";

export async function templatePage(
  request: PageRequest<EmailTemplatesFilter, RecordSort>,
): Promise<Connection<Template>> {
  const { signal, ...variables } = request;
  return (await execute(LIST, variables, signal)).emailTemplates;
}

export async function templateCount(filter: EmailTemplatesFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).emailTemplates.totalCount;
}

/** How often it is looked whether somebody else saved. */
const LIVE = 15_000;

/**
 * What a version says, or the draft as it was saved under a revision: neither ever changes, so neither is asked for twice. The
 * draft may be a newer one by a moment; who saves over that one is refused, because of the revision.
 */
export const contentQuery = (id: string, of: { version: number } | { revision: number }) =>
  queryOptions({
    queryKey: ["email-template-contents", id, of],
    queryFn: async ({ signal }): Promise<Content | null> => {
      const version = "version" in of ? of.version : null;
      const content = (await execute(CONTENT, { id, version }, signal)).emailTemplateContent;
      return content ? { ...content, blocks: content.blocks ?? null, text: content.text ?? null } : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An archived one too; null when there is none. */
export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: [TEMPLATES, "one", id],
    queryFn: async ({ client, signal }): Promise<TemplateDetail | null> => {
      const template = (await execute(ONE, { id }, signal)).emailTemplate;
      if (!template) return null;
      // After the revision is known: the other way round an older draft could pass for the newest.
      const [draft, { emailTemplateVersions: submitted }] = await Promise.all([
        client.fetchQuery(contentQuery(id, { revision: template.revision })),
        execute(VERSIONS, { id }, signal),
      ]);
      return draft === null ? null : { ...template, draft, submitted };
    },
    refetchInterval: LIVE,
  });

/** What was submitted of a template, the newest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [TEMPLATES, "versions", id],
    queryFn: async ({ signal }) => (await execute(VERSIONS, { id }, signal)).emailTemplateVersions,
  });

/** As a contact would get it, or somebody without any values; also of what is not saved yet. */
export const previewQuery = (draft: Draft, contactId: string | null) => {
  const input = { content: contentInput(draft), contactId };
  return queryOptions({
    queryKey: [TEMPLATES, "preview", input],
    queryFn: async ({ signal }) => (await execute(PREVIEW, { input }, signal)).emailTemplatePreview,
    placeholderData: keepPreviousData,
    retry: false,
    // Each moment of typing is one of its own, and nobody comes back to it.
    gcTime: 30_000,
  });
};

/** All there are, in the order of the catalogue. */
export const mergeTagsQuery = queryOptions({
  queryKey: [TEMPLATES, "merge-tags"],
  queryFn: async ({ signal }) => (await execute(MERGE_TAGS, {}, signal)).emailMergeTags,
  staleTime: 60_000,
});

/** First part of every key of snippets; mutations invalidate by it. */
export const SNIPPETS = "email-snippets";

/** All there are, by brand and name; archived ones last. */
export const snippetsQuery = queryOptions({
  queryKey: [SNIPPETS, "list"],
  queryFn: async ({ signal }) => (await execute(SNIPPET_LIST, {}, signal)).emailSnippets,
});

/** An archived one too; null when there is none. */
export const snippetQuery = (id: string) =>
  queryOptions({
    queryKey: [SNIPPETS, "one", id],
    queryFn: async ({ signal }): Promise<Snippet | null> =>
      (await execute(SNIPPET, { id }, signal)).emailSnippet ?? null,
  });

/** What it said after each save, the newest first. */
export const snippetVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: [SNIPPETS, "versions", id],
    queryFn: async ({ signal }) => (await execute(SNIPPET_VERSIONS, { id }, signal)).emailSnippetVersions,
  });
