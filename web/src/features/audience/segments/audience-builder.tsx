import { useQuery } from "@tanstack/react-query";
import { List } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { FilterWords } from "@/components/filter-builder/builder-panel.tsx";
import { GroupBox } from "@/components/filter-builder/group-box.tsx";
import { FilterContext } from "@/components/filter-builder/setup.ts";
import { fromJson, toJson } from "@/components/filter-builder/tree.ts";
import { isComplete } from "@/components/filter-builder/values.ts";
import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatFilter } from "@/lib/filter-json.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { AssignButton } from "@/records/campaigns/assign-button.tsx";
import { ExportButton } from "@/records/export-button.tsx";
import { accountKind } from "@/records/kinds/account-kind.ts";
import { contactKind } from "@/records/kinds/contact-kind.ts";
import { MakeListButton } from "@/records/lists/make-list-button.tsx";
import { LongFilter } from "@/records/long-filter.tsx";
import { archivedOf } from "@/records/standing.tsx";
import { useRecordFilter } from "@/records/use-record-filter.ts";
import { usePageActions } from "@/shell/actions.ts";
import { DefinitionActs } from "./definition-acts.tsx";
import { Found } from "./found.tsx";
import { previewQuery, type SegmentDetail } from "./queries.ts";
import { SaveSegmentDialog } from "./save-segment-dialog.tsx";
import { builderPath, listPath, nounsOf, pathOf } from "./words.ts";
import "./audience.css";

/** What a list of such records shows at first, for an export from here. */
const COLUMNS: Record<Entity, string[]> = {
  CONTACT: ["full_name", "job_title", "account", "email", "country"],
  ACCOUNT: ["name", "domain", "industry", "employees_size_range", "hq_country"],
};

const NOT_LISTED = () => [];

/** The conditions, what they mean and find, and what can be made of that. */
export function AudienceBuilder({
  entity,
  segment,
  base,
}: {
  entity: Entity;
  /** Whose definition it is; null for a new audience. */
  segment: SegmentDetail | null;
  /** What the address says if it says nothing. */
  base: URLSearchParams;
}) {
  const navigate = useNavigate();
  const mayEdit = useMay("SEGMENTS_EDIT");
  const kind = entity === "ACCOUNT" ? accountKind : contactKind;
  const { nouns } = nounsOf(entity);
  const state = useListState(undefined, base);
  const { where } = state;
  const setup = useRecordFilter(entity, state);
  const { draft } = setup;
  const preview = useQuery(previewQuery(entity, where));
  const count = preview.isPlaceholderData ? null : (preview.data?.count ?? null);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  // What was just typed is not asked yet, and what is not asked is not saved.
  const write = (root: typeof draft.root) => toJson(root, (one) => isComplete(one, setup.fieldOf(one.field))).json;
  const asked = fromJson(where);
  const settled = asked !== null && formatFilter(write(draft.root)) === formatFilter(write(asked));
  const blocked =
    draft.mistakes.size > 0 || draft.unreadable
      ? "Mend what is marked first"
      : where === null
        ? "Add a condition first"
        : settled
          ? undefined
          : "One moment: the filter is being checked";
  const asList = {
    archived: archivedOf(NOT_LISTED, where),
    // As a segment counts days: it is the same for everybody.
    ...(where === null ? {} : { where, timeZone: "UTC" }),
  };
  const save = () => (blocked === undefined ? setSaving(true) : undefined);
  usePageActions([
    {
      id: "audience-list",
      label: `Open these ${nouns} as a list`,
      icon: List,
      group: "On this page",
      run: () => void navigate(listPath(entity, where)),
    },
  ]);
  return (
    <FilterContext value={setup}>
      <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Audience builder">
        <PageHead
          title={segment === null ? "Audience builder" : `Definition of ${segment.name}`}
          note={segment === null ? <EntityChoice entity={entity} /> : undefined}
          actions={
            <>
              <MakeListButton kind={kind} filter={asList} count={count} blocked={blocked} />
              {/* Of accounts: a segment of them is assigned, which means their contacts. */}
              {entity === "CONTACT" ? (
                <AssignButton
                  source={{ filter: where, timeZone: "UTC", fuzzy: false }}
                  what="What this filter finds"
                  blocked={blocked}
                />
              ) : null}
              <ExportButton inHead kind={kind} filter={asList} sort={null} keys={COLUMNS[entity]} count={count} />
              {mayEdit ? (
                <DefinitionActs
                  segment={segment}
                  filter={where}
                  blocked={blocked}
                  onSaveNew={save}
                  onSaved={(path) => void navigate(path)}
                  onRefused={setRefused}
                />
              ) : null}
            </>
          }
        />
        <LongFilter as="a segment" />
        {refused === null ? null : (
          <div className="px-5 pb-3">
            <Notice tone="danger" title="Not saved. The filter is kept.">
              {messageOf(refused)}
            </Notice>
          </div>
        )}
        {segment?.archived ? (
          <div className="px-5 pb-3">
            <Notice tone="warning" title="This segment is archived">
              Restore it to change its definition, or save this as a new segment.
            </Notice>
          </div>
        ) : null}
        <div className="audience">
          <div className="audience-filter">
            <div className="fb-body grow">
              {draft.unreadable ? (
                <Notice
                  tone="warning"
                  title="This filter cannot be shown here"
                  action={
                    <Button small onClick={draft.clear}>
                      Clear it
                    </Button>
                  }
                >
                  It has a shape that the builder does not know. Nothing was changed.
                </Notice>
              ) : (
                <GroupBox group={draft.root} keys="f" />
              )}
            </div>
            <footer className="fb-words">
              <FilterWords nouns={[kind.noun, kind.nouns]} />
            </footer>
          </div>
          <Found entity={entity} filter={where} query={preview} />
        </div>
        {saving ? (
          <SaveSegmentDialog
            entity={entity}
            filter={where}
            count={count}
            onClose={() => setSaving(false)}
            onMade={(id) => void navigate(id === undefined ? `/${nouns}/segments` : pathOf({ entity, id }))}
          />
        ) : null}
      </section>
    </FilterContext>
  );
}

/** Of which records the audience is. Each has conditions of its own, so none are taken along. */
function EntityChoice({ entity }: { entity: Entity }) {
  const mayContacts = useMay("CONTACTS_VIEW");
  const mayAccounts = useMay("ACCOUNTS_VIEW");
  if (!mayContacts || !mayAccounts) return null;
  const one = (of: Entity, label: string) => (
    <Link
      className={of === entity ? "on" : ""}
      aria-current={of === entity ? "page" : undefined}
      to={builderPath(of, {})}
    >
      {label}
    </Link>
  );
  return (
    <span className="seg" role="group" aria-label="Audience of">
      {one("CONTACT", "Contacts")}
      {one("ACCOUNT", "Accounts")}
    </span>
  );
}
