import { Archive, Copy, Ellipsis, Pause, PenLine, Play, RotateCcw, Square, UserPlus } from "lucide-react";
import { useNavigate } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { type Action, usePageActions } from "@/shell/actions.ts";
import type { Act } from "./act-dialogs.tsx";
import type { Campaign } from "./queries.ts";
import { useCampaignActs } from "./use-campaign-acts.ts";
import { stepPath } from "./words.ts";

/** What can be done with a campaign as it stands: on its page, by keys and in the palette. */
export function HeadActs({
  campaign,
  onOpen,
}: {
  campaign: Campaign;
  onOpen: (open: Act | "details" | "pace") => void;
}) {
  const navigate = useNavigate();
  const mayEdit = useMay("CAMPAIGNS_EDIT");
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const acts = useCampaignActs();
  const { state, archived } = campaign;
  const can = (why: string | null | undefined) => typeof why !== "string";
  const pauses = mayLaunch && state === "RUNNING";
  const resumes = mayLaunch && state === "PAUSED";
  const stops = mayLaunch && (state === "LAUNCHING" || state === "RUNNING" || state === "PAUSED");
  const tops = mayLaunch && (state === "RUNNING" || state === "PAUSED");
  const edits = mayEdit && can(campaign.may.edit);
  const renames = mayEdit && can(campaign.may.rename);
  const unschedules = mayLaunch && state === "SCHEDULED" && can(campaign.may.unschedule);
  const archives = mayEdit && !archived && can(campaign.may.archive);
  const restores = mayEdit && archived && can(campaign.may.restore);
  const details = state === "DRAFT" ? "Name, tags, owner and client" : "Name, tags and owner";
  const edit = () => void navigate(stepPath(campaign, "audience"));
  const launch = () => void navigate(stepPath(campaign, "launch"));
  const turn = () => onOpen(pauses ? "pause" : "resume");
  const turns = (pauses && can(campaign.may.pause)) || (resumes && can(campaign.may.resume));
  useShortcuts([{ keys: "e", label: "Edit this campaign", group: "Campaign", run: edit }], edits);
  useShortcuts([{ keys: "p", label: pauses ? "Pause" : "Resume", group: "Campaign", run: turn }], turns);
  const action = (one: Omit<Action, "group">): Action => ({ ...one, group: "On this campaign" });
  usePageActions([
    ...(edits
      ? [action({ id: "campaign-edit", label: "Edit this campaign", icon: PenLine, keys: "e", run: edit })]
      : []),
    ...(turns
      ? [
          action({
            id: "campaign-turn",
            label: pauses ? "Pause this campaign" : "Resume this campaign",
            icon: pauses ? Pause : Play,
            keys: "p",
            run: turn,
          }),
        ]
      : []),
    ...(stops && can(campaign.may.stop)
      ? [action({ id: "campaign-stop", label: "Stop this campaign", icon: Square, run: () => onOpen("stop") })]
      : []),
    ...(tops && can(campaign.may.topUp)
      ? [action({ id: "campaign-top-up", label: "Top up its audience", icon: UserPlus, run: () => onOpen("topUp") })]
      : []),
    ...(unschedules
      ? [
          action({
            id: "campaign-unschedule",
            label: "Take this campaign back to a draft",
            icon: RotateCcw,
            run: () => onOpen("unschedule"),
          }),
        ]
      : []),
    ...(renames
      ? [
          action({
            id: "campaign-details",
            label: `${details} of this campaign`,
            icon: PenLine,
            run: () => onOpen("details"),
          }),
        ]
      : []),
    ...(restores
      ? [
          action({
            id: "campaign-restore",
            label: "Restore this campaign",
            icon: RotateCcw,
            run: () => acts.restore(campaign),
          }),
        ]
      : []),
    ...(mayEdit
      ? [action({ id: "campaign-copy", label: "Copy this campaign", icon: Copy, run: () => acts.copy(campaign) })]
      : []),
    ...(archives
      ? [
          action({
            id: "campaign-archive",
            label: "Archive this campaign",
            icon: Archive,
            run: () => acts.archive(campaign),
          }),
        ]
      : []),
  ]);
  const entries: MenuEntry[] = [
    ...(renames ? [{ label: details, icon: PenLine, onSelect: () => onOpen("details") } satisfies MenuEntry] : []),
    ...(unschedules
      ? [{ label: "Back to draft", icon: RotateCcw, onSelect: () => onOpen("unschedule") } satisfies MenuEntry]
      : []),
    ...(tops
      ? [
          {
            label: "Top up its audience",
            icon: UserPlus,
            disabledReason: campaign.may.topUp ?? undefined,
            onSelect: () => onOpen("topUp"),
          } satisfies MenuEntry,
        ]
      : []),
    ...(mayEdit ? [{ label: "Copy", icon: Copy, onSelect: () => acts.copy(campaign) } satisfies MenuEntry] : []),
    ...(archives
      ? [{ label: "Archive", icon: Archive, onSelect: () => acts.archive(campaign) } satisfies MenuEntry]
      : []),
  ];
  return (
    <>
      {pauses || resumes ? (
        <Button
          icon={pauses ? Pause : Play}
          keys="p"
          variant={resumes ? "primary" : "secondary"}
          data-testid={pauses ? "campaign-pause" : "campaign-resume"}
          disabledReason={(pauses ? campaign.may.pause : campaign.may.resume) ?? undefined}
          onClick={turn}
        >
          {pauses ? "Pause" : "Resume"}
        </Button>
      ) : null}
      {stops ? (
        <Button
          variant="danger"
          icon={Square}
          data-testid="campaign-stop"
          disabledReason={campaign.may.stop ?? undefined}
          onClick={() => onOpen("stop")}
        >
          Stop
        </Button>
      ) : null}
      {unschedules ? (
        <>
          {/* Beside a name there is room for one of them on a phone: the menu has it, too. */}
          <Button className="max-md:!hidden" onClick={() => onOpen("unschedule")}>
            Back to draft
          </Button>
          <Button variant="primary" disabledReason={campaign.may.launch ?? undefined} onClick={() => onOpen("launch")}>
            Launch now
          </Button>
        </>
      ) : null}
      {edits ? (
        <>
          <Button icon={PenLine} keys="e" className="max-md:!hidden" onClick={edit}>
            Edit
          </Button>
          <Button variant="primary" onClick={launch}>
            Review and launch
          </Button>
        </>
      ) : null}
      {restores ? (
        <Button icon={RotateCcw} busy={acts.busy} onClick={() => acts.restore(campaign)}>
          Restore
        </Button>
      ) : null}
      {entries.length === 0 ? null : (
        <Menu trigger={<IconButton label="More" icon={Ellipsis} noTooltip />} entries={entries} />
      )}
    </>
  );
}
