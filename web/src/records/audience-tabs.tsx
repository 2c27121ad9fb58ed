import { NavLink } from "react-router";
import "@/components/tabs.css";

/** The two kinds of audiences that are kept, of contacts or of accounts. */
export function AudienceTabs({ entity }: { entity: "account" | "contact" }) {
  return (
    <nav className="views" aria-label="Segments and lists">
      <NavLink className="tab" to={`/${entity}s/segments`}>
        Segments
      </NavLink>
      <NavLink className="tab" to={`/${entity}s/lists`}>
        Lists
      </NavLink>
    </nav>
  );
}
