import { NavLink } from "react-router";
import { useMay } from "@/features/identity/me/queries.ts";
import "@/components/tabs.css";

/** What campaigns write with: the words, and who they come from. */
export function EmailTabs() {
  const senders = useMay("CAMPAIGNS_VIEW");
  return (
    <nav className="views" aria-label="Templates and senders">
      <NavLink className="tab" to="/campaigns/templates">
        Templates
      </NavLink>
      <NavLink className="tab" to="/campaigns/snippets">
        Snippets
      </NavLink>
      {senders ? (
        <NavLink className="tab" to="/campaigns/senders">
          Senders
        </NavLink>
      ) : null}
    </nav>
  );
}
