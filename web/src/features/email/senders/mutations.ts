import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailBrandInput, SenderInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const CREATE = graphql(`
  mutation SenderCreate($input: SenderInput!) {
    senderCreate(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CHANGE = graphql(`
  mutation SenderChange($id: UUID!, $input: SenderInput!) {
    senderChange(id: $id, input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ARCHIVE = graphql(`
  mutation SenderArchive($id: UUID!) {
    senderArchive(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE = graphql(`
  mutation SenderRestore($id: UUID!) {
    senderRestore(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CHECK = graphql(`
  mutation SenderCheck($id: UUID!) {
    senderCheck(id: $id) {
      jobId
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CREATE_BRAND = graphql(`
  mutation EmailBrandCreate($input: EmailBrandInput!) {
    emailBrandCreate(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CHANGE_BRAND = graphql(`
  mutation EmailBrandChange($id: UUID!, $input: EmailBrandInput!) {
    emailBrandChange(id: $id, input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const SET_DEFAULT = graphql(`
  mutation EmailBrandSetDefault($id: UUID!, $senderId: UUID) {
    emailBrandSetDefault(id: $id, senderId: $senderId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ARCHIVE_BRAND = graphql(`
  mutation EmailBrandArchive($id: UUID!) {
    emailBrandArchive(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE_BRAND = graphql(`
  mutation EmailBrandRestore($id: UUID!) {
    emailBrandRestore(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Where it was written; null where it was so before, so that nothing changed. */
export type Written = number | null;

export async function createSender(input: SenderInput): Promise<void> {
  accepted((await execute(CREATE, { input })).senderCreate);
}

export async function changeSender(id: string, input: SenderInput): Promise<void> {
  accepted((await execute(CHANGE, { id, input })).senderChange);
}

/** Nobody sends with it any more; what was sent with it keeps its name. */
export async function archiveSender(id: string): Promise<Written> {
  return accepted((await execute(ARCHIVE, { id })).senderArchive).position ?? null;
}

export async function restoreSender(id: string): Promise<Written> {
  return accepted((await execute(RESTORE, { id })).senderRestore).position ?? null;
}

/** Asks the name servers; the answer comes with the sender, a moment later. */
export async function checkSender(id: string): Promise<void> {
  accepted((await execute(CHECK, { id })).senderCheck);
}

export async function createBrand(input: EmailBrandInput): Promise<void> {
  accepted((await execute(CREATE_BRAND, { input })).emailBrandCreate);
}

export async function changeBrand(id: string, input: EmailBrandInput): Promise<void> {
  accepted((await execute(CHANGE_BRAND, { id, input })).emailBrandChange);
}

export async function setDefaultSender(brandId: string, senderId: string | null): Promise<Written> {
  return accepted((await execute(SET_DEFAULT, { id: brandId, senderId })).emailBrandSetDefault).position ?? null;
}

export async function archiveBrand(id: string): Promise<Written> {
  return accepted((await execute(ARCHIVE_BRAND, { id })).emailBrandArchive).position ?? null;
}

export async function restoreBrand(id: string): Promise<Written> {
  return accepted((await execute(RESTORE_BRAND, { id })).emailBrandRestore).position ?? null;
}

/** The list, the pages and what happened. */
export function refreshSenders(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ["senders"] });
}
