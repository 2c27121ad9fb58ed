import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Combobox } from "@/components/combobox.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { roleName } from "@/lib/permissions.ts";
import { candidatesQuery, type TeamMember, type TeamRow } from "./queries.ts";
import { useTeam } from "./use-team.ts";

/** Who is in the team: each leads to the person; added and removed one at a time, while the team is in use. */
export function Members({ team, members }: { team: TeamRow; members: readonly TeamMember[] }) {
  const { remove } = useTeam(team);
  const who = useRef<HTMLElement>(null);
  const takeOut = async (member: TeamMember, button: HTMLButtonElement) => {
    const next = button.closest("li")?.nextElementSibling?.querySelector("button");
    if (!(await remove(member))) return;
    // The row goes with its button; whoever went elsewhere meanwhile stays there.
    if (document.activeElement !== button && document.activeElement !== document.body) return;
    (next?.isConnected ? next : who.current)?.focus();
  };
  return (
    <>
      {team.archived ? null : <AddMember team={team} members={members} />}
      <section ref={who} tabIndex={-1} aria-label="Members">
        {members.length === 0 ? (
          <Empty icon={UsersRound} title="Nobody is in this team yet">
            {team.archived ? "Restore it to add people." : "Choose somebody above. Their other teams stay."}
          </Empty>
        ) : (
          <Card title="Members" sub={String(members.length)}>
            <ul aria-label="Members" className="flex flex-col">
              {members.map((member) => (
                <li key={member.id} className="row gap-3 py-2">
                  <Avatar name={member.name} />
                  <span className="grow min-w-0">
                    <Link className="link med block clip" to={`/users?open=${member.id}`}>
                      {member.name}
                    </Link>
                    <span className="mono t-2 block clip">{member.email}</span>
                  </span>
                  <span className="t-2 max-md:hidden">{roleName(member.role)}</span>
                  {member.active ? null : <Status tone="hollow">Disabled</Status>}
                  {team.archived ? null : (
                    <Button
                      small
                      aria-label={`Remove ${member.name} from ${team.name}`}
                      onClick={(event) => void takeOut(member, event.currentTarget)}
                    >
                      Remove
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </section>
    </>
  );
}

function AddMember({ team, members }: { team: TeamRow; members: readonly TeamMember[] }) {
  const { add } = useTeam(team);
  const people = useQuery(candidatesQuery);
  const [chosen, setChosen] = useState("");
  const options = (people.data ?? [])
    .filter(({ id }) => !members.some((member) => member.id === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const person = (people.data ?? []).find(({ id }) => id === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (person === undefined) return;
    setChosen("");
    if (!(await add(person))) setChosen(person.id);
  };
  if (people.isError) {
    return <LoadError what="Who can join" error={people.error} retry={() => void people.refetch()} />;
  }
  return (
    <form
      className="row items-end gap-2 max-md:flex-wrap"
      aria-label="Add somebody"
      onSubmit={(event) => void submit(event)}
    >
      <div className="min-w-0 max-w-80 grow">
        <Combobox
          label="Person"
          placeholder="Choose somebody"
          options={options}
          value={chosen === "" ? [] : [chosen]}
          onChange={([id]) => setChosen(id ?? "")}
          loading={people.isPending}
        />
      </div>
      <Button type="submit" disabledReason={person === undefined ? "Choose somebody first" : undefined}>
        Add to the team
      </Button>
    </form>
  );
}
