import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  EmailTemplateFilterInput,
  EmailTemplatePartsFragment,
  EmailTemplateProblemPartsFragment,
  EmailTemplatePreviewQuery,
  EmailTemplateQuery,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";
import { contentInput, type Draft } from "./draft.ts";

graphql(`
  fragment EmailTemplateParts on EmailTemplate {
    id
    name
    brand
    tags
    status
    archived
    version
    approvedVersion
    createdAt
    updatedAt
    updatedByName
    mayEdit
  }
`);

graphql(`
  fragment EmailTemplateContentParts on EmailTemplateContent {
    subject
    preheader
    mjml
    blocks
    text
  }
`);

graphql(`
  fragment EmailTemplateProblemParts on EmailTemplateProblem {
    severity
    code
    part
    line
    message
  }
`);

const LIST = graphql(`
  query EmailTemplateList($first: Int!, $after: String, $filter: EmailTemplateFilterInput) {
    emailTemplates(first: $first, after: $after, filter: $filter) {
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
  query EmailTemplateCount($filter: EmailTemplateFilterInput) {
    emailTemplates(first: 0, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query EmailTemplate($id: UUID!) {
    emailTemplate(id: $id) {
      ...EmailTemplateParts
      revision
      draft {
        ...EmailTemplateContentParts
      }
      versions {
        number
        standing
        submittedAt
        submittedByName
        decidedAt
        decidedByName
        reason
        mayApprove
        content {
          ...EmailTemplateContentParts
        }
      }
    }
  }
`);

const PREVIEW = graphql(`
  query EmailTemplatePreview($content: EmailTemplateContentInput!, $contactId: UUID) {
    emailTemplatePreview(content: $content, contactId: $contactId) {
      mail {
        subject
        preheader
        html
        text
        empty
      }
      problems {
        ...EmailTemplateProblemParts
      }
    }
  }
`);

export type Template = EmailTemplatePartsFragment;
export type TemplateDetail = NonNullable<EmailTemplateQuery["emailTemplate"]>;
export type Status = Template["status"];
export type Version = TemplateDetail["versions"][number];
export type Standing = Version["standing"];
export type Problem = EmailTemplateProblemPartsFragment;
/** `mail` is null while the problems keep it from being made. */
export type Preview = EmailTemplatePreviewQuery["emailTemplatePreview"];

/** First part of every key of templates; mutations invalidate by it. */
export const TEMPLATES = "email-templates";

export async function templatePage({
  first,
  after,
  filter,
  signal,
}: PageRequest<EmailTemplateFilterInput, unknown>): Promise<Connection<Template>> {
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).emailTemplates;
}

export async function templateCount(filter: EmailTemplateFilterInput, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).emailTemplates.totalCount;
}

/** How often it is looked whether somebody else saved. */
const LIVE = 15_000;

/** An archived one too; null when there is none. */
export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: [TEMPLATES, "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).emailTemplate ?? null,
    refetchInterval: LIVE,
  });

/** As a contact would get it, or somebody without any values; also of what is not saved yet. */
export const previewQuery = (draft: Draft, contactId: string | null) =>
  queryOptions({
    queryKey: [TEMPLATES, "preview", contentInput(draft), contactId],
    queryFn: async ({ signal }) =>
      (await execute(PREVIEW, { content: contentInput(draft), contactId }, signal)).emailTemplatePreview,
    placeholderData: keepPreviousData,
    retry: false,
    // Each moment of typing is one of its own, and nobody comes back to it.
    gcTime: 30_000,
  });
