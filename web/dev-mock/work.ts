/** Tasks and notes of the mock: kept in memory, with the rules of who sees and changes one. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { scopeOf } from "./policy.ts";
import type { MockUser, World } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";

interface Task {
  id: string;
  title: string;
  details: string | null;
  state: "OPEN" | "DONE" | "CANCELLED";
  priority: string;
  dueOn: string | null;
  dueAt: string | null;
  assigneeId: string | null;
  entity: Entity | null;
  recordId: string | null;
  createdById: string | null;
  createdAt: string;
  updatedAt: string;
  settledAt: string | null;
  settledById: string | null;
  deleted: boolean;
  version: number;
}

interface Note {
  id: string;
  entity: Entity;
  recordId: string;
  body: string;
  authorId: string | null;
  pinned: boolean;
  createdAt: string;
  editedAt: string | null;
  editedById: string | null;
  deleted: boolean;
  version: number;
}

interface TaskFilter {
  assignee?: "MINE" | "NOBODY" | "ANYBODY" | "USER" | null;
  assigneeId?: string | null;
  states?: string[] | null;
  due?: string | null;
  entity?: Entity | null;
  recordId?: string | null;
}

type TaskInput = Partial<
  Pick<Task, "id" | "title" | "details" | "priority" | "dueOn" | "dueAt" | "assigneeId" | "entity" | "recordId">
> & { expectedVersion?: number | null };
type NoteInput = Partial<Pick<Note, "id" | "body" | "entity" | "recordId" | "pinned">> & {
  expectedVersion?: number | null;
};

const tasks: Task[] = [];
const notes: Note[] = [];

const now = () => new Date().toISOString();
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A few of each, once there is somebody they can be of. */
function seed(world: World): void {
  const [maren, noor, idris] = world.users;
  const [contact, other] = world.contacts;
  const account = world.accounts[0];
  if (tasks.length > 0 || !maren || !noor || !idris || !contact || !other || !account) return;
  const task = (title: string, more: Partial<Task>): Task => ({
    id: randomUUID(),
    title,
    details: null,
    state: "OPEN",
    priority: "NORMAL",
    dueOn: null,
    dueAt: null,
    assigneeId: maren.id,
    entity: null,
    recordId: null,
    createdById: noor.id,
    createdAt: now(),
    updatedAt: now(),
    settledAt: null,
    settledById: null,
    deleted: false,
    version: 1,
    ...more,
  });
  const on = (entity: Entity, recordId: string) => ({ entity, recordId });
  tasks.push(
    task("Send the case studies", {
      ...on("CONTACT", contact.id),
      details: "Asked for figures from two customers of the same size.",
      priority: "HIGH",
      dueOn: dayFrom(-1),
    }),
    task("Call back about the webinar", { ...on("CONTACT", other.id), dueOn: dayFrom(0) }),
    task("Find out who decides about the budget", {
      ...on("ACCOUNT", account.id),
      dueOn: dayFrom(2),
      assigneeId: noor.id,
    }),
    task("Try the call script once aloud", { assigneeId: null }),
    task("Check the phone number", { state: "DONE", settledAt: now(), settledById: idris.id, assigneeId: idris.id }),
  );
  const note = (entity: Entity, recordId: string, body: string, pinned: boolean): Note => ({
    id: randomUUID(),
    entity,
    recordId,
    body,
    authorId: noor.id,
    pinned,
    createdAt: now(),
    editedAt: null,
    editedById: null,
    deleted: false,
    version: 1,
  });
  notes.push(
    note("CONTACT", contact.id, "Met at the fair in May. Prefers email, reads it in the morning.", true),
    note("CONTACT", contact.id, "Budget for this year is spent; the next round is decided in October.", false),
    note("ACCOUNT", account.id, "Two locations share one IT team.", false),
  );
}

const userError = (code: string, field: string | null, message: string) => ({ code, field, message });

