import { Bell as BellIcon, CheckCheck } from "lucide-react";
import { Popover } from "radix-ui";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useMarkRead } from "./mutations.ts";
import { useUnread } from "./use-unread.ts";
import "@/components/menu.css";
import "./notifications.css";

const BellPanel = lazy(() => import("./bell-panel.tsx"));

/** How many notifications wait, and the latest of them one press away. */
export default function Bell() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const unread = useUnread();
  const markRead = useMarkRead();
  const go = () => void navigate("/notifications");
  useShortcuts([{ keys: "g n", label: "Notifications", group: "Go to", run: go }]);
  usePageActions([
    {
      id: "notifications",
      label: "Notifications",
      icon: BellIcon,
      group: "Notifications",
      everywhere: true,
      keys: "g n",
      run: go,
    },
    {
      id: "notifications-read",
      label: "Mark all notifications read",
      icon: CheckCheck,
      group: "Notifications",
      everywhere: true,
      run: () => markRead.mutate(undefined),
    },
  ]);
  const waiting = unread === 0 ? "" : `${countOf(unread, "unread notification", "unread notifications")}`;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <span className="bell">
        <Popover.Trigger asChild ref={setAnchor}>
          <IconButton
            label={unread === 0 ? "Notifications" : `Notifications, ${formatCount(unread)} unread`}
            icon={BellIcon}
            noTooltip
            data-testid="notifications-bell"
          />
        </Popover.Trigger>
        {unread === 0 ? null : (
          <span className="bell-count num" aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
        )}
        <span className="sr" aria-live="polite">
          {waiting}
        </span>
      </span>
      {/* In the landmark of the bar: at the end of the body it would be outside of every one. */}
      <Popover.Portal container={anchor?.closest<HTMLElement>("main") ?? null}>
        <Popover.Content
          className="menu bell-panel"
          aria-label="Notifications"
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Suspense fallback={<Waiting />}>
            <BellPanel unread={unread} onLeave={() => setOpen(false)} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Waiting() {
  return (
    <div className="p-4" role="status" aria-label="Loading">
      <Skeleton width="70%" />
    </div>
  );
}
