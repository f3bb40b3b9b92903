"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Permission } from "@/lib/auth/permissions";

/** Principals by the permission that their delegation lends to the person at this screen. */
type ActingFor = Partial<Record<Permission, string>>;

const Context = createContext<ActingFor>({});

export function ActingForProvider({ value, children }: { value: ActingFor; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** In whose place this person signs under the permission; null when in nobody's. */
export function usePrincipalOf(permission: Permission | undefined): string | null {
  const actingFor = useContext(Context);
  return permission ? (actingFor[permission] ?? null) : null;
}
