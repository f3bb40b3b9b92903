import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ActingForProvider } from "@/components/form/acting-for";
import { FreshPageProvider } from "@/components/form/fresh-page";
import { DENSITY_COOKIE, densityOf } from "@/components/layout/density";
import { KeepSession } from "@/components/layout/keep-session";
import { creatableFor, navigationFor, phoneNavigation } from "@/components/layout/nav";
import { RAIL_COOKIE, railStateOf } from "@/components/layout/rail-state";
import { Shell } from "@/components/layout/shell";
import { principalsOf } from "@/lib/auth/permissions";
import { env } from "@/lib/server/env";
import { pageActor } from "@/lib/server/session";
import { countWorkItems } from "@/lib/server/work-items";
import { isCompanyMissing } from "@/lib/settings/queries";

/** The frame of every page behind the sign-in. Each page still gates itself: a layout is no guard. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  if (actor.role === "ADMIN" && (await isCompanyMissing())) redirect("/setup");
  const [jar, counts] = await Promise.all([cookies(), countWorkItems(actor)]);
  const density = densityOf(jar.get(DENSITY_COOKIE)?.value);
  return (
    <Shell
      user={{ name: actor.name, role: actor.role, density }}
      groups={navigationFor(actor, counts)}
      phoneItems={phoneNavigation(actor, counts)}
      create={creatableFor(actor)}
      workItems={Object.values(counts).reduce((sum, count) => sum + count, 0)}
      isDemo={env.DEMO_COMPANY}
      rail={railStateOf(jar.get(RAIL_COOKIE)?.value)}
    >
      <KeepSession />
      <ActingForProvider value={principalsOf(actor)}>
        <FreshPageProvider>{children}</FreshPageProvider>
      </ActingForProvider>
    </Shell>
  );
}
