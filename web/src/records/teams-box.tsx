import { useQuery } from "@tanstack/react-query";
import { Combobox } from "@/components/combobox.tsx";
import { teamsQuery } from "@/features/identity/teams/queries.ts";

/** The teams somebody is in, for a form. */
export function TeamsBox(props: { value: string[]; onChange: (ids: string[]) => void; error: string | undefined }) {
  const teams = useQuery(teamsQuery);
  // Archived ones are not offered; whoever is in one already keeps it until it is taken away.
  const offered = (teams.data ?? []).filter((team) => !team.archived || props.value.includes(team.id));
  return (
    <Combobox
      label="Teams"
      multiple
      placeholder="No team"
      options={offered.map((team) => ({
        value: team.id,
        label: team.archived ? `${team.name} (archived)` : team.name,
      }))}
      loading={teams.isPending}
      {...props}
    />
  );
}