export function workResolvers(world: World, user: MockUser) {
  seed(world);
  const nameOf = (id: string | null) => world.users.find((other) => other.id === id)?.name ?? null;
  const recordName = (entity: Entity | null, id: string | null) => {
    const list = entity === "CONTACT" ? world.contacts : world.accounts;
    const fields = list.find((record) => record.id === id)?.fields;
    return fields?.full_name ?? fields?.name ?? null;
  };
  const scopes = {
    sees: scopeOf(user.role, "TASKS_VIEW"),
    edits: scopeOf(user.role, "TASKS_EDIT"),
    writes: scopeOf(user.role, "NOTES_EDIT"),
  };

  const isMine = (task: Task) => [task.assigneeId, task.createdById].includes(user.id);
  const seen = (task: Task) => scopes.sees === "ALL" || (scopes.sees === "OWN" && isMine(task));
  const mayChange = (task: Task) => seen(task) && (scopes.edits === "ALL" || (scopes.edits === "OWN" && isMine(task)));
  const showTask = (task: Task) => ({
    ...task,
    assigneeName: nameOf(task.assigneeId),
    createdByName: nameOf(task.createdById),
    settledByName: nameOf(task.settledById),
    recordName: recordName(task.entity, task.recordId),
    mayChange: mayChange(task),
  });

  const mayEdit = (note: Note) => scopes.writes === "ALL" || (scopes.writes === "OWN" && note.authorId === user.id);
  const showNote = (note: Note) => ({
    ...note,
    authorName: nameOf(note.authorId),
    editedByName: nameOf(note.editedById),
    mayChange: mayEdit(note),
  });

  /** On the timeline of the record, where there is one. */
  const tell = (eventType: string, title: string, recordId: string | null) => {
    world.position += 1;
    if (recordId !== null) {
      const { position } = world;
      const row = { position, recordId, eventType, title, at: now(), source: "ui", actorName: user.name, changes: [] };
      world.history.push(row);
    }
    return world.position;
  };

  const dueOf = (task: Task) => task.dueOn ?? task.dueAt?.slice(0, 10) ?? null;
  const isDue = (task: Task, when: string) => {
    const [due, today] = [dueOf(task), dayFrom(0)];
    if (due === null) return when === "NO_DATE";
    if (when === "OVERDUE") return due < today;
    if (when === "TODAY") return due === today;
    if (when === "THIS_WEEK") return due <= dayFrom(6);
    return when === "LATER" && due > today;
  };
  const listed = (filter: TaskFilter) => {
    const of = {
      MINE: (task: Task) => task.assigneeId === user.id,
      NOBODY: (task: Task) => task.assigneeId === null,
      USER: (task: Task) => task.assigneeId === filter.assigneeId,
      ANYBODY: () => true,
    };
    const wanted = of[filter.assignee ?? (filter.assigneeId ? "USER" : "ANYBODY")];
    const states = filter.states ?? [];
    const rows = tasks.filter(
      (task) =>
        !task.deleted &&
        seen(task) &&
        wanted(task) &&
        (states.length === 0 || states.includes(task.state)) &&
        (!filter.due || isDue(task, filter.due)) &&
        (!filter.recordId || task.recordId === filter.recordId),
    );
    const settled = states.length > 0 && !states.includes("OPEN");
    const key = (task: Task) => (settled ? (task.settledAt ?? "") : (dueOf(task) ?? "9999"));
    rows.sort((a, b) => key(a).localeCompare(key(b)));
    return settled ? rows.toReversed() : rows;
  };

  const taskPayload = (task: Task | null, position: number | null, ...userErrors: unknown[]) => ({
    task: task === null ? null : showTask(task),
    position,
    userErrors,
  });
  const refusedTitle = (title: string | null | undefined) => {
    if (title?.trim() === "")
      return userError("TASK_TITLE_EMPTY", "title", "A task needs a title: say in a few words what is to be done.");
    if ((title?.length ?? 0) > 200)
      return userError(
        "TASK_TITLE_TOO_LONG",
        "title",
        `The title has ${title?.length} characters; 200 fit. Put the rest into the details.`,
      );
    return null;
  };
  const onTask = (id: string | undefined, what: string, act: (task: Task) => void) => {
    const task = tasks.find((one) => one.id === id && seen(one));
    if (task === undefined) return taskPayload(null, null, userError("NOT_FOUND", null, "There is no such task."));
    if (!mayChange(task))
      return taskPayload(null, null, userError("FORBIDDEN", null, "Your role may change only its own tasks."));
    act(task);
    task.version += 1;
    task.updatedAt = now();
    return taskPayload(task, tell(`Task${what.replace(/ .*/, "")}`, `Task ${what}: ${task.title}`, task.recordId));
  };
  const settle = (state: Task["state"], what: string) => (args: { id: string }) =>
    onTask(args.id, what, (task) => {
      task.state = state;
      task.settledAt = state === "OPEN" ? null : now();
      task.settledById = state === "OPEN" ? null : user.id;
    });

  const notePayload = (note: Note | null, position: number | null, ...userErrors: unknown[]) => ({
    note: note === null ? null : showNote(note),
    position,
    userErrors,
  });
  const refusedBody = (body: string | null | undefined) =>
    body?.trim() === "" ? userError("NOTE_EMPTY", "body", "The note is empty. Write something, or leave it.") : null;
  const onNote = (id: string | undefined, what: string, act: (note: Note) => void) => {
    const note = notes.find((one) => one.id === id);
    if (note === undefined) return notePayload(null, null, userError("NOT_FOUND", null, "There is no such note."));
    if (!mayEdit(note))
      return notePayload(null, null, userError("FORBIDDEN", null, "Your role may change only its own notes."));
    act(note);
    note.version += 1;
    return notePayload(note, tell("NoteChanged", `Note ${what}: ${note.body.slice(0, 120)}`, note.recordId));
  };

  return {
    tasks: (args: PageArgs) => connection(listed((args.filter ?? {}) as TaskFilter), args, showTask),
    task: ({ id }: { id: string }) => {
      const task = tasks.find((one) => one.id === id && seen(one));
      return task === undefined ? null : showTask(task);
    },
    taskCounts: () => {
      const mine = listed({ assignee: "MINE", states: ["OPEN"] });
      const due = (when: string) => mine.filter((task) => isDue(task, when)).length;
      return { open: mine.length, overdue: due("OVERDUE"), today: due("TODAY") };
    },
    taskAssignees: () => world.users.filter((one) => one.active && one.clientId === null),
    taskCreate: ({ input }: { input: TaskInput }) => {
      const refused = refusedTitle(input.title ?? "");
      if (refused !== null) return taskPayload(null, null, refused);
      const task: Task = {
        id: randomUUID(),
        title: (input.title ?? "").trim(),
        details: input.details ?? null,
        state: "OPEN",
        priority: input.priority ?? "NORMAL",
        dueOn: input.dueOn ?? null,
        dueAt: input.dueAt ?? null,
        assigneeId: input.assigneeId ?? null,
        entity: input.entity ?? null,
        recordId: input.recordId ?? null,
        createdById: user.id,
        createdAt: now(),
        updatedAt: now(),
        settledAt: null,
        settledById: null,
        deleted: false,
        version: 1,
      };
      tasks.push(task);
      return taskPayload(task, tell("TaskCreated", `Task added: ${task.title}`, task.recordId));
    },
    taskChange: ({ input }: { input: TaskInput }) => {
      const refused = refusedTitle(input.title);
      if (refused !== null) return taskPayload(null, null, refused);
      return onTask(input.id, "changed", (task) => {
        if (typeof input.title === "string") task.title = input.title.trim();
        if (typeof input.priority === "string") task.priority = input.priority;
        if (input.details !== undefined) task.details = input.details;
        if (input.assigneeId !== undefined) task.assigneeId = input.assigneeId;
        // A day takes the place of a time, and the other way round.
        if (input.dueOn !== undefined || input.dueAt !== undefined) {
          task.dueOn = input.dueOn ?? null;
          task.dueAt = input.dueAt ?? null;
        }
      });
    },
    taskComplete: settle("DONE", "done"),
    taskCancel: settle("CANCELLED", "cancelled"),
    taskReopen: settle("OPEN", "opened again"),
    taskDelete: ({ id }: { id: string }) =>
      onTask(id, "deleted", (task) => {
        task.deleted = true;
      }),
    taskRestore: ({ id }: { id: string }) =>
      onTask(id, "restored", (task) => {
        task.deleted = false;
      }),
    notes: (args: PageArgs & { recordId: string }) => {
      const rows = notes.filter((note) => note.recordId === args.recordId && !note.deleted).toReversed();
      rows.sort((a, b) => Number(b.pinned) - Number(a.pinned));
      return connection(rows, args, showNote);
    },
    noteAdd: ({ input }: { input: NoteInput }) => {
      const refused = refusedBody(input.body ?? "");
      if (refused !== null) return notePayload(null, null, refused);
      const note: Note = {
        id: randomUUID(),
        entity: input.entity ?? "CONTACT",
        recordId: input.recordId ?? "",
        body: (input.body ?? "").trim(),
        authorId: user.id,
        pinned: input.pinned ?? false,
        createdAt: now(),
        editedAt: null,
        editedById: null,
        deleted: false,
        version: 1,
      };
      notes.push(note);
      return notePayload(note, tell("NoteAdded", `Note added: ${note.body.slice(0, 120)}`, note.recordId));
    },
    noteEdit: ({ input }: { input: NoteInput }) => {
      const refused = refusedBody(input.body);
      if (refused !== null) return notePayload(null, null, refused);
      return onNote(input.id, "edited", (note) => {
        note.body = (input.body ?? note.body).trim();
        note.editedAt = now();
        note.editedById = user.id;
      });
    },
    notePin: ({ id, pinned }: { id: string; pinned: boolean }) =>
      onNote(id, pinned ? "pinned" : "no longer pinned", (note) => {
        note.pinned = pinned;
      }),
    noteDelete: ({ id }: { id: string }) =>
      onNote(id, "deleted", (note) => {
        note.deleted = true;
      }),
    noteRestore: ({ id }: { id: string }) =>
      onNote(id, "restored", (note) => {
        note.deleted = false;
      }),
  };
}
