import { CircleUserRound, Ellipsis, LogOut } from "lucide-react";
import { useNavigate } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu } from "@/components/menu.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { type Density, type Theme, useAppearance } from "@/lib/appearance.ts";
import { roleName } from "@/lib/permissions.ts";
import { signOut } from "@/lib/session.ts";

const THEMES: [Theme, string][] = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["system", "As the system"],
];
const DENSITIES: [Density, string][] = [
  ["comfortable", "Comfortable"],
  ["compact", "Compact"],
];

/** Name and role at the foot of the sidebar; theme, density and sign-out behind it. */
export function UserMenu({ folded }: { folded: boolean }) {
  const me = useMe();
  const navigate = useNavigate();
  const { theme, setTheme, density, setDensity } = useAppearance();
  return (
    <Menu
      align="start"
      side={folded ? "right" : "top"}
      trigger={
        <button type="button" className="side-foot" aria-label={`${me.name}, account menu`} data-testid="user-menu">
          <Avatar name={me.name} />
          {folded ? null : (
            <>
              <span className="grow text-left">
                <span className="med clip block">{me.name}</span>
                <span className="t-12 t-3 clip block">{me.client?.name ?? roleName(me.role)}</span>
              </span>
              <Icon as={Ellipsis} className="t-3" />
            </>
          )}
        </button>
      }
      entries={[
        { kind: "heading", label: me.email },
        { kind: "separator" },
        { kind: "heading", label: "Theme" },
        ...THEMES.map(([value, label]) => ({
          kind: "choice" as const,
          label,
          checked: theme === value,
          onSelect: () => setTheme(value),
        })),
        { kind: "heading", label: "Rows" },
        ...DENSITIES.map(([value, label]) => ({
          kind: "choice" as const,
          label,
          checked: density === value,
          onSelect: () => setDensity(value),
        })),
        { kind: "separator" },
        {
          kind: "item",
          label: "Profile and sessions",
          icon: CircleUserRound,
          onSelect: () => void navigate("/profile"),
        },
        { kind: "item", label: "Sign out", icon: LogOut, onSelect: () => void signOut() },
      ]}
    />
  );
}
