import { graphql } from "@/gql/gql.ts";
import type { ImportMapInput } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { type Upload, upload } from "@/lib/upload.ts";

const MAP = graphql(`
  mutation ImportMap($input: ImportMapInput!) {
    importMap(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CHOOSE_SHEET = graphql(`
  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {
    importChooseSheet(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const PREVIEW = graphql(`
  mutation ImportPreview($input: ImportActionInput!) {
    importPreview(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const START = graphql(`
  mutation ImportStart($input: ImportActionInput!, $verifyEmails: Boolean!) {
    importStart(input: $input, verifyEmails: $verifyEmails) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation ImportCancel($input: ImportActionInput!) {
    importCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the new import's id once the server has looked at the file. */
export function uploadFile(
  file: { blob: Blob; name: string; sheet?: string },
  onProgress: (sent: number, total: number) => void,
): Upload<{ id: string }> {
  const named = new URLSearchParams({
    fileName: file.name,
    ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
  });
  return upload(`/api/v1/imports?${named}`, file.blob, onProgress);
}

/** Reads another sheet of the workbook; what was mapped is of the former one and forgotten. */
export async function chooseSheet(id: string, sheet: string): Promise<void> {
  accepted((await execute(CHOOSE_SHEET, { input: { id, sheet } })).importChooseSheet);
}

export async function mapImport(input: ImportMapInput): Promise<void> {
  accepted((await execute(MAP, { input })).importMap);
}

/** Fixes the mapping and has every row checked by it; nothing is written. */
export async function mapAndPreview(input: ImportMapInput): Promise<void> {
  await mapImport(input);
  await startPreview(input.id);
}

export async function startPreview(id: string): Promise<void> {
  accepted((await execute(PREVIEW, { input: { id } })).importPreview);
}

/** `verifyEmails`: of the contacts that it makes or changes, when the run has ended. */
export async function startImport(id: string, { verifyEmails = false } = {}): Promise<void> {
  accepted((await execute(START, { input: { id }, verifyEmails })).importStart);
}

/** What is written stays; the rest of the file is counted as not run. A preview is stopped likewise. */
export async function cancelImport(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).importCancel);
}

export const stem = (fileName: string) => fileName.replace(/\.[^.]*$/, "");

/** Every row that was rejected or warned about, with its reasons, in the columns of the file it came from. */
export function downloadRejects(one: { id: string; fileName: string; rejectFileUrl?: string | null }): Promise<void> {
  return download(one.rejectFileUrl ?? `/api/v1/imports/${one.id}/errors.csv`, `${stem(one.fileName)}-rejected.csv`);
}

export function downloadFile(one: { id: string; fileName: string }): Promise<void> {
  return download(`/api/v1/imports/${one.id}/file`, one.fileName);
}
