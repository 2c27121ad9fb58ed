import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { MenuEntry } from "@/components/menu.tsx";
import { Tabs, type TabItem } from "@/components/tabs.tsx";
import { Avatar } from "@/components/avatar.tsx";
import { Badge } from "@/components/badge.tsx";
import { useShortcuts } from "@/lib/keys.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { useShell } from "@/shell/ui-state.ts";
import { ArchivedNotice } from "./archived-notice.tsx";
import { History } from "./history.tsx";
import { LookBackButton, LookBackPanel } from "./lookback/look-back.tsx";
import { useLookBack } from "./lookback/use-look-back.ts";
import { useReadOnlyReason } from "./overview.tsx";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";
import { RecordMenu } from "./record-menu.tsx";
import { RestrictionNotice } from "./restriction-notice.tsx";
import { useRecordInView } from "./use-record-in-view.ts";
import { useWork } from "./work-tabs.tsx";
import "./records.css";

/** A record's own page: identity, acts, tabs in the URL. The overview's columns are the feature's. */
export function RecordPage({
  kind,
  record,
  name,
  detail,
  square,
  actions,
  menu,
  overview,
  notice,
  tabs = [],
  act = [],
}: {
  kind: RecordKind;
  record: RecordBase;
  name: string;
  detail: ReactNode;
  square?: boolean;
  actions?: ReactNode;
  menu?: MenuEntry[];
  overview: ReactNode;
  /** What has to be known of it before anything else. */
  notice?: ReactNode;
  /** Between overview and history. */
  tabs?: TabItem[];
  /** What only this kind of record offers in the palette. */
  act?: Parameters<typeof useRecordInView>[3];
}) {
  const [params, setParams] = useSearchParams();
  const back = useLookBack();
  useCrumb(name);
  const show = (tab: string) => setParams(tab === "overview" ? {} : { tab }, { replace: true });
  const work = useWork(kind, record, name, show);
  useRecordInView(kind, record, name, [...act, ...work.acts]);
  const readOnly = useReadOnlyReason(kind, record) !== undefined;
  const openPalette = useShell((state) => state.set);
  useShortcuts(
    [
      {
        keys: "e",
        label: "Edit a field, by its name",
        group: "Record",
        run: () => openPalette({ paletteOpen: true, paletteText: "> Edit " }),
      },
    ],
    !readOnly && back.moment === null,
  );
  const items: TabItem[] = [
    { id: "overview", label: "Overview", content: <div className="record-body">{overview}</div> },
    ...tabs,
    ...work.tabs.map((tab) => ({ ...tab, content: <div className="px-5 py-4">{tab.content}</div> })),
    {
      id: "history",
      label: "History",
      content: (
        <div className="max-w-180 px-5 py-4">
          <History kind={kind} record={record} />
        </div>
      ),
    },
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="record-head">
        <Avatar name={name} square={square ?? false} size="lg" />
        <div className="grow">
          <div className="row">
            <h1 className="clip">{name}</h1>
            {record.archived ? <Badge>Archived</Badge> : null}
          </div>
          <p className="t-2 clip">{detail}</p>
        </div>
        <div className="row">
          {actions}
          {work.buttons === null || back.moment !== null ? null : (
            <span className="row max-md:hidden">{work.buttons}</span>
          )}
          {isErased(record) ? null : <LookBackButton kind={kind} record={record} back={back} />}
          <RecordMenu kind={kind} record={record} name={name} {...(menu === undefined ? {} : { more: menu })} />
        </div>
      </div>
      <ArchivedNotice kind={kind} record={record} name={name} />
      <RestrictionNotice kind={kind} record={record} />
      {notice}
      {back.moment === null ? null : (
        <LookBackPanel kind={kind} record={record} name={name} back={back} moment={back.moment} />
      )}
      {back.moment !== null ? null : (
        <Tabs
          label={name}
          items={items}
          value={params.get("tab") ?? "overview"}
          onChange={show}
          bodyClassName="min-h-0 flex-1 overflow-auto bg-well"
        />
      )}
    </div>
  );
}
