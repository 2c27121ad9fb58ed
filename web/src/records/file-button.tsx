import { useMutation } from "@tanstack/react-query";
import { Download, type LucideIcon } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";

interface FileButtonProps {
  label: string;
  icon?: LucideIcon;
  /** Fetches the file and saves it. */
  save: () => Promise<void>;
  /** Which words a failure begins with, as "Not exported". */
  failed?: string;
  small?: boolean;
  className?: string;
}

/** Saves a file. It says that it is at work, and what failed can be tried again. */
export function FileButton({ label, icon = Download, save, failed = "Not downloaded", ...button }: FileButtonProps) {
  const fetch = useMutation({
    mutationFn: save,
    onError: (error) => toastFailed(`${failed}. ${messageOf(error)}`, () => fetch.mutate()),
  });
  return (
    <Button icon={icon} busy={fetch.isPending} onClick={() => fetch.mutate()} {...button}>
      {label}
    </Button>
  );
}
