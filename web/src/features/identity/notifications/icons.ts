/** Pictures for the names that the catalogue of notifications uses; what is not here is a bell. */
import {
  Bell,
  Bookmark,
  Clock,
  CopyCheck,
  Download,
  Globe,
  Layers,
  type LucideIcon,
  Mail,
  MailCheck,
  Phone,
  Reply,
  Scale,
  ShieldQuestion,
  Sparkles,
  SquareCheck,
  Undo2,
  Upload,
  UserCheck,
} from "lucide-react";
import type { NotificationTone } from "@/gql/graphql.ts";

const ICONS: Record<string, LucideIcon> = {
  "user-check": UserCheck,
  upload: Upload,
  undo: Undo2,
  bulk: Layers,
  download: Download,
  duplicates: CopyCheck,
  sparkles: Sparkles,
  rules: Scale,
  view: Bookmark,
  task: SquareCheck,
  shield: ShieldQuestion,
  clock: Clock,
  globe: Globe,
  mail: Mail,
  "mail-check": MailCheck,
  phone: Phone,
  reply: Reply,
};

export const iconOf = (name: string): LucideIcon => ICONS[name] ?? Bell;

/** Never the only sign: the words say the same. */
export const TONES: Record<NotificationTone, string> = {
  NEUTRAL: "",
  GOOD: "c-success",
  WARNING: "c-warning",
  BAD: "c-danger",
};
