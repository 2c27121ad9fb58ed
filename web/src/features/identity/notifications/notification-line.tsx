import { Check } from "lucide-react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { iconOf, TONES } from "./icons.ts";
import type { Notification } from "./queries.ts";
import "./notifications.css";

/** What happened, as a link to what it is about. Following it is reading it. */
export function NotificationLine({
  one,
  onFollow,
  onRead,
}: {
  one: Notification;
  onFollow?: () => void;
  onRead: (id: number) => void;
}) {
  const unread = one.readAt === null || one.readAt === undefined;
  const follow = () => {
    if (unread) onRead(one.id);
    onFollow?.();
  };
  return (
    <li className={`told ${unread ? "unread" : ""}`}>
      <Link to={one.link} className="told-link" onClick={follow} onAuxClick={follow}>
        <span className={`told-icon ${TONES[one.tone]}`}>
          <Icon as={iconOf(one.icon)} />
        </span>
        <span className="told-words">
          <span className="med">
            {unread ? <span className="sr">Unread: </span> : null}
            {one.title}
          </span>
          <span className="t-12 t-3">
            {one.text ? <span className="t-2">{one.text} · </span> : null}
            <time dateTime={one.toldAt} title={formatFull(one.toldAt)}>
              {formatAge(one.toldAt)}
            </time>
          </span>
        </span>
      </Link>
      {unread ? (
        <IconButton label={`Mark as read: ${one.title}`} icon={Check} noTooltip onClick={() => onRead(one.id)} />
      ) : null}
    </li>
  );
}
