import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { MessageDomain } from "@/lib/i18n/domains";
import { pickMessages } from "@/lib/i18n/picked-messages";
import { MessagesScope } from "./messages-scope";

type Props = { namespaces: readonly MessageDomain[]; children: ReactNode };

/**
 * Gives the client components below it the sentences of these namespaces; `common`, `nav`, `errors`, `roles` and the
 * refusals of all domains are there already. Server components need nothing: they read all sentences.
 */
export async function Messages({ namespaces, children }: Props) {
  const messages = await getMessages();
  return <MessagesScope messages={pickMessages(messages, namespaces)}>{children}</MessagesScope>;
}
