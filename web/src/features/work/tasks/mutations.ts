import { graphql } from "@/gql/gql.ts";
import type { TaskChangeInput, TaskCreateInput, TaskWrittenFragment } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

graphql(`
  fragment TaskWritten on TaskPayload {
    position
    task {
      id
      version
    }
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation TaskCreate($input: TaskCreateInput!) {
    taskCreate(input: $input) {
      ...TaskWritten
    }
  }
`);
const CHANGE = graphql(`
  mutation TaskChange($input: TaskChangeInput!) {
    taskChange(input: $input) {
      ...TaskWritten
    }
  }
`);
const COMPLETE = graphql(`
  mutation TaskComplete($id: UUID!) {
    taskComplete(id: $id) {
      ...TaskWritten
    }
  }
`);
const CANCEL = graphql(`
  mutation TaskCancel($id: UUID!) {
    taskCancel(id: $id) {
      ...TaskWritten
    }
  }
`);
const REOPEN = graphql(`
  mutation TaskReopen($id: UUID!) {
    taskReopen(id: $id) {
      ...TaskWritten
    }
  }
`);
const DELETE = graphql(`
  mutation TaskDelete($id: UUID!) {
    taskDelete(id: $id) {
      ...TaskWritten
    }
  }
`);
const RESTORE = graphql(`
  mutation TaskRestore($id: UUID!) {
    taskRestore(id: $id) {
      ...TaskWritten
    }
  }
`);

/** As far as the read side has got; null when it has not. */
export type WrittenTask = { id: string; version: number } | null;

const written = (payload: TaskWrittenFragment): WrittenTask => accepted(payload).task ?? null;

export async function createTask(input: TaskCreateInput): Promise<WrittenTask> {
  return written((await execute(CREATE, { input })).taskCreate);
}

export async function changeTask(input: TaskChangeInput): Promise<WrittenTask> {
  return written((await execute(CHANGE, { input })).taskChange);
}

export async function completeTask(id: string): Promise<WrittenTask> {
  return written((await execute(COMPLETE, { id })).taskComplete);
}

export async function cancelTask(id: string): Promise<WrittenTask> {
  return written((await execute(CANCEL, { id })).taskCancel);
}

export async function reopenTask(id: string): Promise<WrittenTask> {
  return written((await execute(REOPEN, { id })).taskReopen);
}

export async function deleteTask(id: string): Promise<WrittenTask> {
  return written((await execute(DELETE, { id })).taskDelete);
}

export async function restoreTask(id: string): Promise<WrittenTask> {
  return written((await execute(RESTORE, { id })).taskRestore);
}
