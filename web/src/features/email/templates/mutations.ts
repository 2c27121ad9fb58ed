import { graphql } from "@/gql/gql.ts";
import type {
  EmailSnippetChangedFragment,
  EmailSnippetCreateInput,
  EmailSnippetSaveInput,
  EmailTemplateChangedFragment,
  EmailTemplateCreateInput,
  EmailTemplateReturnInput,
  EmailTemplateSaveInput,
  EmailTemplateTestInput,
  EmailTemplateUpdateInput,
} from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

graphql(`
  fragment EmailTemplateChanged on EmailTemplatePayload {
    position
    emailTemplate {
      id
      revision
    }
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation EmailTemplateCreate($input: EmailTemplateCreateInput!) {
    emailTemplateCreate(input: $input) {
      ...EmailTemplateChanged
    }
  }
`);
const UPDATE = graphql(`
  mutation EmailTemplateUpdate($input: EmailTemplateUpdateInput!) {
    emailTemplateUpdate(input: $input) {
      ...EmailTemplateChanged
    }
  }
`);
const SAVE = graphql(`
  mutation EmailTemplateSave($input: EmailTemplateSaveInput!) {
    emailTemplateSave(input: $input) {
      ...EmailTemplateChanged
    }
  }
`);
const SUBMIT = graphql(`
  mutation EmailTemplateSubmit($id: UUID!) {
    emailTemplateSubmit(id: $id) {
      ...EmailTemplateChanged
    }
  }
`);
const APPROVE = graphql(`
  mutation EmailTemplateApprove($id: UUID!, $version: Int!) {
    emailTemplateApprove(id: $id, version: $version) {
      ...EmailTemplateChanged
    }
  }
`);
const RETURN = graphql(`
  mutation EmailTemplateReturn($input: EmailTemplateReturnInput!) {
    emailTemplateReturn(input: $input) {
      ...EmailTemplateChanged
    }
  }
`);
const ARCHIVE = graphql(`
  mutation EmailTemplateArchive($id: UUID!) {
    emailTemplateArchive(id: $id) {
      ...EmailTemplateChanged
    }
  }
`);
const RESTORE = graphql(`
  mutation EmailTemplateRestore($id: UUID!) {
    emailTemplateRestore(id: $id) {
      ...EmailTemplateChanged
    }
  }
`);
const SEND_TEST = graphql(`
  mutation EmailTemplateSendTest($input: EmailTemplateTestInput!) {
    emailTemplateSendTest(input: $input) {
      sentTo
      userErrors {
        ...Refusal
      }
    }
  }
`);

type Written = EmailTemplateChangedFragment["emailTemplate"];

/** The template as it is now; none while the lists do not show it yet. */
const written = (payload: EmailTemplateChangedFragment): Written => accepted(payload).emailTemplate;

/** Its id. */
export async function createTemplate(input: EmailTemplateCreateInput): Promise<string | undefined> {
  return written((await execute(CREATE, { input })).emailTemplateCreate)?.id;
}

export async function updateTemplate(input: EmailTemplateUpdateInput): Promise<void> {
  written((await execute(UPDATE, { input })).emailTemplateUpdate);
}

/** The revision that it is by now; undefined when that cannot be told yet. */
export async function saveDraft(input: EmailTemplateSaveInput): Promise<number | undefined> {
  return written((await execute(SAVE, { input })).emailTemplateSave)?.revision;
}

export async function submitTemplate(id: string): Promise<void> {
  written((await execute(SUBMIT, { id })).emailTemplateSubmit);
}

export async function approveVersion(id: string, version: number): Promise<void> {
  written((await execute(APPROVE, { id, version })).emailTemplateApprove);
}

export async function returnVersion(input: EmailTemplateReturnInput): Promise<void> {
  written((await execute(RETURN, { input })).emailTemplateReturn);
}

export async function archiveTemplate(id: string): Promise<void> {
  written((await execute(ARCHIVE, { id })).emailTemplateArchive);
}

export async function restoreTemplate(id: string): Promise<void> {
  written((await execute(RESTORE, { id })).emailTemplateRestore);
}

/** The address it goes to. */
export async function sendTest(input: EmailTemplateTestInput): Promise<string> {
  return accepted((await execute(SEND_TEST, { input })).emailTemplateSendTest).sentTo ?? "";
}

graphql(`
  fragment EmailSnippetChanged on EmailSnippetPayload {
    position
    emailSnippet {
      id
      version
    }
    userErrors {
      ...Refusal
    }
  }
`);

const SNIPPET_CREATE = graphql(`
  mutation EmailSnippetCreate($input: EmailSnippetCreateInput!) {
    emailSnippetCreate(input: $input) {
      ...EmailSnippetChanged
    }
  }
`);
const SNIPPET_SAVE = graphql(`
  mutation EmailSnippetSave($input: EmailSnippetSaveInput!) {
    emailSnippetSave(input: $input) {
      ...EmailSnippetChanged
    }
  }
`);
const SNIPPET_ARCHIVE = graphql(`
  mutation EmailSnippetArchive($id: UUID!) {
    emailSnippetArchive(id: $id) {
      ...EmailSnippetChanged
    }
  }
`);
const SNIPPET_RESTORE = graphql(`
  mutation EmailSnippetRestore($id: UUID!) {
    emailSnippetRestore(id: $id) {
      ...EmailSnippetChanged
    }
  }
`);

/** The snippet as it is now; none while the lists do not show it yet. */
const kept = (payload: EmailSnippetChangedFragment): EmailSnippetChangedFragment["emailSnippet"] =>
  accepted(payload).emailSnippet;

/** Its id. */
export async function createSnippet(input: EmailSnippetCreateInput): Promise<string | undefined> {
  return kept((await execute(SNIPPET_CREATE, { input })).emailSnippetCreate)?.id;
}

export async function saveSnippet(input: EmailSnippetSaveInput): Promise<void> {
  kept((await execute(SNIPPET_SAVE, { input })).emailSnippetSave);
}

export async function archiveSnippet(id: string): Promise<void> {
  kept((await execute(SNIPPET_ARCHIVE, { id })).emailSnippetArchive);
}

export async function restoreSnippet(id: string): Promise<void> {
  kept((await execute(SNIPPET_RESTORE, { id })).emailSnippetRestore);
}
