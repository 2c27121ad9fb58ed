import { ChevronDown, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { BrandMark } from "@/components/brand.tsx";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu } from "@/components/menu.tsx";
import { Tooltip } from "@/components/tooltip.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { useNavigate } from "react-router";
import { usePlacePath } from "./crumbs.tsx";
import { type NavGroup, placeOf, visibleNav } from "./nav.ts";
import { useSidebarFold } from "./ui-state.ts";
import { UserMenu } from "./user-menu.tsx";

const TaskCount = lazy(() => import("@/features/work/tasks/nav-count.tsx"));
const RequestCount = lazy(() => import("@/features/suppression/requests/nav-count.tsx"));
const ReplyCount = lazy(() => import("@/features/email/replies/nav-count.tsx"));

/** Groups with their pages, one open at a time. `drawn` is true inside the phone's sheet, which is never folded. */
export function Sidebar({ drawn = false, onNavigate }: { drawn?: boolean; onNavigate?: () => void }) {
  const me = useMe();
  const groups = visibleNav(useGrants(), me.role);
  const path = usePlacePath();
  const here = placeOf(path, groups);
  const fold = useSidebarFold();
  const folded = fold.folded && !drawn;
  // A navigation opens the group it leads to; until the next one the person's own choice holds.
  const [opened, setOpened] = useState({ path, id: here?.group.id ?? null });
  if (opened.path !== path) setOpened({ path, id: here?.group.id ?? null });
  const openId = opened.id;

  return (
    <aside className={`side ${drawn ? "drawn" : ""}`} aria-label="Main navigation">
      <div className="brand-row">
        <Link to="/" className="brand" onClick={onNavigate}>
          <BrandMark />
          {folded ? <span className="sr">Pivotal</span> : <span>Pivotal</span>}
        </Link>
        {drawn ? null : (
          <IconButton
            label={folded ? "Unfold sidebar" : "Fold sidebar"}
            icon={folded ? PanelLeftOpen : PanelLeftClose}
            onClick={fold.toggle}
            className="fold"
          />
        )}
      </div>
      <nav onClickCapture={(event) => (event.target as HTMLElement).closest("a") && onNavigate?.()}>
        {groups.map((group) =>
          folded ? (
            <FoldedGroup key={group.id} group={group} current={here?.group.id === group.id} />
          ) : (
            <Group
              key={group.id}
              group={group}
              currentItem={here?.item?.id ?? null}
              current={here?.group.id === group.id}
              open={openId === group.id}
              onToggle={() => setOpened({ path, id: openId === group.id ? null : group.id })}
            />
          ),
        )}
      </nav>
      <UserMenu folded={folded} />
    </aside>
  );
}

function Group(props: {
  group: NavGroup;
  current: boolean;
  currentItem: string | null;
  open: boolean;
  onToggle: () => void;
}) {
  const { group, current, currentItem, open, onToggle } = props;
  if (group.children === undefined) {
    return (
      <Link
        to={group.to ?? "/"}
        className={`nav ${current ? "here" : ""}`}
        data-testid={`nav-${group.id}`}
        {...(current ? { "aria-current": "page" as const } : {})}
      >
        <Icon as={group.icon} />
        <span className="clip">{group.label}</span>
        {group.id === "tasks" ? (
          <Suspense fallback={null}>
            <TaskCount />
          </Suspense>
        ) : null}
      </Link>
    );
  }
  return (
    <>
      <button
        type="button"
        className={`nav ${current ? "here" : ""} ${open ? "open" : ""}`}
        data-testid={`nav-${group.id}`}
        aria-expanded={open}
        onClick={onToggle}
      >
        <Icon as={group.icon} />
        <span className="clip">{group.label}</span>
        <Icon as={ChevronDown} className="chev" />
      </button>
      {open ? (
        <div className="nav-sub">
          {group.children.map((item) => (
            <Link
              key={item.id}
              to={item.to}
              className="nav"
              data-testid={`nav-sub-${item.id}`}
              {...(item.id === currentItem ? { "aria-current": "page" as const } : {})}
            >
              {item.label}
              {item.id === "compliance" ? (
                <Suspense fallback={null}>
                  <RequestCount />
                </Suspense>
              ) : item.id === "campaign-replies" ? (
                <Suspense fallback={null}>
                  <ReplyCount />
                </Suspense>
              ) : null}
            </Link>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Icon only: a page is a link with a tooltip, a group opens its pages beside it. */
function FoldedGroup({ group, current }: { group: NavGroup; current: boolean }) {
  const navigate = useNavigate();
  const only =
    group.children === undefined ? group.to : group.children.length === 1 ? group.children[0]?.to : undefined;
  if (only !== undefined) {
    return (
      <Tooltip label={group.label} side="right">
        <Link
          to={only}
          className={`nav ${current ? "here" : ""}`}
          aria-label={group.label}
          data-testid={`nav-${group.id}`}
          {...(current ? { "aria-current": "page" as const } : {})}
        >
          <Icon as={group.icon} />
        </Link>
      </Tooltip>
    );
  }
  return (
    <Menu
      side="right"
      align="start"
      trigger={
        <button
          type="button"
          className={`nav ${current ? "here" : ""}`}
          aria-label={group.label}
          title={group.label}
          data-testid={`nav-${group.id}`}
        >
          <Icon as={group.icon} />
        </button>
      }
      entries={[
        { kind: "heading", label: group.label },
        ...(group.children ?? []).map((item) => ({ label: item.label, onSelect: () => void navigate(item.to) })),
      ]}
    />
  );
}
