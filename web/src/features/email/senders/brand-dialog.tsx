import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { History as Clock } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { toastDone } from "@/components/toast.tsx";
import { formatMoment } from "@/lib/format.ts";
import { changeBrand, createBrand, refreshSenders } from "./mutations.ts";
import { type Brand, brandHistoryQuery } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";

const FIELDS = ["name", "logoUrl", "colour"] as const;
type Values = Record<(typeof FIELDS)[number], string>;

/** Makes a brand, or changes how one looks. Undo brings back what stood there before. */
export function BrandDialog({ brand, onClose }: { brand: Brand | null; onClose: () => void }) {
  const client = useQueryClient();
  const [before] = useState<Values>(() => ({
    name: brand?.name ?? "",
    logoUrl: brand?.logoUrl ?? "",
    colour: brand?.colour ?? "",
  }));
  const [values, setValues] = useState(before);
  const save = useMutation({
    mutationFn: () => (brand === null ? createBrand(values) : changeBrand(brand.id, values)),
    onSuccess: async () => {
      const takeBack = async () => {
        if (brand === null) return;
        await changeBrand(brand.id, before);
        await refreshSenders(client);
      };
      toastDone(`${values.name.trim()} saved`, brand === null ? undefined : takeBack);
      await refreshSenders(client);
      onClose();
    },
  });
  const set = (field: keyof Values) => ({
    value: values[field],
    error: refusedField(save.error, field),
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
  });
  return (
    <Dialog open onClose={onClose} title={brand === null ? "New brand" : `Edit ${brand.name}`}>
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={refusedWhole(save.error, FIELDS)}
        submitLabel={brand === null ? "Create brand" : "Save"}
        submitDisabledReason={values.name.trim() === "" ? "A brand needs a name" : undefined}
        onCancel={onClose}
      >
        <TextField label="Name" required autoFocus {...set("name")} />
        <TextField label="Logo" mono hint="The address of a picture; it begins with https://." {...set("logoUrl")} />
        <TextField label="Colour" mono hint="Like #0b5cad." {...set("colour")} />
        {brand === null ? null : <Happened brand={brand} />}
      </FormShell>
    </Dialog>
  );
}

function Happened({ brand }: { brand: Brand }) {
  const query = useQuery(brandHistoryQuery(brand.id));
  if (query.isError) return <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />;
  return (
    <Timeline label="What happened">
      {(query.data ?? []).map((act) => (
        <TimelineItem key={act.position} icon={Clock}>
          <p className="med">{act.title}</p>
          {act.text ? <p>{act.text}</p> : null}
          <p className="t-12 t-3">{[formatMoment(act.at), act.actorName ?? "Pivotal"].join(" · ")}</p>
        </TimelineItem>
      ))}
    </Timeline>
  );
}
