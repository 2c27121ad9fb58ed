import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Empty } from "@/components/empty.tsx";
import { useGrants, useMay, useMe } from "@/features/identity/me/queries.ts";
import { mayAll, roleName } from "@/lib/permissions.ts";

/** A page behind a permission. The API refuses anyway; this says so in words, before anything is asked of it. */
export function Allowed({
  permission,
  whole,
  staff,
  page,
}: {
  permission: string;
  /** The permission must cover everything, as in the navigation. */
  whole?: boolean;
  staff?: boolean;
  page: ReactNode;
}) {
  const grants = useGrants();
  const me = useMe();
  const may = useMay(permission) && (!whole || mayAll(grants, permission)) && (!staff || me.role !== "CLIENT_USER");
  return may ? page : <Refused />;
}

/** In place of a page that this role may not see. */
export function Refused() {
  const me = useMe();
  return (
    <div className="grid flex-1 place-items-center">
      <title>Not for your role · Pivotal</title>
      <Empty
        page
        icon={Lock}
        title="This page is not for your role"
        actions={
          <Link to="/" className="btn">
            Go to the dashboard
          </Link>
        }
      >
        You are signed in as {roleName(me.role).toLowerCase()}. Ask an admin if you need to see it.
      </Empty>
    </div>
  );
}
