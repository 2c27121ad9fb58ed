import { ChevronRight } from "lucide-react";
import { Fragment, useSyncExternalStore, useEffect } from "react";
import { Link, useLocation } from "react-router";
import { Icon } from "@/components/icon.tsx";
import { placeOf } from "./nav.ts";

interface Above {
  label: string;
  to: string;
}

let leaf: { path: string; label: string; above?: Above | undefined } | null = null;
const listeners = new Set<() => void>();

/** A page below a list (a record) says its name here; it becomes the last breadcrumb and the window's title. `above` is a page between
 *  the two, and the same object each time. */
export function useCrumb(label: string | undefined, above?: Above): void {
  const { pathname } = useLocation();
  useEffect(() => {
    leaf = label === undefined ? null : { path: pathname, label, above };
    for (const listener of listeners) listener();
  }, [label, above, pathname]);
}

function useLeaf() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => leaf,
  );
}

/**
 * The address by which the navigation finds where one is. A page whose own address says nothing of it, as that of a list does not
 * say what it is a list of, belongs to the page above it.
 */
export function usePlacePath(): string {
  const { pathname } = useLocation();
  const named = useLeaf();
  const above = named?.path === pathname ? named.above : undefined;
  return above !== undefined && placeOf(pathname) === null ? above.to : pathname;
}

export function Crumbs() {
  const { pathname } = useLocation();
  const named = useLeaf();
  const place = placeOf(usePlacePath());
  const trail: { label: string; to?: string }[] = [];
  if (place !== null) {
    trail.push({ label: place.group.label });
    if (place.item !== null) trail.push({ label: place.item.label, to: place.item.to });
    const own = place.item?.to ?? place.group.to;
    if (own !== pathname) {
      const here = named?.path === pathname ? named : null;
      if (here?.above !== undefined) trail.push(here.above);
      trail.push({ label: here?.label ?? "…" });
    }
  }
  // A place outside of the navigation, like the results of a search, says its own name.
  if (place === null && named?.path === pathname) {
    if (named.above !== undefined) trail.push(named.above);
    trail.push({ label: named.label });
  }
  const last = trail.at(-1);
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <title>{last === undefined ? "Pivotal" : `${last.label} · Pivotal`}</title>
      {trail.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index === 0 ? null : <Icon as={ChevronRight} className="max-md:hidden" />}
          {crumb === last ? (
            <span aria-current="page">{crumb.label}</span>
          ) : crumb.to === undefined ? (
            <span className="max-md:hidden">{crumb.label}</span>
          ) : (
            <Link to={crumb.to} className="max-md:hidden">
              {crumb.label}
            </Link>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
