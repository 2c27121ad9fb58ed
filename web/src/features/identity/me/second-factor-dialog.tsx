import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { PasswordStep } from "./password-step.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { type Begun, beginSecondFactor, confirmSecondFactor } from "./second-factor.ts";

/** Password, QR code, first code, recovery codes: in this order, for each proves what the next needs. */
export function SecondFactorDialog({ onEnabled, onClose }: { onEnabled: () => void; onClose: () => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Dialog open onClose={onClose} title="Set up the second step">
      {codes !== null ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : begun !== null ? (
        <FirstCode
          begun={begun}
          onCancel={onClose}
          onDone={(made) => {
            setCodes(made);
            onEnabled();
          }}
        />
      ) : (
        <PasswordStep label="Continue" act={beginSecondFactor} onDone={setBegun} onCancel={onClose} />
      )}
    </Dialog>
  );
}

function FirstCode({
  begun,
  onDone,
  onCancel,
}: {
  begun: Begun;
  onDone: (codes: string[]) => void;
  onCancel: () => void;
}) {
  const form = useForm({ defaultValues: { code: "" } });
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => confirmSecondFactor(code),
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof RefusedError) form.setError("code", { message: messageOf(error) });
    },
  });
  return (
    <FormShell
      onSubmit={() => void form.handleSubmit((values) => confirm.mutate(values))()}
      loading={confirm.isPending}
      submitError={confirm.error instanceof RefusedError ? null : confirm.error}
      submitLabel="Turn on"
      onCancel={onCancel}
    >
      <p>Read this with the authenticator app on your phone, then write the code that it shows.</p>
      {begun.qr === null ? null : (
        <QrCode size={begun.qr.size} path={begun.qr.path} label="QR code for your authenticator app" />
      )}
      <TextField
        label="Or type this into the app"
        mono
        readOnly
        value={begun.secret}
        onFocus={(event) => event.target.select()}
      />
      <TextField
        label="Code"
        required
        mono
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.formState.errors.code?.message}
        {...form.register("code", { required: "Write the code that your app shows." })}
      />
    </FormShell>
  );
}
