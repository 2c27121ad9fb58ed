import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  DomainSetItemJudgeInput,
  DomainSetItemRetractInput,
  DomainSetUpdateInput,
  DomainSetUploadInput,
  ViewSharing,
} from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { type Upload, upload } from "@/lib/upload.ts";
import { DOMAIN_SET_CONTACTS, DOMAIN_SET_ITEMS, DOMAIN_SET_LINES, DOMAIN_SETS } from "./queries.ts";

const UPLOAD = graphql(`
  mutation DomainSetUpload($input: DomainSetUploadInput!) {
    domainSetUpload(input: $input) {
      id
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation DomainSetUpdate($input: DomainSetUpdateInput!) {
    domainSetUpdate(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ARCHIVE = graphql(`
  mutation DomainSetArchive($id: UUID!) {
    domainSetArchive(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE = graphql(`
  mutation DomainSetRestore($id: UUID!) {
    domainSetRestore(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const MATCH = graphql(`
  mutation DomainSetMatch($id: UUID!, $stubs: Boolean) {
    domainSetMatch(id: $id, stubs: $stubs) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation DomainSetMatchCancel($id: UUID!) {
    domainSetMatchCancel(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const JUDGE = graphql(`
  mutation DomainSetItemJudge($input: DomainSetItemJudgeInput!) {
    domainSetItemJudge(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const RETRACT = graphql(`
  mutation DomainSetItemRetract($input: DomainSetItemRetractInput!) {
    domainSetItemRetract(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export interface NewSet {
  name: string | null;
  sharing: ViewSharing;
  teamId: string | null;
  stubs: boolean;
}

/** Answers with the new set's id; a job reads and matches it. */
export async function uploadPasted(text: string, of: NewSet): Promise<string | null> {
  const input: DomainSetUploadInput = { ...of, text };
  return accepted((await execute(UPLOAD, { input })).domainSetUpload).id ?? null;
}

/** Likewise, once the file has arrived and its head was looked at. */
export function uploadFile(
  file: File,
  { name, sharing, teamId, stubs }: NewSet,
  onProgress: (sent: number, total: number) => void,
): Upload<{ id: string }> {
  const params = new URLSearchParams({ fileName: file.name, sharing: sharing.toLowerCase() });
  if (name !== null) params.set("name", name);
  if (teamId !== null) params.set("teamId", teamId);
  if (stubs) params.set("stubs", "true");
  return upload(`/api/v1/domain-sets?${params}`, file, onProgress);
}

export async function updateDomainSet(input: DomainSetUpdateInput): Promise<void> {
  accepted((await execute(UPDATE, { input })).domainSetUpdate);
}

export async function archiveDomainSet(id: string): Promise<void> {
  accepted((await execute(ARCHIVE, { id })).domainSetArchive);
}

export async function restoreDomainSet(id: string): Promise<void> {
  accepted((await execute(RESTORE, { id })).domainSetRestore);
}

/** `stubs`: whether companies that are not known become accounts; null: as it was asked before. */
export async function matchDomainSet(id: string, stubs: boolean | null): Promise<void> {
  accepted((await execute(MATCH, { id, stubs })).domainSetMatch);
}

/** What was matched until then stays. */
export async function cancelMatching(id: string): Promise<void> {
  accepted((await execute(CANCEL, { id })).domainSetMatchCancel);
}

export async function judgeItem(input: DomainSetItemJudgeInput): Promise<void> {
  accepted((await execute(JUDGE, { input })).domainSetItemJudge);
}

/** Takes back what was last said of an item: it is what it was before. */
export async function retractWord(input: DomainSetItemRetractInput): Promise<void> {
  accepted((await execute(RETRACT, { input })).domainSetItemRetract);
}

/** Sets, their items and their people. */
export async function refreshDomainSets(client: QueryClient): Promise<void> {
  const changed = [DOMAIN_SETS, DOMAIN_SET_ITEMS, DOMAIN_SET_LINES, DOMAIN_SET_CONTACTS];
  await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
