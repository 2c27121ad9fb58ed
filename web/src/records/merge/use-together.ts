import { useState } from "react";
import type { Entity } from "@/gql/graphql.ts";
import type { Side } from "./queries.ts";
import { fullest, giverOf, leaderOf } from "./together.ts";

/** What somebody decided about records that are one. */
export interface Together {
  entity: Entity;
  survivor: Side;
  absorbed: Side[];
  /** Field to the record whose value it gets. */
  choices: { field: string; from: string }[];
}

/** Which of them stays, and whose value each field gets. */
export function useTogether(entity: Entity, sides: readonly Side[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [picked, setPicked] = useState<Record<string, string>>({});
  const survivorId = sides.some(({ id }) => id === chosen) ? chosen : fullest(sides);
  const survivor = sides.find(({ id }) => id === survivorId);
  return {
    survivorId,
    /** Whose value the field gets as things stand. */
    giver: (key: string) => picked[leaderOf(entity, key)] ?? giverOf(sides, survivorId ?? "", key),
    stay: (id: string) => {
      setChosen(id);
      setPicked({});
    },
    take: (key: string, from: string) => setPicked({ ...picked, [leaderOf(entity, key)]: from }),
    /** Null with fewer than two. */
    together:
      survivor === undefined || sides.length < 2
        ? null
        : ({
            entity,
            survivor,
            absorbed: sides.filter(({ id }) => id !== survivor.id),
            choices: Object.entries(picked).map(([name, id]) => ({ field: name, from: id })),
          } satisfies Together),
  };
}
