import { Dialog as Radix } from "radix-ui";
import { Suspense, lazy, useEffect } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { Skeleton } from "@/components/skeleton.tsx";
import { undoLast } from "@/components/toast.tsx";
import { useGrants, useMay, useMe } from "@/features/identity/me/queries.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { useConflict } from "@/records/conflict/conflicts.ts";
import { useActions } from "./actions.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useGlobalCreate } from "./create.ts";
import { Help } from "./help.tsx";
import { visibleNav } from "./nav.ts";
import { SEARCH_BOX } from "./search/search-box.tsx";
import { Sidebar } from "./sidebar.tsx";
import { Topbar } from "./topbar.tsx";
import { useShell, useSidebarFold } from "./ui-state.ts";
import { ViewingBanner } from "./viewing-banner.tsx";
import "./shell.css";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(loadPalette);
const ConflictDialog = lazy(() => import("@/records/conflict/conflict-dialog.tsx"));
const BulkIndicator = lazy(() => import("@/features/audience/bulk/bulk-indicator.tsx"));
const ExportIndicator = lazy(() => import("@/features/audience/exports/export-indicator.tsx"));
const ImportIndicator = lazy(() => import("@/features/audience/imports/import-indicator.tsx"));
const SendingBanner = lazy(() => import("@/features/campaigns/campaigns/sending-banner.tsx"));

/** Canvas desk with one white sheet on it: navigation, top bar, the page. */
export function Shell() {
  const { folded } = useSidebarFold();
  const { navOpen, paletteOpen, set } = useShell();
  const { pathname } = useLocation();
  const watchesImports = useMay("IMPORTS_VIEW");
  const conflict = useConflict((state) => state.asked !== null);
  const watchesBulk = useMay("RECORDS_BULK");
  const watchesExports = useMay("EXPORTS_VIEW");
  const watchesSending = useMay("CAMPAIGNS_VIEW");
  useGlobalShortcuts();
  // Fetched while nothing else happens, so that what is typed right after Ctrl K lands in it.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={`app ${folded ? "folded" : ""}`}>
      <a className="btn skip" href="#content">
        Skip to content
      </a>
      <Sidebar />
      <main className="sheet">
        <ConnectionBanner />
        <ViewingBanner />
        {watchesSending ? (
          <Suspense fallback={null}>
            <SendingBanner />
          </Suspense>
        ) : null}
        <Topbar />
        <div className="content" id="content" tabIndex={-1}>
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <Radix.Root open={navOpen} onOpenChange={(open) => set({ navOpen: open })}>
        <Radix.Portal>
          <Radix.Overlay className="scrim fixed" />
          <Radix.Content className="phone-nav" aria-describedby={undefined}>
            <Radix.Title className="sr">Menu</Radix.Title>
            <Sidebar drawn onNavigate={() => set({ navOpen: false })} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
      <Suspense fallback={null}>{paletteOpen ? <Palette /> : null}</Suspense>
      <Help />
      <Suspense fallback={null}>{conflict ? <ConflictDialog /> : null}</Suspense>
      {watchesExports ? (
        <Suspense fallback={null}>
          <ExportIndicator />
        </Suspense>
      ) : null}
      {watchesBulk ? (
        <Suspense fallback={null}>
          <BulkIndicator />
        </Suspense>
      ) : null}
      {watchesImports ? (
        <Suspense fallback={null}>
          <ImportIndicator />
        </Suspense>
      ) : null}
    </div>
  );
}

function useGlobalShortcuts(): void {
  const me = useMe();
  const groups = visibleNav(useGrants(), me.role);
  const navigate = useNavigate();
  const set = useShell((state) => state.set);
  const { toggle: toggleSidebar } = useSidebarFold();
  const own = useActions().find((action) => action.primary);
  const [firstCreatable] = useGlobalCreate();
  const create = own?.run ?? firstCreatable?.run;
  const places = groups.flatMap((group) =>
    group.to === undefined ? (group.children ?? []) : [{ ...group, to: group.to }],
  );
  const search = () => {
    const box = document.getElementById(SEARCH_BOX);
    // Not there for whom there is nothing to find; out of sight on a phone, whose search is a page.
    if (box === null) set({ paletteOpen: true });
    else if (box.offsetParent === null) void navigate("/search");
    else box.focus();
  };
  useShortcuts([
    {
      keys: "mod+k",
      label: "Command palette",
      group: "Everywhere",
      whileTyping: true,
      run: () => set({ paletteOpen: true }),
    },
    { keys: "/", label: "Search", group: "Everywhere", run: search },
    { keys: "?", label: "Keys that work here", group: "Everywhere", run: () => set({ helpOpen: true }) },
    { keys: "mod+z", label: "Undo the last change", group: "Everywhere", run: () => void undoLast() },
    { keys: "[", label: "Fold the sidebar", group: "Everywhere", run: toggleSidebar },
    ...(create === undefined
      ? []
      : [
          {
            keys: "c",
            label: own?.label ?? `New ${firstCreatable?.noun.toLowerCase()}`,
            group: own === undefined ? "Everywhere" : "On this page",
            run: create,
          },
        ]),
    ...places
      .filter((place) => place.goKey !== undefined)
      .map((place) => ({
        keys: `g ${place.goKey}`,
        label: place.label,
        group: "Go to",
        run: () => void navigate(place.to),
      })),
  ]);
}

/** Of the shape most pages have: a title and rows. */
export function PageSkeleton() {
  return (
    <div className="delayed p-5" role="status" aria-label="Loading">
      <Skeleton width={160} />
      <div className="mt-6 flex flex-col gap-6">
        {["w-3/4", "w-2/3", "w-4/5", "w-1/2"].map((width) => (
          <div key={width} className={width}>
            <Skeleton width="100%" />
          </div>
        ))}
      </div>
    </div>
  );
}
