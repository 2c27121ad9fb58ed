import { useQuery } from "@tanstack/react-query";
import { Archive, Eye, PenLine, RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { type TabItem, Tabs } from "@/components/tabs.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatMoment } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { Brands } from "./brands.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { History } from "./history.tsx";
import { Lists } from "./lists.tsx";
import { Overview } from "./overview.tsx";
import { type Client, clientQuery } from "./queries.ts";
import { Terms } from "./terms-tab.tsx";
import { useRestore } from "./use-client.ts";
import { ClientUsers } from "./users.tsx";
import { ViewDialog } from "./view-dialog.tsx";

/** One client: what is known of it, who of it signs in, its brands, terms and lists, and what happened. */
export default function ClientPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const query = useQuery(clientQuery(id));
  const mayManage = useMay("CLIENTS_MANAGE");
  const mayView = useMay("CLIENTS_VIEW_AS");
  const seesUsers = useMay("USERS_MANAGE");
  const restore = useRestore();
  const [open, setOpen] = useState<"details" | "archive" | "view" | null>(null);
  const client = query.data?.client ?? null;
  useCrumb(client?.name);
  const active = client !== null && !client.archived;
  usePageActions(
    active && mayManage
      ? [
          {
            id: "client-edit",
            label: "Edit this client",
            icon: PenLine,
            group: "On this page",
            keys: "e",
            run: () => setOpen("details"),
          },
          {
            id: "client-archive",
            label: "Archive this client",
            icon: Archive,
            group: "On this page",
            run: () => setOpen("archive"),
          },
        ]
      : [],
  );
  useShortcuts(
    [{ keys: "e", label: "Edit this client", group: "On this page", run: () => setOpen("details") }],
    active && mayManage,
  );
  usePageActions(
    active && mayView
      ? [
          {
            id: "client-view",
            label: "View as client",
            icon: Eye,
            group: "On this page",
            run: () => setOpen("view"),
          },
        ]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This client" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const record = query.data.clientRecord ?? null;
  if (client === null || record === null) return <NotFound what="client" />;
  const change = mayManage && active;
  const tab = (label: string, at: string, content: ReactNode, count?: number): TabItem => ({
    id: at,
    label,
    ...(count === undefined ? {} : { count }),
    content: <div className="flex flex-col gap-3 px-5 py-4">{content}</div>,
  });
  const parts = { client, record, change };
  const items = [
    tab("Overview", "overview", <Overview {...parts} />),
    ...(seesUsers ? [tab("Users", "users", <ClientUsers client={client} change={change} />, client.userCount)] : []),
    tab("Brands", "brands", <Brands {...parts} />, record.brands.filter(({ archived }) => !archived).length),
    tab("Terms", "terms", <Terms {...parts} />),
    tab("Lists", "lists", <Lists {...parts} />, record.lists.length),
    tab("History", "history", <History client={client} />),
  ];
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={client.name}>
      <PageHead
        title={client.name}
        note={client.archived ? <Status tone="hollow">Archived</Status> : undefined}
        actions={
          <>
            {mayView && active ? (
              <Button icon={Eye} onClick={() => setOpen("view")}>
                View as client
              </Button>
            ) : null}
            {change ? (
              <>
                <Button icon={Archive} onClick={() => setOpen("archive")}>
                  Archive
                </Button>
                <Button icon={PenLine} onClick={() => setOpen("details")}>
                  Edit
                </Button>
              </>
            ) : null}
            {mayManage && !active ? (
              <Button icon={RotateCcw} busy={restore.isPending} onClick={() => restore.mutate(client)}>
                Restore
              </Button>
            ) : null}
          </>
        }
      />
      {client.archived ? (
        <div className="px-5 pb-2">
          <Notice
            title={`Archived${record.archivedAt ? ` ${formatMoment(record.archivedAt)}` : ""}${record.archiveReason ? `: ${record.archiveReason}` : ""}`}
          >
            Nothing is lost. Its users cannot sign in, and nothing can be changed until it is restored.
          </Notice>
        </div>
      ) : null}
      <Tabs
        label="Client"
        value={params.get("tab") ?? "overview"}
        onChange={(to) => void navigate(to === "overview" ? "." : `?tab=${to}`, { replace: true })}
        items={items}
      />
      <Dialogs open={open} close={() => setOpen(null)} {...parts} />
    </section>
  );
}

function Dialogs({
  open,
  close,
  client,
  record,
}: {
  open: "details" | "archive" | "view" | null;
  close: () => void;
  client: Client;
  record: Parameters<typeof DetailsDialog>[0]["record"];
}) {
  if (open === "details") return <DetailsDialog client={client} record={record} onClose={close} />;
  if (open === "archive") return <ArchiveDialog client={client} onClose={close} />;
  if (open === "view") return <ViewDialog client={client} onClose={close} />;
  return null;
}
