import { graphql } from "@/gql/gql.ts";
import type { ClientChangeInput, ClientTermsInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { upload } from "@/lib/upload.ts";

const CREATE = graphql(`
  mutation ClientCreate($input: ClientCreateInput!) {
    clientCreate(input: $input) {
      position
      client {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RENAME = graphql(`
  mutation ClientRename($input: ClientRenameInput!) {
    clientRename(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CHANGE = graphql(`
  mutation ClientChange($input: ClientChangeInput!) {
    clientChange(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ASSIGN = graphql(`
  mutation ClientAssignOwner($id: UUID!, $ownerId: UUID) {
    clientAssignOwner(id: $id, ownerId: $ownerId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ARCHIVE = graphql(`
  mutation ClientArchive($id: UUID!, $reason: String) {
    clientArchive(id: $id, reason: $reason) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE = graphql(`
  mutation ClientRestore($id: UUID!) {
    clientRestore(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const TERMS = graphql(`
  mutation ClientSetTerms($input: ClientTermsInput!) {
    clientSetTerms(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const TERMS_WITHDRAW = graphql(`
  mutation ClientWithdrawTerms($id: UUID!, $seen: Int!) {
    clientWithdrawTerms(id: $id, seen: $seen) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const BRAND_ADD = graphql(`
  mutation ClientBrandAdd($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {
    clientBrandAdd(id: $id, brandId: $brandId, name: $name, website: $website) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const BRAND_CHANGE = graphql(`
  mutation ClientBrandChange($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {
    clientBrandChange(id: $id, brandId: $brandId, name: $name, website: $website) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const BRAND_ARCHIVE = graphql(`
  mutation ClientBrandArchive($id: UUID!, $brandId: UUID!) {
    clientBrandArchive(id: $id, brandId: $brandId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const BRAND_RESTORE = graphql(`
  mutation ClientBrandRestore($id: UUID!, $brandId: UUID!) {
    clientBrandRestore(id: $id, brandId: $brandId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIST_ADD = graphql(`
  mutation ClientListAdd($id: UUID!, $listId: UUID!, $name: String!) {
    clientListAdd(id: $id, listId: $listId, name: $name) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIST_RENAME = graphql(`
  mutation ClientListRename($id: UUID!, $listId: UUID!, $name: String!) {
    clientListRename(id: $id, listId: $listId, name: $name) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIST_REMOVE = graphql(`
  mutation ClientListRemove($id: UUID!, $listId: UUID!) {
    clientListRemove(id: $id, listId: $listId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIST_RESTORE = graphql(`
  mutation ClientListRestore($id: UUID!, $listId: UUID!) {
    clientListRestore(id: $id, listId: $listId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIST_UNFILL = graphql(`
  mutation ClientListUnfill($id: UUID!, $listId: UUID!, $fileId: UUID!) {
    clientListUnfill(id: $id, listId: $listId, fileId: $fileId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const VIEW_BEGIN = graphql(`
  mutation ClientViewBegin($id: UUID!, $reason: String!) {
    clientViewBegin(id: $id, reason: $reason) {
      until
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Its id, unless the read side does not know it yet. */
export async function createClient(name: string, idempotencyKey: string): Promise<string | undefined> {
  return accepted((await execute(CREATE, { input: { name, idempotencyKey } })).clientCreate).client?.id;
}

export async function renameClient(id: string, name: string): Promise<void> {
  accepted((await execute(RENAME, { input: { id, name } })).clientRename);
}

/** All details at once. */
export async function changeClient(input: ClientChangeInput): Promise<void> {
  accepted((await execute(CHANGE, { input })).clientChange);
}

export async function assignOwner(id: string, ownerId: string | null): Promise<void> {
  accepted((await execute(ASSIGN, { id, ownerId })).clientAssignOwner);
}

export async function archiveClient(id: string, reason: string): Promise<void> {
  accepted((await execute(ARCHIVE, { id, reason })).clientArchive);
}

export async function restoreClient(id: string): Promise<void> {
  accepted((await execute(RESTORE, { id })).clientRestore);
}

export async function setTerms(input: ClientTermsInput): Promise<void> {
  accepted((await execute(TERMS, { input })).clientSetTerms);
}

/** None any more. `seen`: the version that is withdrawn. */
export async function withdrawTerms(id: string, seen: number): Promise<void> {
  accepted((await execute(TERMS_WITHDRAW, { id, seen })).clientWithdrawTerms);
}

export interface BrandInput {
  id: string;
  brandId: string;
  name: string;
  website: string | null;
}

export async function addBrand(input: BrandInput): Promise<void> {
  accepted((await execute(BRAND_ADD, input)).clientBrandAdd);
}

export async function changeBrand(input: BrandInput): Promise<void> {
  accepted((await execute(BRAND_CHANGE, input)).clientBrandChange);
}

export async function archiveBrand(id: string, brandId: string): Promise<void> {
  accepted((await execute(BRAND_ARCHIVE, { id, brandId })).clientBrandArchive);
}

export async function restoreBrand(id: string, brandId: string): Promise<void> {
  accepted((await execute(BRAND_RESTORE, { id, brandId })).clientBrandRestore);
}

export async function addList(id: string, listId: string, name: string): Promise<void> {
  accepted((await execute(LIST_ADD, { id, listId, name })).clientListAdd);
}

export async function renameList(id: string, listId: string, name: string): Promise<void> {
  accepted((await execute(LIST_RENAME, { id, listId, name })).clientListRename);
}

export async function removeList(id: string, listId: string): Promise<void> {
  accepted((await execute(LIST_REMOVE, { id, listId })).clientListRemove);
}

/** With what it held, among the last that were removed. */
export async function restoreList(id: string, listId: string): Promise<void> {
  accepted((await execute(LIST_RESTORE, { id, listId })).clientListRestore);
}

/** Takes its last file back, unless it was filled again since. */
export async function unfillList(id: string, listId: string, fileId: string): Promise<void> {
  accepted((await execute(LIST_UNFILL, { id, listId, fileId })).clientListUnfill);
}

/** What became of a file. */
export interface Filled {
  fileId: string;
  entries: number;
  repeated: number;
  refusedCount: number;
  refused: { line: number; why: string }[];
}

export const listFile = (id: string, listId: string) => `/api/v1/clients/${id}/lists/${listId}/file`;

export function fillList(id: string, listId: string, file: File): Promise<Filled> {
  const params = new URLSearchParams({ fileName: file.name });
  return upload<Filled>(`${listFile(id, listId)}?${params}`, file, () => undefined, "PUT").done;
}

export async function beginView(id: string, reason: string): Promise<void> {
  accepted((await execute(VIEW_BEGIN, { id, reason })).clientViewBegin);
}
