import { useQuery } from "@tanstack/react-query";
import { Archive, Ellipsis, PenLine, RotateCcw, Send } from "lucide-react";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { LeaveGuard } from "@/components/leave-guard.tsx";
import { Menu } from "@/components/menu.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { refusal } from "@/lib/permissions.ts";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import { type Action, usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { Standing } from "./columns.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { ContentTab } from "./content-tab.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { type Draft, draftOf, sameDraft } from "./draft.ts";
import { contentQuery, type TemplateDetail, templateQuery } from "./queries.ts";
import { ReviewBar } from "./review-bar.tsx";
import { SaveState } from "./save-state.tsx";
import { SendTestDialog } from "./send-test-dialog.tsx";
import { useDraft } from "./use-draft.ts";
import { useTemplateActs } from "./use-template-acts.ts";
import { VersionsTab } from "./versions-tab.tsx";

/** One template: what it says, its versions, and its way to being approved. */
export default function TemplatePage() {
  const { id = "" } = useParams();
  const query = useQuery(templateQuery(id));
  const template = query.data ?? null;
  useCrumb(template?.name);
  if (query.isPending) return <PageSkeleton />;
  // What was written must not go because the server could not be asked once more.
  if (template === null && query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This template" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (template === null) return <NotFound what="template" />;
  return <Loaded key={template.id} template={template} />;
}

type Open = "details" | "test" | null;

function Loaded({ template }: { template: TemplateDetail }) {
  const me = useMe();
  const mayEdit = useMay("TEMPLATES_EDIT");
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<Open>(null);
  const [contactId, setContactId] = useState<string | null>(null);
  const state = useDraft(template);
  /** The revision of somebody else's about which it shall be decided later. */
  const [putOff, setPutOff] = useState<number | null>(null);
  const acts = useTemplateActs();
  const change = mayEdit && template.mayEdit && !template.archived;
  const set = (values: Record<string, string>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(values)) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const why = useSubmitRefusal(template, state.draft);
  const submit = async () => {
    // What is submitted is what is seen.
    if ((await state.save()) !== null) acts.submit(template);
  };
  const test = async () => {
    if ((await state.save()) !== null) setOpen("test");
  };
  const action = (one: Omit<Action, "group">): Action => ({ ...one, group: "On this template" });
  const toArchive = action({
    id: "template-archive",
    label: "Archive this template",
    icon: Archive,
    run: () => acts.archive(template),
  });
  const toRestore = action({
    id: "template-restore",
    label: "Restore this template",
    icon: RotateCcw,
    run: () => acts.restore(template),
  });
  const actions = [
    action({ id: "template-test", label: "Send a test", icon: Send, run: () => void test() }),
    action({
      id: "template-details",
      label: "Edit name, brand and tags",
      icon: PenLine,
      run: () => setOpen("details"),
    }),
    ...(why === undefined
      ? [action({ id: "template-submit", label: "Submit for approval", run: () => void submit() })]
      : []),
    toArchive,
  ];
  usePageActions(change ? actions : mayEdit && template.archived ? [toRestore] : []);
  useShortcuts(
    [{ keys: "mod+s", label: "Save now", group: "Template", whileTyping: true, run: () => void state.save() }],
    change,
  );
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={template.name}>
      <PageHead
        title={template.name}
        note={<Standing template={template} />}
        actions={
          change ? (
            <>
              <SaveState state={state} onDecide={() => setPutOff(null)} />
              <Button icon={Send} className="max-md:!hidden" onClick={() => void test()}>
                Send test
              </Button>
              <Button variant="primary" busy={acts.busy} disabledReason={why} onClick={() => void submit()}>
                Submit for approval
              </Button>
              <Menu
                trigger={<IconButton label="More" icon={Ellipsis} noTooltip />}
                entries={[
                  { label: "Send test", icon: Send, onSelect: () => void test() },
                  { label: "Edit details", icon: PenLine, onSelect: () => setOpen("details") },
                  { kind: "separator" },
                  { label: "Archive", icon: Archive, onSelect: () => acts.archive(template) },
                ]}
              />
            </>
          ) : mayEdit && template.archived ? (
            <Button icon={RotateCcw} busy={acts.busy} onClick={() => acts.restore(template)}>
              Restore
            </Button>
          ) : (
            <span className="t-12 t-2">{mayEdit ? null : refusal(me.role, "edit email templates")}</span>
          )
        }
      />
      <div className="px-5 pb-3 empty:hidden">
        <ReviewBar template={template} onCompare={(version) => set(comparison(template, version.number))} />
      </div>
      <Tabs
        label="Parts of the template"
        value={params.get("tab") ?? "content"}
        onChange={(tab) => set({ tab })}
        bodyClassName="min-h-0 flex-1 overflow-auto bg-well"
        items={[
          {
            id: "content",
            label: "Content",
            content: <ContentTab template={template} state={state} contactId={contactId} onContact={setContactId} />,
          },
          {
            id: "versions",
            label: "Versions",
            count: template.versions,
            content: <VersionsTab template={template} state={state} />,
          },
          {
            id: "history",
            label: "History",
            content: (
              <div className="px-5 py-4">
                <AudienceHistory of="email template" id={template.id} />
              </div>
            ),
          },
        ]}
      />
      <LeaveGuard unsaved={state.dirty || state.saving} save={async () => (await state.save()) !== null} />
      {state.conflict && putOff !== template.revision ? (
        <ConflictDialog template={template} state={state} onClose={() => setPutOff(template.revision)} />
      ) : null}
      {open === "details" ? <DetailsDialog template={template} onClose={() => setOpen(null)} /> : null}
      {open === "test" ? (
        <SendTestDialog template={template} contactId={contactId} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

/** A version against the one that was approved before it, else against the one before. */
function comparison({ approvedVersion }: TemplateDetail, version: number): Record<string, string> {
  const before = approvedVersion ?? Math.max(1, version - 1);
  return { tab: "versions", from: String(before), to: String(version) };
}

/** Why there is nothing to submit; undefined also while it is not known yet. */
function useSubmitRefusal({ id, submitted }: TemplateDetail, draft: Draft): string | undefined {
  const last = submitted[0];
  const decided = last?.standing === "IN_REVIEW" || last?.standing === "APPROVED";
  const said = useQuery({ ...contentQuery(id, { version: last?.number ?? 0 }), enabled: decided }).data;
  if (last === undefined || !decided || !said || !sameDraft(draftOf(said), draft)) return undefined;
  return last.standing === "APPROVED"
    ? `Version ${last.number}, which is approved, says the same already`
    : `Version ${last.number}, which waits for approval, says the same already`;
}
