import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { DomainError } from "@/lib/core/domain-error";
import { authOptions } from "@/lib/server/auth-options";
import { authenticate } from "@/lib/server/authenticate";
import { logger } from "@/lib/server/logger";
import { countAttempt, forgetAttempts } from "@/lib/server/sign-in-limits";
import { openAccountLink } from "./open-account-link";

/**
 * The two ways in: user name with password, and a one-time link with the password that is to hold from now on.
 * A refusal's code travels as the error's message and is put into words by the page.
 */
export const signInOptions: NextAuthOptions = {
  ...authOptions,
  providers: [
    credentials({
      id: "password",
      credentials: { username: {}, password: {} },
      authorize: (given, { headers }) =>
        withCodes(() =>
          authenticate(text(given?.username), text(given?.password), addressOf(headers)),
        ),
    }),
    credentials({
      id: "one-time-link",
      credentials: { token: {}, password: {} },
      authorize: (given, { headers }) =>
        withCodes(async () => {
          const account = `link ${addressOf(headers)}`;
          if (!(await countAttempt(account, null))) throw new DomainError("auth.blocked");
          const person = await openAccountLink(text(given?.token), text(given?.password));
          await forgetAttempts(account, null);
          return person;
        }),
    }),
  ],
};

/** What is no refusal of ours is logged here and shown as a general sentence. */
async function withCodes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw new Error(error.code);
    logger.error({ err: error }, "sign-in failed unexpectedly");
    throw new Error("auth.unexpected");
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 400) : "";
}

/** The nearest proxy writes the last entry; what stands before it could be made up by the sender. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "local") : "local";
}
