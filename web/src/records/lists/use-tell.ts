import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { toastDone, toastLink } from "@/components/toast.tsx";
import { refreshLists, undoListChange } from "@/features/audience/lists/mutations.ts";
import { type Answer, answerTitle, isUndoable } from "./answer.ts";

/** Says in passing what went as asked, with the way back and the way to the list. */
export function useTell(): (answer: Answer) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (answer) => {
    const { listId, change } = answer;
    const open = () => void navigate(`/lists/${listId}`);
    if (listId === null) toastDone(answerTitle(answer));
    else if (isUndoable(answer)) {
      const undo = async () => {
        await undoListChange(listId, change.id);
        await refreshLists(client);
      };
      toastDone(answerTitle(answer), undo, { label: "Open list", open });
    } else toastLink(answerTitle(answer), "Open list", open);
  };
}
