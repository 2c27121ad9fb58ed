import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import type { Draft } from "./draft.ts";
import type { Problem } from "./queries.ts";
import { byWeight, placeWords } from "./words.ts";

const SHOWN = {
  ERROR: { icon: CircleAlert, tone: "c-danger", word: "Keeps it from being saved" },
  WARNING: { icon: TriangleAlert, tone: "c-warning", word: "Must be put right before it is sent" },
  HINT: { icon: Info, tone: "t-3", word: "Worth a look" },
};

/** What is wrong with the email or could be better, what matters most first. */
export function Checks({ problems, body }: { problems: readonly Problem[]; body: Draft["body"]["kind"] }) {
  return (
    <section aria-label="Checks">
      <h2 className="t-14 semi">Checks</h2>
      {problems.length === 0 ? (
        <p className="t-2 mt-2">Nothing found: links, images, size and words are fine.</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {byWeight(problems).map((problem) => {
            const { icon, tone, word } = SHOWN[problem.severity];
            return (
              <li
                key={`${problem.code} ${problem.part} ${problem.line} ${problem.message}`}
                className="row items-start"
              >
                <Icon as={icon} size="sm" className={tone} />
                <span>
                  <span className="sr">{word}. </span>
                  <span className="med">{placeWords(problem, body)}:</span> {problem.message}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
