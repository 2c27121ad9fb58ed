import { CircleHelp, Menu as MenuIcon, Plus, Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { useNavigate } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { Menu } from "@/components/menu.tsx";
import { useActions } from "./actions.ts";
import { Crumbs } from "./crumbs.tsx";
import { useGlobalCreate } from "./create.ts";
import { useSearchKinds } from "./search/kinds.ts";
import { SearchBox } from "./search/search-box.tsx";
import { useShell } from "./ui-state.ts";

// Its list, its socket and what it says come after the page.
const Bell = lazy(() => import("@/features/identity/notifications/bell.tsx"));

export function Topbar() {
  const open = useShell((state) => state.set);
  const own = useActions().find((action) => action.primary);
  const creatable = useGlobalCreate();
  const searches = useSearchKinds().length > 0;
  const navigate = useNavigate();
  return (
    <header className="topbar">
      <IconButton
        label="Menu"
        icon={MenuIcon}
        className="md:hidden"
        noTooltip
        onClick={() => open({ navOpen: true })}
      />
      <Crumbs />
      {searches ? (
        <SearchBox />
      ) : (
        <button type="button" className="search max-md:hidden" onClick={() => open({ paletteOpen: true })}>
          <Icon as={Search} />
          <span>Jump to a page</span>
          <Kbd keys="/" className="ml-auto" />
        </button>
      )}
      <IconButton
        label={searches ? "Search" : "Jump to a page"}
        icon={Search}
        className="ml-auto md:hidden"
        noTooltip
        onClick={() => (searches ? void navigate("/search") : open({ paletteOpen: true }))}
      />
      <Suspense fallback={<span className="btn btn-icon btn-quiet" aria-hidden="true" />}>
        <Bell />
      </Suspense>
      <IconButton
        label="Help and keys"
        icon={CircleHelp}
        keys="?"
        className="max-md:hidden"
        onClick={() => open({ helpOpen: true })}
      />
      {own !== undefined ? (
        <Button
          small
          variant={own.secondary ? "secondary" : "primary"}
          icon={Plus}
          keys="c"
          onClick={own.run}
          aria-label={own.label}
        >
          <span className="max-md:hidden">{own.label}</span>
        </Button>
      ) : creatable.length > 0 ? (
        <Menu
          trigger={
            <Button small icon={Plus} aria-label="New">
              <span className="max-md:hidden">New</span>
            </Button>
          }
          entries={creatable.map((item) => ({ label: item.noun, icon: item.icon, onSelect: item.run }))}
        />
      ) : null}
    </header>
  );
}
