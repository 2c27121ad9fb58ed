import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { workResolvers } from "./work.ts";
import { createWorld } from "./world.ts";

const schema = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const world = createWorld(20);

/** What somebody of a role is answered, by the API's own schema. */
async function as(role: string, source: string, variableValues: Record<string, unknown> = {}) {
  const user = world.users.find((one) => one.role === role);
  if (user === undefined) throw new Error(`nobody is ${role}`);
  const { data, errors } = await graphql({ schema, source, variableValues, rootValue: workResolvers(world, user) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as unknown;
}

const LIST =
  "query ($f: TaskFilter) { tasks(filter: $f) { edges { node { title recordName assigneeName mayChange } } } }";

it("lists tasks by when they are due, one's own and for who may see them those of others", async () => {
  const titles = async (role: string, f: object) => {
    const { tasks } = (await as(role, LIST, { f })) as { tasks: { edges: { node: { title: string } }[] } };
    return tasks.edges.map(({ node }) => node.title);
  };
  expect(await titles("ADMIN", { assignee: "MINE", states: ["OPEN"] })).toEqual([
    "Send the case studies",
    "Call back about the webinar",
  ]);
  expect(await titles("QA_ANALYST", { states: ["OPEN"] })).toHaveLength(4);
  expect(await titles("AGENT", {})).toEqual([]);
  expect(await titles("ADMIN", { due: "OVERDUE" })).toEqual(["Send the case studies"]);
  expect(await as("ADMIN", "{ taskCounts { open overdue today } }")).toEqual({
    taskCounts: { open: 2, overdue: 1, today: 1 },
  });
});

it("writes tasks within a role's reach and refuses the rest in the server's words", async () => {
  const create = 'mutation { taskCreate(input: { title: "Try" }) { task { id } userErrors { code } } }';
  const made = (await as("AGENT", create)) as { taskCreate: { task: { id: string } } };
  const { id } = made.taskCreate.task;
  const act = (name: string) =>
    `mutation { ${name}(id: "${id}") { task { state settledByName version } userErrors { code } } }`;
  expect(await as("AGENT", act("taskComplete"))).toEqual({
    taskComplete: { task: { state: "DONE", settledByName: "Sanne Kuiper", version: 2 }, userErrors: [] },
  });
  expect(await as("QA_ANALYST", act("taskReopen"))).toEqual({
    taskReopen: { task: null, userErrors: [{ code: "FORBIDDEN" }] },
  });
  const empty = 'mutation { taskCreate(input: { title: " " }) { task { id } userErrors { code field } } }';
  expect(await as("ADMIN", empty)).toEqual({
    taskCreate: { task: null, userErrors: [{ code: "TASK_TITLE_EMPTY", field: "title" }] },
  });
});

it("keeps notes: pinned ones first, deleted ones with a way back", async () => {
  const id = world.contacts[0]?.id;
  const list = async () => {
    const source = "query ($id: UUID!) { notes(entity: CONTACT, recordId: $id) { edges { node { id body } } } }";
    const { notes } = (await as("ADMIN", source, { id })) as {
      notes: { edges: { node: { id: string; body: string } }[] };
    };
    return notes.edges.map(({ node }) => node);
  };
  const add =
    'mutation ($id: UUID!) { noteAdd(input: { entity: CONTACT, recordId: $id, body: "Hi" }) { note { id } } }';
  const { noteAdd } = (await as("DATA_OPS", add, { id })) as { noteAdd: { note: { id: string } } };
  expect((await list()).map(({ body }) => body.slice(0, 6))).toEqual(["Met at", "Hi", "Budget"]);
  const act = (name: string) => as("DATA_OPS", `mutation { ${name}(id: "${noteAdd.note.id}") { note { id } } }`);
  await act("noteDelete");
  expect(await list()).toHaveLength(2);
  await act("noteRestore");
  expect(await list()).toHaveLength(3);
});
