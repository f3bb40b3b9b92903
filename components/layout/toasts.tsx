"use client";
import { useNotifications } from "@mantine/notifications";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useOnceTrue } from "@/components/ui/dialog";
import { whenIdle } from "@/components/ui/when-idle";

const fetchStack = () => import("@mantine/notifications");

const Notifications = dynamic(() => fetchStack().then((module) => module.Notifications), {
  ssr: false,
});

/** Where short messages appear: above the page, because its buttons stand below. The stack is fetched while the page rests, or with the first message, which waits for it. */
export function Toasts() {
  const { notifications } = useNotifications();
  const isNeeded = useOnceTrue(notifications.length > 0);
  useEffect(() => whenIdle(fetchStack), []);
  return isNeeded ? <Notifications position="top-center" limit={3} autoClose={5000} /> : null;
}
