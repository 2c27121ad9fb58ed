import { useMutation } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { Door } from "./door.tsx";
import { confirmEmail, keepEmail } from "./mutations.ts";

const WORDS = {
  confirm: {
    title: "Use this address?",
    what: "You sign in with it from then on, and no more with the one before.",
    label: "Use this address",
    act: confirmEmail,
    done: "This address is yours",
    after: "Sign in with it from now on. The address before is told, and can take it back for seven days.",
  },
  keep: {
    title: "Keep your old address?",
    what: "You sign in with it again. Everybody who is signed in as you is signed out, and a link for a new password comes to it.",
    label: "Keep my old address",
    act: keepEmail,
    done: "Your old address is back",
    after:
      "Choose a new password with the link that is on its way to you: whoever changed the address knew the old one.",
  },
};

/** Where the links of a change of address lead. Pressed by a person: programs that look into mails follow links, too. */
export default function EmailLinkPage({ to }: { to: "confirm" | "keep" }) {
  const token = useLocation().hash.slice(1);
  const words = WORDS[to];
  const act = useMutation({ mutationFn: () => words.act(token) });
  if (token === "") {
    return (
      <Door title="This link does not work">
        <Notice tone="danger">It is not complete. Copy all of it from the mail.</Notice>
      </Door>
    );
  }
  if (act.isSuccess) {
    return (
      <Door title={words.done}>
        <Notice tone="success">{words.after}</Notice>
        <Link className="link" to="/login">
          Sign in
        </Link>
      </Door>
    );
  }
  return (
    <Door title={words.title}>
      {act.isError ? <Notice tone="danger">{messageOf(act.error)}</Notice> : <p>{words.what}</p>}
      <Button variant="primary" busy={act.isPending} onClick={() => act.mutate()}>
        {words.label}
      </Button>
    </Door>
  );
}
