/** The same said to many records, a few at a time. */

/** Most that are answered from a selection: more is a matter for a job. */
export const PICKED_MOST = 200;

const AT_ONCE = 4;

export interface SaidToEach<Answer> {
  done: { id: string; answer: Answer }[];
  /** Why the others were refused. */
  refused: unknown[];
}

/** One that is refused keeps no other back. */
export async function sayToEach<Answer>(
  ids: readonly string[],
  say: (id: string) => Promise<Answer>,
): Promise<SaidToEach<Answer>> {
  const said: SaidToEach<Answer> = { done: [], refused: [] };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const answers = await Promise.allSettled(some.map(async (id) => ({ id, answer: await say(id) })));
    for (const answer of answers) {
      if (answer.status === "fulfilled") said.done.push(answer.value);
      else said.refused.push(answer.reason);
    }
  }
  return said;
}
