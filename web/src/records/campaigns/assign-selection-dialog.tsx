import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { archiveList, createList, refreshLists } from "@/features/audience/lists/mutations.ts";
import { archiveCampaign, refreshCampaigns, takeFromAudience } from "@/features/campaigns/campaigns/mutations.ts";
import type { AudienceSourceInput } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { type Audience, audienceWords, selectionOf } from "../bulk/bulk-draft.ts";
import { NAME_MISSING } from "../lists/list-fields.tsx";
import type { RecordKind } from "../record-kind.ts";
import { type Assigned, CampaignChoice, useCampaignChoice } from "./campaign-choice.tsx";
import { assignedWords, type Kept, keptOf, listName } from "./assigned.ts";

/**
 * Makes what is selected the audience of a campaign, or a part of it. The selection is kept as a list, so that it stays these
 * records whatever matches later, and so that anybody can see who they are.
 */
export function AssignSelectionDialog({
  kind,
  audience,
  count,
  onClose,
  onDone,
}: {
  kind: RecordKind;
  audience: Audience;
  /** How many are selected; null while that is counted. */
  count: number | null;
  onClose: () => void;
  /** They are in the audience: the selection has done its work. */
  onDone: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const choice = useCampaignChoice();
  const [name, setName] = useState(() => listName(kind, audience, formatMoment(new Date().toISOString())));
  const [nameless, setNameless] = useState(false);
  const [kept, setKept] = useState<Kept | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Held still while the dialog is open: the list behind it may move.
  const [held] = useState(() => ({
    selection: selectionOf(kind.entity, audience),
    expected: expectedOf(audience, count),
  }));
  const refreshAll = () =>
    Promise.all([refreshCampaigns(client), refreshLists(client), client.invalidateQueries({ queryKey: ["bulks"] })]);
  const takeBack = async ({ id = "", isNew }: Assigned, source: AudienceSourceInput, list: string) => {
    if (isNew) await archiveCampaign(id);
    else await takeFromAudience(id, source);
    await archiveList(list);
    await refreshAll();
  };
  const keep = useMutation({
    mutationFn: async () => {
      // Shared as campaigns are: one that only its owner saw would be gone for whoever else launches.
      const said = { entity: kind.entity, name: name.trim(), tags: [], visibility: "GLOBAL" as const, teamId: null };
      return keptOf(await createList({ ...said, ...held, idempotencyKey }), said.name);
    },
    onSuccess: setKept,
  });
  const assign = useMutation({
    mutationFn: async () => {
      // Kept once: what the campaign is refused for does not make another list.
      const list = kept ?? (await keep.mutateAsync());
      const source: AudienceSourceInput = { list: list.id, fuzzy: false };
      return { list, source, assigned: await choice.assign(source) };
    },
    onSuccess: ({ list, source, assigned }) => {
      const open = () =>
        void navigate(assigned.id === undefined ? "/campaigns" : `/campaigns/${assigned.id}/edit/audience`);
      const undo = assigned.id === undefined ? undefined : () => takeBack(assigned, source, list.id);
      toastDone(assignedWords(kind, list, assigned.name), undo, { label: "Open campaign", open });
      onDone();
      void refreshAll();
    },
  });
  const ofList = keep.error instanceof RefusedError ? keep.error.userErrors : [];
  const nameProblem = nameless ? NAME_MISSING : ofList.find(({ field }) => field === "name")?.message;
  const ofCampaign = keep.isError ? null : assign.error;
  const inPlace = keep.isError
    ? ofList.length > 0 && ofList.every(({ field }) => field === "name")
    : choice.isInPlace(ofCampaign);
  const onEdit = () => {
    setNameless(false);
    if (keep.isError) keep.reset();
    if (assign.isError) assign.reset();
  };
  const about = audienceWords(audience, count, kind);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Assign to a campaign"
      description={kind.entity === "ACCOUNT" ? `${about} The contacts there are meant.` : about}
      width={520}
    >
      <FormShell
        onSubmit={() => {
          const lacks = name.trim() === "";
          setNameless(lacks);
          if (choice.isSaid() && !lacks) assign.mutate();
        }}
        loading={assign.isPending}
        submitError={inPlace ? null : assign.error}
        submitLabel={choice.submitLabel}
        submitDisabledReason={choice.whyNot}
        onCancel={onClose}
        footNote="Nobody is taken in before it is launched"
      >
        <CampaignChoice choice={choice} error={ofCampaign} onEdit={onEdit} />
        {kept === null ? (
          <TextField
            label="Kept as the list"
            required
            hint={`Holds these ${kind.nouns}, whatever matches later. Everybody who sees campaigns sees it.`}
            value={name}
            maxLength={200}
            error={nameProblem}
            onChange={(event) => {
              setName(event.target.value);
              onEdit();
            }}
          />
        ) : (
          <p className="t-2" role="status">
            The list “{kept.name}” is made and holds them.
          </p>
        )}
      </FormShell>
    </Dialog>
  );
}

/** What was seen counted, of all that match. */
const expectedOf = (audience: Audience, count: number | null): number | null => (audience.ids === null ? count : null);
