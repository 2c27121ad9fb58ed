import { Compass } from "lucide-react";
import { Link } from "react-router";
import { Empty } from "@/components/empty.tsx";

/** A path without a page, or a record that does not exist for this person. */
export function NotFound({ what = "page" }: { what?: string }) {
  return (
    <div className="grid flex-1 place-items-center">
      <Empty
        page
        icon={Compass}
        title={`This ${what} does not exist`}
        actions={
          <Link to="/" className="btn">
            Go to the dashboard
          </Link>
        }
      >
        The link may be old, or it belongs to somebody who may see more.
      </Empty>
    </div>
  );
}
