/** A list as a file, made while it is sent. In a menu where there is a choice of formats. */
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button, IconButton } from "@/components/button.tsx";
import { Menu } from "@/components/menu.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { download } from "@/lib/download.ts";

const FORMATS = [
  { format: "csv", label: "CSV" },
  { format: "xlsx", label: "Excel" },
  { format: "json", label: "JSON" },
];

/** With a format behind the address, and as the ending of the name. */
function useSave(path: string, name: string) {
  return useMutation({
    mutationFn: (format: string) =>
      download(`${path}${path.includes("?") ? "&" : "?"}format=${format}`, `${name}.${format}`),
    onError: (error) => toastFailed(`Not downloaded. ${messageOf(error)}`),
  });
}

export function SaveCsv({ path, name, label = "Download CSV" }: { path: string; name: string; label?: string }) {
  const save = useSave(path, name);
  return (
    <Button variant="quiet" small icon={Download} busy={save.isPending} onClick={() => save.mutate("csv")}>
      {label}
    </Button>
  );
}

export function SaveMenu({
  path,
  name,
  label,
  disabledReason,
}: {
  path: string;
  name: string;
  label: string;
  disabledReason?: string | undefined;
}) {
  const save = useSave(path, name);
  return (
    <Menu
      trigger={<IconButton label={label} icon={Download} aria-busy={save.isPending} noTooltip />}
      entries={FORMATS.map(({ format, label: words }) => ({
        label: words,
        icon: Download,
        disabledReason,
        onSelect: () => save.mutate(format),
      }))}
    />
  );
}
