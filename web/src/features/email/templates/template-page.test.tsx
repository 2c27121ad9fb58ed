import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Link, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Preview, Template, Version } from "./queries.ts";
import TemplatePage from "./template-page.tsx";

const allowed = vi.hoisted(() => ({ all: new Set(["TEMPLATES_EDIT", "TEMPLATES_APPROVE"]) }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "CAMPAIGN_MANAGER", email: "ada@example.com", teams: [] }),
  useGrants: () => new Map(),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const ID = "01930000-0000-7000-8000-000000000000";
const CONTENT = {
  subject: "Hello",
  preheader: "",
  mjml: "<mjml><mj-body></mj-body></mjml>",
  blocks: { blocks: [{ type: "text", text: "Words", align: "left" }] },
  text: null,
};
const TEMPLATE: Template = {
  id: ID,
  name: "Spring news",
  brand: null,
  tags: [],
  status: "DRAFT",
  archived: false,
  revision: 1,
  versions: 0,
  approvedVersion: null,
  savedByName: "Maren",
  savedAt: "2026-03-01T10:00:00Z",
  updatedAt: "2026-03-01T10:00:00Z",
  mayEdit: true,
  mayApprove: true,
};
const WAITING: Version = {
  number: 1,
  standing: "IN_REVIEW",
  submittedById: "maren",
  submittedByName: "Maren",
  submittedAt: "2026-03-01T10:00:00Z",
  decidedByName: null,
  decidedAt: null,
  reason: null,
  snippets: [],
};
const IN_REVIEW: Template = { ...TEMPLATE, status: "IN_REVIEW", versions: 1 };
const PREVIEW: Preview = {
  subject: "Hello",
  preheader: "",
  html: "<p>Words</p>",
  text: "Words",
  bytes: 12,
  emptyTags: [],
  problems: [],
};

let template = TEMPLATE;
/** What its draft says. */
let draft = CONTENT;
let submitted: Version[] = [];
/** What the next save of the draft is answered with. */
let refused: { code: string; field: string | null; message: string } | null = null;
const sent: { act: string; variables: Record<string, unknown> }[] = [];
const acts = () => sent.map(({ act }) => act);

