import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Door } from "@/features/identity/sessions/door.tsx";
import { signOut } from "@/lib/session.ts";
import { meQuery } from "@/features/identity/me/queries.ts";
import { SecondFactorDialog } from "@/features/identity/me/second-factor-dialog.tsx";

/** For who must have a second step and has none: setting it up, and nothing else, because the server opens nothing else. */
export default function OwedPage() {
  const client = useQueryClient();
  const [setting, setSetting] = useState(false);
  const [enabled, setEnabled] = useState(false);
  // Only then: the recovery codes are shown once, and the app would take their place.
  const close = () => {
    setSetting(false);
    if (enabled) void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Door title="Set up the second step">
      <p>
        Your organisation asks for a second step when you sign in: a code of an authenticator app on your phone. Once it
        is set up, everything else is open to you.
      </p>
      <p className="t-2">You need your phone with an app such as Aegis, Google Authenticator or 1Password.</p>
      <div className="row gap-2">
        <Button variant="primary" onClick={() => setSetting(true)}>
          Set up
        </Button>
        <Button onClick={() => void signOut()}>Sign out</Button>
      </div>
      {setting ? <SecondFactorDialog onEnabled={() => setEnabled(true)} onClose={close} /> : null}
    </Door>
  );
}
