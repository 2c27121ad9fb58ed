import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone } from "@/components/toast.tsx";
import { PasswordStep } from "./password-step.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SecondFactorDialog } from "./second-factor-dialog.tsx";
import { disableSecondFactor, renewRecoveryCodes, secondFactorQuery } from "./second-factor.ts";

type Doing = "set-up" | "renew" | "disable" | null;

/** A code of an app besides the password: whoever learns the password alone stays outside. */
export function SecondFactorCard() {
  const client = useQueryClient();
  const query = useQuery(secondFactorQuery);
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const reload = () => void client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  const close = () => {
    setDoing(null);
    setCodes(null);
  };
  const left = query.data?.recoveryCodesLeft ?? 0;
  return (
    <Card title="Second step">
      {query.isPending ? (
        <Skeleton width="60%" />
      ) : query.isError ? (
        <LoadError what="Your second step" error={query.error} retry={() => void query.refetch()} />
      ) : query.data.enabled ? (
        <div className="flex flex-col gap-5">
          <p className="row gap-2">
            <Status tone="success">On</Status>
            <span className="t-2">{left === 1 ? "1 recovery code is left" : `${left} recovery codes are left`}</span>
          </p>
          <div className="row gap-2">
            <Button onClick={() => setDoing("renew")}>New recovery codes</Button>
            <Button onClick={() => setDoing("disable")}>Turn off</Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          <p className="t-2">
            Signing in then takes a code of an app on your phone besides the password. Whoever learns the password alone
            stays outside.
          </p>
          <div>
            <Button onClick={() => setDoing("set-up")}>Set up</Button>
          </div>
        </div>
      )}
      {doing === "set-up" ? <SecondFactorDialog onEnabled={reload} onClose={close} /> : null}
      {doing === "renew" ? (
        <Dialog open onClose={close} title="New recovery codes" description="Those you have are void then.">
          {codes === null ? (
            <PasswordStep
              label="Make new codes"
              act={renewRecoveryCodes}
              onDone={(made) => {
                setCodes(made);
                reload();
              }}
              onCancel={close}
            />
          ) : (
            <RecoveryCodes codes={codes} onDone={close} />
          )}
        </Dialog>
      ) : null}
      {doing === "disable" ? (
        <Dialog
          open
          onClose={close}
          title="Turn the second step off?"
          description="The password alone lets you in then."
        >
          <PasswordStep
            label="Turn off"
            act={disableSecondFactor}
            onDone={() => {
              toastDone("The second step is off");
              reload();
              close();
            }}
            onCancel={close}
          />
        </Dialog>
      ) : null}
    </Card>
  );
}