beforeEach(() => {
  template = TEMPLATE;
  draft = CONTENT;
  submitted = [];
  refused = null;
  sent.length = 0;
  allowed.all = new Set(["TEMPLATES_EDIT", "TEMPLATES_APPROVE"]);
  execute.mockImplementation((document, given) => {
    const asked = String(document);
    const variables = given as Record<string, unknown>;
    const act = /emailTemplate(Save|Submit|Approve|Return|Archive|Restore|SendTest)\(/.exec(asked)?.[0].slice(0, -1);
    if (act !== undefined) {
      sent.push({ act, variables });
      if (act === "emailTemplateSave" && refused !== null) {
        return Promise.resolve({ [act]: { position: null, emailTemplate: null, userErrors: [refused] } });
      }
      if (act === "emailTemplateSave") {
        const { content } = variables["input"] as { content: object };
        template = { ...template, revision: template.revision + 1 };
        draft = { ...CONTENT, ...content };
      }
      const { id, revision } = template;
      return Promise.resolve({
        [act]: { position: 1, emailTemplate: { id, revision }, sentTo: "ada@example.com", userErrors: [] },
      });
    }
    if (asked.includes("emailTemplatePreview(")) return Promise.resolve({ emailTemplatePreview: PREVIEW });
    if (asked.includes("emailTemplateVersions(")) return Promise.resolve({ emailTemplateVersions: submitted });
    if (asked.includes("emailTemplateContent(")) {
      // Versions in these stories say what the draft said first.
      return Promise.resolve({ emailTemplateContent: variables["version"] === null ? draft : CONTENT });
    }
    if (asked.includes("emailTemplate(")) return Promise.resolve({ emailTemplate: template });
    return new Promise(() => {});
  });
});

function open(path = `/campaigns/templates/${ID}`) {
  const router = createMemoryRouter(
    [
      {
        path: "/campaigns/templates/:id",
        element: (
          <>
            <Link to="/elsewhere">Elsewhere</Link>
            <TemplatePage />
          </>
        ),
      },
      { path: "/elsewhere", element: <p>You are elsewhere</p> },
    ],
    { initialEntries: [path] },
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return client;
}

const subject = () => screen.findByRole("textbox", { name: /^Subject/ });
const write = async (text: string) => fireEvent.change(await subject(), { target: { value: text } });

it("saves by itself what is written, once, on the revision that was read", async () => {
  open();
  expect(await screen.findByText("Saved")).toBeVisible();
  await write("Good morning");
  expect(screen.getByText("Not saved yet")).toBeVisible();
  expect(await screen.findByText("Saved")).toBeVisible();
  expect(sent).toMatchObject([
    { act: "emailTemplateSave", variables: { input: { id: ID, revision: 1, content: { subject: "Good morning" } } } },
  ]);
});

it("says why it was not saved, keeps what was written and tries again when asked", async () => {
  refused = { code: "TAG_UNKNOWN", field: "subject", message: "There is no merge tag {{contact.nam}}." };
  open();
  await write("Hello {{contact.nam}}");
  expect(await screen.findByText("There is no merge tag {{contact.nam}}.")).toBeVisible();
  expect(await subject()).toHaveValue("Hello {{contact.nam}}");
  refused = null;
  fireEvent.click(screen.getByRole("button", { name: "Save again" }));
  expect(await screen.findByText("Saved")).toBeVisible();
});

it("asks whose draft stands when somebody else saved meanwhile", async () => {
  open();
  await subject();
  template = { ...TEMPLATE, revision: 2 };
  draft = { ...CONTENT, subject: "Theirs" };
  refused = { code: "TEMPLATE_DRAFT_CHANGED", field: "revision", message: "Somebody else saved the draft meanwhile." };
  await write("Mine");
  const dialog = within(await screen.findByRole("dialog", { name: "Maren saved this draft meanwhile" }));
  expect(dialog.getByText("Theirs")).toBeInTheDocument();
  refused = null;
  fireEvent.click(dialog.getByRole("button", { name: "Save mine over it" }));
  await waitFor(() =>
    expect(sent.at(-1)).toMatchObject({ variables: { input: { revision: 2, content: { subject: "Mine" } } } }),
  );
  expect(await screen.findByText("Saved")).toBeVisible();
});

it("shows what somebody else saved where nothing was written", async () => {
  const client = open();
  await subject();
  template = { ...TEMPLATE, revision: 2 };
  draft = { ...CONTENT, subject: "Theirs" };
  await client.invalidateQueries();
  await waitFor(async () => expect(await subject()).toHaveValue("Theirs"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("does not let anybody leave what is not saved by accident", async () => {
  refused = { code: "TEMPLATE_NO_SUBJECT", field: "subject", message: "A mail needs a subject. Write one." };
  open();
  await write("");
  fireEvent.click(screen.getByRole("link", { name: "Elsewhere" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Not everything is saved" }));
  fireEvent.click(dialog.getByRole("button", { name: "Stay" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByText("You are elsewhere")).toBeNull();
  fireEvent.click(screen.getByRole("link", { name: "Elsewhere" }));
  fireEvent.click(await screen.findByRole("button", { name: "Leave without saving" }));
  expect(await screen.findByText("You are elsewhere")).toBeVisible();
});

it("submits what is seen, after saving it", async () => {
  open();
  await write("Good morning");
  fireEvent.click(screen.getByRole("button", { name: "Submit for approval" }));
  await waitFor(() => expect(acts()).toEqual(["emailTemplateSave", "emailTemplateSubmit"]));
});

it("has nothing to submit while the same words wait for approval", async () => {
  template = IN_REVIEW;
  submitted = [WAITING];
  open();
  await screen.findByRole("button", { name: "Submit for approval" });
  // It is another element by then.
  const button = () => screen.getByRole("button", { name: "Submit for approval" });
  await waitFor(() => expect(button()).toHaveAttribute("aria-disabled", "true"));
  fireEvent.click(button());
  expect(acts()).toEqual([]);
});

it("is approved by another, and returned with a reason", async () => {
  template = IN_REVIEW;
  submitted = [WAITING];
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Return" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Return version 1" }));
  fireEvent.click(dialog.getByRole("button", { name: /^Return it/ }));
  expect(dialog.getByText("Say why it is returned, so that it can be put right.")).toBeVisible();
  fireEvent.change(dialog.getByRole("textbox", { name: /^Reason/ }), { target: { value: "Wrong year" } });
  fireEvent.click(dialog.getByRole("button", { name: /^Return it/ }));
  await waitFor(() =>
    expect(sent.at(-1)).toMatchObject({
      act: "emailTemplateReturn",
      variables: { input: { version: 1, reason: "Wrong year" } },
    }),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Approve" }));
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ act: "emailTemplateApprove", variables: { version: 1 } }));
});

it("tells whoever wrote it why they may not approve it", async () => {
  template = IN_REVIEW;
  submitted = [{ ...WAITING, submittedById: "ada" }];
  open();
  expect(await screen.findByText(/You wrote or submitted this version/)).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Approve" }));
  expect(acts()).toEqual([]);
});

it("tells who may not approve at all", async () => {
  template = { ...IN_REVIEW, mayApprove: false };
  submitted = [WAITING];
  open();
  expect(await screen.findByText(/may not approve templates/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Return" })).toBeNull();
});

it("says why the last version came back", async () => {
  template = { ...IN_REVIEW, status: "RETURNED" };
  submitted = [{ ...WAITING, standing: "RETURNED", reason: "Wrong year", decidedByName: "Jo" }];
  open();
  expect(await screen.findByText("Version 1 was returned by Jo")).toBeVisible();
  expect(screen.getByText("Wrong year")).toBeVisible();
});

it("only shows what it says to who may not edit it", async () => {
  allowed.all = new Set();
  template = { ...TEMPLATE, mayEdit: false, mayApprove: false };
  open();
  expect(await subject()).toHaveAttribute("readonly");
  expect(screen.getByRole("textbox", { name: "MJML" })).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: "Submit for approval" })).toBeNull();
});

it("compares a version with the draft", async () => {
  template = IN_REVIEW;
  submitted = [WAITING];
  draft = { ...CONTENT, subject: "Later" };
  open(`/campaigns/templates/${ID}?tab=versions`);
  const changes = within(await screen.findByRole("region", { name: "Changes of subject" }));
  expect(changes.getByText("Hello")).toBeInTheDocument();
  expect(changes.getByText("Later")).toBeInTheDocument();
  expect(screen.queryByRole("region", { name: "Changes of body" })).toBeNull();
});

it("is shown in a frame that may do nothing, or as plain text", async () => {
  open();
  const frame = await screen.findByTitle("The email");
  expect(frame).toHaveAttribute("sandbox", "");
  expect(frame.getAttribute("srcdoc")).toContain("<p>Words</p>");
  await userEvent.click(screen.getByRole("button", { name: "Plain text" }));
  expect(screen.queryByTitle("The email")).toBeNull();
  expect(screen.getByRole("region", { name: "Plain text of the email" })).toHaveTextContent("Words");
});

it("sends a test to the viewer alone", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Send test" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Send a test" }));
  expect(dialog.getByText(/ada@example.com/)).toBeVisible();
  fireEvent.click(dialog.getByRole("button", { name: /^Send test/ }));
  await waitFor(() => expect(acts()).toEqual(["emailTemplateSendTest"]));
});

it("lets whose draft stands be decided later, and saves nothing until then", async () => {
  const client = open();
  await subject();
  await write("Mine");
  template = { ...TEMPLATE, revision: 2 };
  draft = { ...CONTENT, subject: "Theirs" };
  refused = { code: "TEMPLATE_DRAFT_CHANGED", field: "revision", message: "Somebody else saved the draft meanwhile." };
  await client.invalidateQueries();
  fireEvent.click(await screen.findByRole("button", { name: "Decide later" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  refused = null;
  fireEvent.click(screen.getByRole("button", { name: "Decide whose stands" }));
  fireEvent.click(await screen.findByRole("button", { name: "Take theirs" }));
  await waitFor(async () => expect(await subject()).toHaveValue("Theirs"));
  expect(sent.filter(({ variables }) => (variables["input"] as { revision: number }).revision === 2)).toEqual([]);
});

it("takes a version as the draft, with the way back", async () => {
  template = IN_REVIEW;
  submitted = [WAITING];
  draft = { ...CONTENT, subject: "Later" };
  open(`/campaigns/templates/${ID}?tab=versions`);
  fireEvent.click(await screen.findByRole("button", { name: "Use as draft: version 1" }));
  expect(await screen.findByText("They say the same.")).toBeVisible();
  fireEvent.click(await screen.findByRole("button", { name: /^Undo/ }));
  expect(await screen.findByRole("region", { name: "Changes of subject" })).toBeVisible();
});
