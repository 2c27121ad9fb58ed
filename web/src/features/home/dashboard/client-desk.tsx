import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { teamQuery } from "./queries.ts";

/** Where people of a client organisation arrive: what is theirs here today, and nothing that is not built yet. */
export function ClientDesk() {
  const me = useMe();
  const team = useQuery(teamQuery);
  const organisation = me.client?.name ?? "your organisation";
  const people = team.data?.rows ?? [];
  return (
    <div className="dashboard client-desk">
      <Card title={`${organisation} at Pivotal`}>
        <p className="t-14">
          This is your organisation’s own place. Here you see who from {organisation} may sign in; everything else on
          Pivotal stays with the team that works for you.
        </p>
        <p className="t-2 mt-3">
          Orders and approved leads are not shown here yet. Your contact in the team can tell you where they stand.
        </p>
      </Card>
      <Card
        title="Your team"
        sub={team.data === undefined ? undefined : countOf(team.data.total, "person", "people")}
        aside={
          <Link className="link" to="/team">
            Open the team
          </Link>
        }
      >
        {team.isError ? (
          <LoadError what="Your team" error={team.error} retry={() => void team.refetch()} />
        ) : (
          <ul className="flex flex-col gap-3">
            {people.map((person) => (
              <li key={person.id} className="row gap-3">
                <Avatar name={person.name} />
                <span className="grow min-w-0">
                  <span className="med block clip">
                    {person.name}
                    {person.id === me.id ? <span className="t-3"> (you)</span> : null}
                  </span>
                  <span className="mono t-2 block clip">{person.email}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
