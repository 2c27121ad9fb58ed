import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import { createApiKey } from "./mutations.ts";
import { apiKeyScopesQuery } from "./queries.ts";
import { ScopesField } from "./scopes-field.tsx";

const LASTS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "", label: "Until it is revoked" },
];

const shape = z.object({
  name: z.string().trim().min(1, "Say what the key is for."),
  scopes: z.array(z.string()).min(1, "Choose at least one thing the key may do."),
  days: z.string(),
});

type Values = z.infer<typeof shape>;

const DAY = 24 * 60 * 60 * 1000;

/** Makes a key; what it may is chosen from what its maker may. */
export function CreateKeyDialog({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) {
  const client = useQueryClient();
  const scopes = useQuery(apiKeyScopesQuery);
  const form = useForm<Values>({
    resolver: zodResolver(shape),
    defaultValues: { name: "", scopes: [], days: "90" },
  });
  const create = useMutation({
    mutationFn: ({ name, scopes: chosen, days }: Values) =>
      createApiKey({
        name,
        scopes: chosen,
        expiresAt: days === "" ? null : new Date(Date.now() + Number(days) * DAY).toISOString(),
      }),
    onSuccess: async (secret) => {
      await client.invalidateQueries({ queryKey: ["api-keys"] });
      onMade(secret);
    },
    onError: (error) => {
      if (!(error instanceof RefusedError)) return;
      for (const { field, message } of error.userErrors) {
        if (field === "name" || field === "scopes") form.setError(field, { message });
        if (field === "expiresAt") form.setError("days", { message });
      }
    },
  });
  const { errors } = form.formState;
  const said = create.error instanceof RefusedError && create.error.userErrors.every((error) => error.field);
  return (
    <Dialog open onClose={onClose} title="New API key" width={560}>
      <FormShell
        onSubmit={() => void form.handleSubmit((values) => create.mutate(values))()}
        loading={create.isPending}
        submitError={said ? null : create.error}
        submitLabel="Create key"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          hint="What comes in with it, as “Warehouse sync”."
          error={errors.name?.message}
          {...form.register("name")}
        />
        <SelectField label="Good for" options={LASTS} error={errors.days?.message} {...form.register("days")} />
        {scopes.isPending ? (
          <div role="status" aria-label="Loading what the key may do">
            <Skeleton width="60%" />
          </div>
        ) : scopes.isError ? (
          <LoadError what="What the key may do" error={scopes.error} retry={() => void scopes.refetch()} />
        ) : (
          <ScopesField
            scopes={scopes.data}
            chosen={form.watch("scopes")}
            error={errors.scopes?.message}
            onChange={(chosen) => form.setValue("scopes", chosen, { shouldValidate: form.formState.isSubmitted })}
          />
        )}
      </FormShell>
    </Dialog>
  );
}
