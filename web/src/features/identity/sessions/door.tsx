import type { ReactNode } from "react";
import { BrandMark } from "@/components/brand.tsx";
import "@/components/card.css";

/** The frame of the pages before the door. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <title>{`${title} · Pivotal`}</title>
      <div className="w-full max-w-90">
        <div className="row mb-6 justify-center">
          <BrandMark />
          <span className="t-16 semi">Pivotal</span>
        </div>
        <div className="card flex flex-col gap-5 p-6 shadow-1">
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
