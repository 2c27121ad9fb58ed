import { PageHead } from "@/components/page-head.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { formatToday } from "@/lib/format.ts";

function greeting(): string {
  const hour = new Date().getHours();
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

export default function DashboardPage() {
  const me = useMe();
  const [first] = me.name.split(" ");
  return (
    <div className="scroll bg-well">
      <PageHead title={`${greeting()}, ${first}`} note={<span className="t-3">{formatToday()}</span>} />
    </div>
  );
}
