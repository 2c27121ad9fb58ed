import { graphql } from "@/gql/gql.ts";
import type {
  EmailTemplateChangedFragment,
  EmailTemplateContentInput,
  EmailTemplateCreateInput,
  EmailTemplateUpdateInput,
} from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

graphql(`
  fragment EmailTemplateChanged on EmailTemplatePayload {
    position
    id
    revision
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
const SAVE_DRAFT = graphql(`
  mutation EmailTemplateSaveDraft($id: UUID!, $revision: Int!, $content: EmailTemplateContentInput!) {
    emailTemplateSaveDraft(id: $id, revision: $revision, content: $content) {
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
  mutation EmailTemplateReturn($id: UUID!, $version: Int!, $reason: String!) {
    emailTemplateReturn(id: $id, version: $version, reason: $reason) {
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
  mutation EmailTemplateSendTest($id: UUID!, $contactId: UUID) {
    emailTemplateSendTest(id: $id, contactId: $contactId) {
      address
      userErrors {
        ...Refusal
      }
    }
  }
`);

function written(payload: EmailTemplateChangedFragment): EmailTemplateChangedFragment {
  return accepted(payload);
}

/** Its id, also while the list does not show it yet. */
export async function createTemplate(input: EmailTemplateCreateInput): Promise<string | undefined> {
  return written((await execute(CREATE, { input })).emailTemplateCreate).id ?? undefined;
}

export async function updateTemplate(input: EmailTemplateUpdateInput): Promise<void> {
  written((await execute(UPDATE, { input })).emailTemplateUpdate);
}

/** The revision that it is by now. `revision`: the one it was written on. */
export async function saveDraft(id: string, revision: number, content: EmailTemplateContentInput): Promise<number> {
  return written((await execute(SAVE_DRAFT, { id, revision, content })).emailTemplateSaveDraft).revision ?? revision;
}

export async function submitTemplate(id: string): Promise<void> {
  written((await execute(SUBMIT, { id })).emailTemplateSubmit);
}

export async function approveVersion(id: string, version: number): Promise<void> {
  written((await execute(APPROVE, { id, version })).emailTemplateApprove);
}

export async function returnVersion(id: string, version: number, reason: string): Promise<void> {
  written((await execute(RETURN, { id, version, reason })).emailTemplateReturn);
}

export async function archiveTemplate(id: string): Promise<void> {
  written((await execute(ARCHIVE, { id })).emailTemplateArchive);
}

export async function restoreTemplate(id: string): Promise<void> {
  written((await execute(RESTORE, { id })).emailTemplateRestore);
}

/** The address it goes to. */
export async function sendTest(id: string, contactId: string | null): Promise<string> {
  return accepted((await execute(SEND_TEST, { id, contactId })).emailTemplateSendTest).address ?? "";
}
