import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { changeName } from "./mutations.ts";
import { meQuery, useMe } from "./queries.ts";

export function NameCard() {
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({ defaultValues: { name: me.name } });
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => changeName(name),
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      form.reset({ name });
      toastDone("Your name is saved");
    },
    onError: (error) => form.setError("name", { message: messageOf(error) }),
  });
  return (
    <Card title="You">
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <TextField
          label="Name"
          required
          autoComplete="name"
          error={form.formState.errors.name?.message}
          {...form.register("name", { required: "Write your name." })}
        />
        <div>
          <Button
            type="submit"
            busy={save.isPending}
            disabledReason={form.formState.isDirty ? undefined : "Nothing was changed"}
          >
            Save name
          </Button>
        </div>
      </form>
    </Card>
  );
}
